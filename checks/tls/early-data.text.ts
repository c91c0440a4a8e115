import type { CheckText } from "../../src/core/check.ts";

export const earlyDataText: CheckText<"enabled"> = {
  en: {
    title: "Early data (0-RTT)",
    pass: "Early data are off.",
    why: "Early data save a fraction of a second, but somebody who copies such a request can send it again. In a shop that may be an order or a payment, unless the application refuses repeats itself.",
    outcomes: { enabled: "{host} accepts early data (0-RTT, up to {bytes:bytes}), which can be replayed." },
  },
  fr: {
    title: "Données anticipées (0-RTT)",
    pass: "Les données anticipées sont désactivées.",
    why: "Les données anticipées font gagner une fraction de seconde, mais celui qui copie une telle requête peut la renvoyer. Dans une boutique, ce peut être une commande ou un paiement, sauf si l’application refuse elle-même les répétitions.",
    outcomes: {
      enabled: "{host} accepte des données anticipées (0-RTT, jusqu’à {bytes:bytes}), qui peuvent être rejouées.",
    },
  },
};
