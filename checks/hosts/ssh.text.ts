import type { CheckText } from "../../src/core/check.ts";

export const sshText = {
  en: {
    title: "Remote access by SSH",
    pass: "SSH uses modern algorithms only.",
    why: "SSH is the key to the server. Old algorithms in it let somebody on the network weaken or read the connection of whoever administers your shop.",
    outcomes: {
      "protocol-1": "SSH on port {port} of {host} still speaks version 1, which has been broken for twenty years.",
      terrapin: "SSH on port {port} of {host} is open to the Terrapin attack: no strict key exchange.",
      "weak-key-exchange": "SSH on port {port} of {host} accepts weak key exchanges: {names}.",
      "weak-cipher": "SSH on port {port} of {host} accepts weak ciphers: {names}.",
      "sha1-key-exchange": "SSH on port {port} of {host} still accepts a key exchange on the old SHA-1: {names}.",
      "cbc-cipher": "SSH on port {port} of {host} accepts ciphers in the outdated CBC mode: {names}.",
      "weak-host-key": "SSH on port {port} of {host} proves itself with weak host keys: {names}.",
      "weak-mac": "SSH on port {port} of {host} accepts weak integrity protection: {names}.",
      "no-post-quantum": "SSH on port {port} of {host} offers no post-quantum hybrid key exchange.",
    },
  },
  fr: {
    title: "Accès à distance par SSH",
    pass: "SSH n’utilise que des algorithmes actuels.",
    why: "SSH est la clé du serveur. Des algorithmes anciens permettent à quelqu’un placé sur le réseau d’affaiblir ou de lire la connexion de la personne qui administre votre boutique.",
    outcomes: {
      "protocol-1": "SSH, sur le port {port} de {host}, parle encore la version 1, cassée depuis vingt ans.",
      terrapin: "SSH, sur le port {port} de {host}, est exposé à l’attaque Terrapin : pas d’échange de clés strict.",
      "weak-key-exchange": "SSH, sur le port {port} de {host}, accepte des échanges de clés faibles : {names}.",
      "weak-cipher": "SSH, sur le port {port} de {host}, accepte des chiffrements faibles : {names}.",
      "sha1-key-exchange":
        "SSH, sur le port {port} de {host}, accepte encore un échange de clés fondé sur l’ancien SHA-1 : {names}.",
      "cbc-cipher": "SSH, sur le port {port} de {host}, accepte des chiffrements dans le mode dépassé CBC : {names}.",
      "weak-host-key": "SSH, sur le port {port} de {host}, s’authentifie avec des clés d’hôte faibles : {names}.",
      "weak-mac": "SSH, sur le port {port} de {host}, accepte une protection d’intégrité faible : {names}.",
      "no-post-quantum": "SSH, sur le port {port} de {host}, ne propose aucun échange de clés hybride post-quantique.",
    },
  },
} as const satisfies CheckText<string>;
