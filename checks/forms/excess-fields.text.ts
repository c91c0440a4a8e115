import type { CheckText } from "../../src/core/check.ts";

export const excessFieldsText = {
  en: {
    title: "No more data than needed",
    pass: "Forms demand only what they need.",
    why: "What you do not have cannot leak. Data that the purpose does not need must not be demanded, and customers must see which fields they may leave empty.",
    outcomes: {
      "not-needed": "The {form} on {page} demands {categories}, which it can do its work without.",
      unmarked: "The {form} on {page} asks for {count} pieces of personal data and does not say which are required.",
    },
  },
  fr: {
    title: "Pas plus de données que nécessaire",
    pass: "Les formulaires n’exigent que le nécessaire.",
    why: "Ce que vous n’avez pas ne peut pas fuir. Une donnée inutile à la finalité ne doit pas être exigée, et vos clients doivent voir quels champs ils peuvent laisser vides.",
    outcomes: {
      "not-needed": "Le {form} de {page} exige {categories}, dont il peut se passer.",
      unmarked: "Le {form} de {page} demande {count} données personnelles sans indiquer lesquelles sont obligatoires.",
    },
  },
} as const satisfies CheckText<string>;
