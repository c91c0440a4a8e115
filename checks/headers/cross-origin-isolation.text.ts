import type { CheckText } from "../../src/core/check.ts";

export const crossOriginIsolationText = {
  en: {
    title: "Isolation headers and the payment (COOP, COEP, CORP)",
    pass: "The isolation headers leave the payment working.",
    why: "These headers are praised by many scanners, but a shop seldom needs them, and two of their values stop PayPal windows, 3-D Secure and card fields from working: orders are lost without an error message.",
    outcomes: {
      "opener-breaks-payment":
        "Cross-Origin-Opener-Policy: {value} cuts the payment window of {hosts} off from the page that opened it.",
      "embedder-breaks-payment":
        "Cross-Origin-Embedder-Policy: {value} keeps the payment frame of {hosts} from loading.",
      invalid: "{header} says “{value}”, which browsers do not know.",
    },
  },
  fr: {
    title: "En-têtes d’isolation et paiement (COOP, COEP, CORP)",
    pass: "Les en-têtes d’isolation laissent le paiement fonctionner.",
    why: "De nombreux outils vantent ces en-têtes, mais une boutique en a rarement besoin, et deux de leurs valeurs empêchent les fenêtres PayPal, 3-D Secure et les champs de carte de fonctionner : des commandes se perdent sans message d’erreur.",
    outcomes: {
      "opener-breaks-payment":
        "Cross-Origin-Opener-Policy: {value} coupe la fenêtre de paiement de {hosts} de la page qui l’a ouverte.",
      "embedder-breaks-payment":
        "Cross-Origin-Embedder-Policy: {value} empêche le cadre de paiement de {hosts} de se charger.",
      invalid: "{header} vaut « {value} », que les navigateurs ne connaissent pas.",
    },
  },
} as const satisfies CheckText<string>;
