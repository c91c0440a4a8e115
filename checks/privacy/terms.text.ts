import type { CheckText } from "../../src/core/check.ts";

export const termsText = {
  en: {
    title: "Terms of sale",
    pass: "The terms of sale can be read.",
    why: "A customer must be able to read the terms before he buys, and they often hold what he is told about his data.",
    outcomes: {
      missing: "Something is sold here, and no page leads to terms of sale.",
      dead: "The terms of sale are linked, but {page} answers with status {status}.",
      empty: "The terms of sale at {page} are almost empty.",
    },
  },
  fr: {
    title: "Conditions générales de vente (CGV)",
    pass: "Les conditions générales de vente sont lisibles.",
    why: "Un client doit pouvoir lire les conditions avant d’acheter, et elles contiennent souvent une partie de l’information sur ses données.",
    outcomes: {
      missing: "Ce site vend, et aucune page ne mène à des conditions générales de vente.",
      dead: "Le site renvoie à des conditions générales de vente, mais {page} répond avec le statut {status}.",
      empty: "Les conditions générales de vente de {page} sont presque vides.",
    },
  },
} as const satisfies CheckText<string>;
