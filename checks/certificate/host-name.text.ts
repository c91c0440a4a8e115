import type { CheckText } from "../../src/core/check.ts";

export const hostNameText: CheckText<"mismatch" | "common-name-only" | "twin-mismatch"> = {
  en: {
    title: "Name in the certificate",
    pass: "The certificate is made out to this site.",
    why: "The name in the certificate tells the browser that it talks to your shop and to nobody else. When it does not fit, every visitor gets a warning over the whole page.",
    outcomes: {
      mismatch: "The certificate that {host} shows is for {names}.",
      "common-name-only":
        "The certificate of {host} names it only in the common name, which browsers have ignored since 2017.",
      "twin-mismatch": "Whoever types {host} gets a warning: the certificate there is for {names}.",
    },
  },
  fr: {
    title: "Nom du site dans le certificat",
    pass: "Le certificat est établi au nom de ce site.",
    why: "Le nom inscrit dans le certificat dit au navigateur qu’il parle à votre boutique et à personne d’autre. Quand le certificat ne correspond pas au nom du site, chaque visiteur reçoit un avertissement en pleine page.",
    outcomes: {
      mismatch: "Le certificat présenté par {host} ne correspond pas au nom du site : il vaut pour {names}.",
      "common-name-only":
        "Le certificat ne nomme {host} que dans le « common name », que les navigateurs ignorent depuis 2017.",
      "twin-mismatch": "Qui saisit {host} reçoit un avertissement : le certificat y vaut pour {names}.",
    },
  },
};
