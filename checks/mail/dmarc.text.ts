import type { CheckText } from "../../src/core/check.ts";

export const dmarcText = {
  en: {
    title: "What happens to forged mail (DMARC)",
    pass: "Mail that falsely bears your address is refused or set aside, and you are told about it.",
    why: "DMARC tells your customers' mail services to refuse mail that only pretends to come from you. Without it, forged messages reach the inbox, and you never learn of them.",
    outcomes: {
      absent: "{domain} has no DMARC record.",
      "several-records": "{domain} has several DMARC records: receivers use none of them.",
      "no-policy": "The DMARC record of {domain} has no policy that receivers understand.",
      "none-unseen": "The DMARC record of {domain} asks for nothing (p=none) and names no address for reports.",
      "monitor-only": "The DMARC record of {domain} only watches (p=none): forged mail is still delivered.",
      partial: "The DMARC policy of {domain} is for a part of the mail only ({percent} percent, or a test).",
      "subdomains-open": "The DMARC policy of {domain} leaves its sub-domains open (sp=none).",
      "reports-refused":
        "{receivers} does not say that it takes the DMARC reports of {domain}: receivers of mail send it none.",
      "no-reports": "The DMARC record of {domain} names no address for reports: you do not see who sends in your name.",
    },
  },
  fr: {
    title: "Sort des e-mails falsifiés (DMARC)",
    pass: "Les e-mails qui usurpent votre adresse sont refusés ou mis de côté, et vous en êtes informé.",
    why: "DMARC demande aux messageries de vos clients de refuser les e-mails qui prétendent venir de vous. Sans lui, les messages falsifiés arrivent en boîte de réception et vous ne l’apprenez jamais.",
    outcomes: {
      absent: "{domain} n’a pas d’enregistrement DMARC.",
      "several-records": "{domain} a plusieurs enregistrements DMARC : les destinataires n’en retiennent aucun.",
      "no-policy": "L’enregistrement DMARC de {domain} ne contient pas de politique compréhensible.",
      "none-unseen":
        "L’enregistrement DMARC de {domain} ne demande rien (p=none) et n’indique aucune adresse pour les rapports.",
      "monitor-only":
        "L’enregistrement DMARC de {domain} se contente d’observer (p=none) : les e-mails falsifiés sont toujours remis.",
      partial: "La politique DMARC de {domain} ne vaut que pour une partie des e-mails ({percent} %, ou un essai).",
      "subdomains-open": "La politique DMARC de {domain} laisse les sous-domaines sans protection (sp=none).",
      "reports-refused":
        "{receivers} n’annonce pas accepter les rapports DMARC de {domain} : les messageries ne lui en envoient aucun.",
      "no-reports":
        "L’enregistrement DMARC de {domain} n’indique aucune adresse pour les rapports : vous ne voyez pas qui envoie en votre nom.",
    },
  },
} as const satisfies CheckText<string>;
