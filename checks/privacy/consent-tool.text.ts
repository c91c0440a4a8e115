import type { CheckText } from "../../src/core/check.ts";

export const consentToolText = {
  en: {
    title: "Consent tool",
    pass: "A consent tool asks visitors for their choice.",
    why: "With trackers on the site, visitors must be asked, and must be able to refuse as easily as to accept.",
    outcomes: {
      none: "{trackers} {count|follows|follow} visitors, and no consent tool was seen.",
    },
  },
  fr: {
    title: "Outil de consentement",
    pass: "Un outil de consentement recueille le choix des visiteurs.",
    why: "Dès que des traceurs sont présents, le visiteur doit pouvoir choisir, et refuser aussi simplement qu’accepter.",
    outcomes: {
      none: "{trackers} {count|suit|suivent} les visiteurs, et aucun outil de consentement n’a été vu.",
    },
  },
} as const satisfies CheckText<string>;
