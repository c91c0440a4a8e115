import type { CheckText } from "../../src/core/check.ts";

export const nosniffText = {
  en: {
    title: "X-Content-Type-Options",
    pass: "Browsers are told not to guess the type of files.",
    why: "Without this header a browser may take a picture or a text that somebody uploaded for a script, and run it in your shop's name.",
    outcomes: {
      absent: "{count} {count|page does|pages do} not send X-Content-Type-Options: nosniff.",
      invalid: "X-Content-Type-Options says “{value}”, which browsers ignore; only nosniff counts.",
    },
  },
  fr: {
    title: "X-Content-Type-Options",
    pass: "Les navigateurs ont pour consigne de ne pas deviner le type des fichiers.",
    why: "Sans cet en-tête, un navigateur peut prendre une image ou un texte déposé par un tiers pour un script, et l’exécuter au nom de votre boutique.",
    outcomes: {
      absent: "{count} {count|page n’envoie|pages n’envoient} pas X-Content-Type-Options: nosniff.",
      invalid: "X-Content-Type-Options vaut « {value} », que les navigateurs ignorent ; seul nosniff compte.",
    },
  },
} as const satisfies CheckText<string>;
