import type { CheckText } from "../../src/core/check.ts";

export const starttlsText = {
  en: {
    title: "Encryption of the mail server",
    pass: "Your mail server takes mail encrypted.",
    why: "Mail that reaches your server unencrypted can be read on every network on its way: orders, complaints, copies of papers.",
    outcomes: {
      absent: "The mail server {host} offers no encryption.",
      broken: "The mail server {host} announces encryption, but it does not work.",
      "old-versions": "The mail server {host} only speaks outdated versions of TLS.",
      "untrusted-certificate":
        "The certificate of the mail server {host} is not trusted; most senders accept it all the same.",
    },
  },
  fr: {
    title: "Chiffrement du serveur de messagerie",
    pass: "Votre serveur de messagerie reçoit les e-mails chiffrés.",
    why: "Un e-mail qui arrive sans chiffrement peut être lu sur chaque réseau traversé : commandes, réclamations, copies de pièces.",
    outcomes: {
      absent: "Le serveur de messagerie {host} ne propose aucun chiffrement.",
      broken: "Le serveur de messagerie {host} annonce le chiffrement, mais il ne fonctionne pas.",
      "old-versions": "Le serveur de messagerie {host} ne parle que des versions dépassées de TLS.",
      "untrusted-certificate":
        "Le certificat du serveur de messagerie {host} n’est pas reconnu ; la plupart des expéditeurs l’acceptent quand même.",
    },
  },
} as const satisfies CheckText<string>;
