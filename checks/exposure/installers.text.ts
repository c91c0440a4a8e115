import type { ExposureText } from "./exposed.ts";

export const installersText: ExposureText = {
  en: {
    title: "Installers left behind",
    pass: "No installer was left behind.",
    why: "An installer asks no password: whoever runs it again owns the shop.",
  },
  fr: {
    title: "Installateurs oubliés",
    pass: "Aucun installateur n’a été oublié.",
    why: "Un installateur ne demande aucun mot de passe : celui qui le relance devient maître de la boutique.",
  },
};
