import type { CheckText } from "../../src/core/check.ts";

export const serverOrderText: CheckText<"client-order"> = {
  en: {
    title: "Order of cipher suites",
    pass: "The server chooses the strongest suite, or accepts only good ones.",
    why: "When good and weaker suites are both accepted, an old or ill-configured program on a customer's device may pick a weaker one although it could do better.",
    outcomes: {
      "client-order": "{host} lets the visitor's program choose among good and weaker suites ({versions}).",
    },
  },
  fr: {
    title: "Ordre des suites cryptographiques",
    pass: "Le serveur choisit la suite la plus forte, ou n’en accepte que de bonnes.",
    why: "Quand de bonnes suites et de plus faibles sont acceptées ensemble, un logiciel ancien ou mal réglé chez un client peut en retenir une faible alors qu’il saurait mieux faire.",
    outcomes: {
      "client-order":
        "{host} laisse le logiciel du visiteur choisir entre de bonnes suites et de plus faibles ({versions}).",
    },
  },
};
