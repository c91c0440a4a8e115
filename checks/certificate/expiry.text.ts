import type { CheckText } from "../../src/core/check.ts";

export const expiryText: CheckText<"expired" | "not-yet-valid" | "urgent" | "soon"> = {
  en: {
    title: "Expiry of the certificate",
    pass: "The certificate is valid and will be for a while.",
    why: "When a certificate has expired, browsers put a warning over the whole page in front of the shop. Most customers turn back there; those who go on learn to ignore the warning that protects them.",
    outcomes: {
      expired: "The certificate of {host} expired on {expires:date}.",
      "not-yet-valid": "The certificate of {host} is valid from {begins:date} only.",
      urgent: "The certificate of {host} expires in {days} {days|day|days}, on {expires:date}.",
      soon: "The certificate of {host} expires in {days} {days|day|days}, on {expires:date}, and has not been renewed.",
    },
  },
  fr: {
    title: "Expiration du certificat",
    pass: "Le certificat est valable, et le restera quelque temps.",
    why: "Quand un certificat est expiré, les navigateurs affichent un avertissement en pleine page devant la boutique. La plupart des clients font demi-tour ; les autres apprennent à ignorer l’avertissement qui les protège.",
    outcomes: {
      expired: "Le certificat de {host} a expiré le {expires:date}.",
      "not-yet-valid": "Le certificat de {host} n’est valable qu’à partir du {begins:date}.",
      urgent: "Le certificat de {host} expire dans {days} {days|jour|jours}, le {expires:date}.",
      soon: "Le certificat de {host} expire dans {days} {days|jour|jours}, le {expires:date}, et n’a pas été renouvelé.",
    },
  },
};
