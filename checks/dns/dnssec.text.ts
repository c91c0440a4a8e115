import type { CheckText } from "../../src/core/check.ts";

export const dnssecText = {
  en: {
    title: "Signed domain name (DNSSEC)",
    pass: "The answers for your domain name are signed.",
    why: "Signatures let the network notice when somebody forges the address of your shop or of your mail server.",
    outcomes: {
      broken:
        "The signatures of {domain} do not hold: visitors and mail servers whose network checks them cannot find it.",
      unsigned: "{domain} is not signed.",
    },
  },
  fr: {
    title: "Nom de domaine signé (DNSSEC)",
    pass: "Les réponses pour votre nom de domaine sont signées.",
    why: "Les signatures permettent au réseau de remarquer que quelqu’un falsifie l’adresse de votre boutique ou de votre messagerie.",
    outcomes: {
      broken:
        "Les signatures de {domain} ne sont pas valables : les visiteurs et les messageries dont le réseau les vérifie ne le trouvent pas.",
      unsigned: "{domain} n’est pas signé.",
    },
  },
} as const satisfies CheckText<string>;
