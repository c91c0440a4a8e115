import type { CheckText } from "../../src/core/check.ts";

export const captchaFontsText = {
  en: {
    title: "Robot filters, fonts, maps and videos from elsewhere",
    pass: "Robot filters, fonts, maps and videos do not send visitors' addresses outside Europe by themselves.",
    why: "A font or a map from another continent tells its provider each visitor's address. Some robot filters also read the device, which needs an agreement.",
    outcomes: {
      "captcha-before-consent": "{provider} reads the visitor's device on {page} before any agreement.",
      "address-abroad":
        "{provider} (seat: {country}) gets the address of each visitor of {count} {count|page|pages}, first of {page}.",
    },
  },
  fr: {
    title: "Anti-robots, polices, cartes et vidéos externes",
    pass: "Anti-robots, polices, cartes et vidéos n’envoient pas d’eux-mêmes l’adresse des visiteurs hors d’Europe.",
    why: "Une police ou une carte venue d’un autre continent donne à son fournisseur l’adresse IP de chaque visiteur. Certains anti-robots lisent aussi le terminal, ce qui exige un accord.",
    outcomes: {
      "captcha-before-consent": "{provider} lit des informations du terminal du visiteur sur {page} avant tout accord.",
      "address-abroad":
        "{provider} (siège : {country}) reçoit l’adresse IP des visiteurs de {count} {count|page|pages}, dont {page}.",
    },
  },
} as const satisfies CheckText<string>;
