import type { CheckText } from "../../src/core/check.ts";

export const weakSuitesText: CheckText<
  "no-encryption" | "anonymous" | "short-keys" | "rc4" | "small-blocks" | "not-in-policy"
> = {
  en: {
    title: "Weak cipher suites",
    pass: "No weak cipher suite is accepted.",
    why: "A cipher suite decides how the exchange is encrypted. As long as the server accepts a weak one, an attacker on the network can try to make a customer's connection use it, and then read it.",
    outcomes: {
      "no-encryption": "{host} accepts {count|a suite|suites} without any encryption: {suites}{more}.",
      anonymous:
        "{host} accepts {count|a suite|suites} without a certificate, so anybody can pass for it: {suites}{more}.",
      "short-keys": "{host} accepts ciphers with keys short enough to be guessed (DES or export): {suites}{more}.",
      rc4: "{host} accepts the broken cipher RC4: {suites}{more}.",
      "small-blocks": "{host} accepts ciphers with 64-bit blocks such as 3DES (SWEET32): {suites}{more}.",
      "not-in-policy": "{host} accepts suites that the chosen profile does not list: {suites}{more}.",
    },
  },
  fr: {
    title: "Suites cryptographiques faibles",
    pass: "Aucune suite cryptographique faible n’est acceptée.",
    why: "La suite cryptographique décide de la façon dont l’échange est chiffré. Tant que le serveur en accepte une faible, un attaquant placé sur le réseau peut tenter de l’imposer à la connexion d’un client, puis la lire.",
    outcomes: {
      "no-encryption": "{host} accepte {count|une suite|des suites} sans aucun chiffrement : {suites}{more}.",
      anonymous:
        "{host} accepte {count|une suite|des suites} sans certificat ; n’importe qui peut se faire passer pour lui : {suites}{more}.",
      "short-keys": "{host} accepte des clés assez courtes pour être devinées (DES ou export) : {suites}{more}.",
      rc4: "{host} accepte l’algorithme cassé RC4 : {suites}{more}.",
      "small-blocks": "{host} accepte des algorithmes à blocs de 64 bits comme 3DES (SWEET32) : {suites}{more}.",
      "not-in-policy": "{host} accepte des suites absentes de la liste du profil choisi : {suites}{more}.",
    },
  },
};
