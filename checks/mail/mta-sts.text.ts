import type { CheckText } from "../../src/core/check.ts";

export const mtaStsText = {
  en: {
    title: "Encrypted delivery of the mail you receive (MTA-STS)",
    pass: "Senders must deliver your mail encrypted, to your servers only.",
    why: "Orders, complaints and copies of identity papers reach you by mail. Without this policy somebody on the way can make servers fall back to plain text and read along.",
    outcomes: {
      absent: "{domain} publishes neither an MTA-STS policy nor DANE keys.",
      unreadable: "The MTA-STS record of {domain} is not one valid record: senders take it that there is no policy.",
      unreachable: "{domain} announces an MTA-STS policy, but the file cannot be fetched as senders must fetch it.",
      invalid: "The MTA-STS policy of {domain} cannot be read: senders ignore it.",
      "exchanger-missing": "The MTA-STS policy of {domain} does not name {missing}: mail for it may be refused.",
      "not-enforced": "The MTA-STS policy of {domain} is not enforced.",
      short: "The MTA-STS policy of {domain} is valid for a day or less.",
    },
  },
  fr: {
    title: "Réception chiffrée de vos e-mails (MTA-STS)",
    pass: "Les expéditeurs doivent remettre vos e-mails chiffrés, et à vos seuls serveurs.",
    why: "Commandes, réclamations et copies de pièces d’identité vous parviennent par e-mail. Sans cette politique, quelqu’un placé sur le trajet peut ramener les serveurs au texte en clair et lire les messages.",
    outcomes: {
      absent: "{domain} ne publie ni politique MTA-STS ni clés DANE.",
      unreadable:
        "L’enregistrement MTA-STS de {domain} n’est pas unique ou n’est pas valide : les expéditeurs considèrent qu’il n’y a pas de politique.",
      unreachable:
        "{domain} annonce une politique MTA-STS, mais le fichier ne peut pas être récupéré comme les expéditeurs doivent le faire.",
      invalid: "La politique MTA-STS de {domain} est illisible : les expéditeurs l’ignorent.",
      "exchanger-missing":
        "La politique MTA-STS de {domain} ne cite pas {missing} : des e-mails qui lui sont destinés peuvent être refusés.",
      "not-enforced": "La politique MTA-STS de {domain} n’est pas imposée.",
      short: "La politique MTA-STS de {domain} ne vaut qu’un jour ou moins.",
    },
  },
} as const satisfies CheckText<string>;
