import type { CheckText } from "../../src/core/check.ts";

export const withdrawalText = {
  en: {
    title: "A way to withdraw",
    pass: "Customers are shown how to withdraw or to object.",
    why: "It must be as easy to withdraw an agreement as to give it. A customer who finds no door complains to the authority.",
    outcomes: {
      "no-way": "No page shows how to unsubscribe, to change cookie choices, or whom to ask about one's data.",
    },
  },
  fr: {
    title: "Retrait du consentement",
    pass: "Vos clients voient comment retirer leur accord ou s’opposer.",
    why: "Retirer un accord doit être aussi simple que le donner. Un client qui ne trouve pas comment faire s’adresse à la CNIL.",
    outcomes: {
      "no-way": "Aucune page n’indique comment se désinscrire, modifier ses choix de cookies ou exercer ses droits.",
    },
  },
} as const satisfies CheckText<string>;
