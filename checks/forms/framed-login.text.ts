import type { CheckText } from "../../src/core/check.ts";

export const framedLoginText = {
  en: {
    title: "Log-in forms in frames",
    pass: "Log-in forms stand in pages of their own, or say who may frame them.",
    why: "A log-in form that any site may show in a frame can be laid under another page: the customer believes that he is at your shop, and somebody else watches or guides his clicks.",
    outcomes: {
      "login-in-frame": "The log-in form of {page} is shown in a frame of {frame}, and does not say who may frame it.",
    },
  },
  fr: {
    title: "Formulaires de connexion dans un cadre",
    pass: "Les formulaires de connexion ont leur propre page, ou indiquent qui peut les afficher dans un cadre.",
    why: "Un formulaire de connexion que n’importe quel site peut afficher dans un cadre peut être glissé sous une autre page : le client se croit chez vous, et un tiers guide ses clics.",
    outcomes: {
      "login-in-frame":
        "Le formulaire de connexion de {page} est affiché dans un cadre de {frame}, sans indiquer qui a le droit de l’afficher.",
    },
  },
} as const satisfies CheckText<string>;
