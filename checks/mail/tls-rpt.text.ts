import type { CheckText } from "../../src/core/check.ts";

export const tlsRptText = {
  en: {
    title: "Reports of failed encryption (TLS-RPT)",
    pass: "You are told when mail could not be delivered encrypted.",
    why: "Without reports you do not learn that somebody interferes with your mail, or that a renewed certificate made senders turn away.",
    outcomes: {
      absent: "{domain} names no address for reports on encrypted delivery.",
      malformed: "The TLS-RPT record of {domain} cannot be read by senders.",
    },
  },
  fr: {
    title: "Rapports d’échec de chiffrement (TLS-RPT)",
    pass: "Vous êtes informé lorsqu’un e-mail n’a pas pu être remis chiffré.",
    why: "Sans rapports, vous n’apprenez ni qu’un tiers perturbe vos e-mails, ni qu’un certificat renouvelé fait renoncer des expéditeurs.",
    outcomes: {
      absent: "{domain} n’indique aucune adresse pour les rapports de remise chiffrée.",
      malformed: "L’enregistrement TLS-RPT de {domain} est illisible pour les expéditeurs.",
    },
  },
} as const satisfies CheckText<string>;
