import type { CheckText } from "../../src/core/check.ts";

export const renegotiationText: CheckText<"insecure"> = {
  en: {
    title: "Secure renegotiation",
    pass: "Renegotiation is secured.",
    why: "Without this protection of 2010, an attacker on the network can put a request of his own in front of a customer's, under the customer's name. Whether a visitor may start a renegotiation at all is not tested.",
    outcomes: { insecure: "{host} lacks secure renegotiation (RFC 5746)." },
  },
  fr: {
    title: "Renégociation sécurisée",
    pass: "La renégociation est sécurisée.",
    why: "Sans cette protection de 2010, un attaquant placé sur le réseau peut glisser sa propre requête devant celle d’un client, au nom de celui-ci. Vigie ne teste pas si un visiteur peut lancer lui-même une renégociation.",
    outcomes: { insecure: "{host} n’a pas la renégociation sécurisée (RFC 5746)." },
  },
};
