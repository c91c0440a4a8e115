import type { CheckText } from "../../src/core/check.ts";

export const policyLinkText = {
  en: {
    title: "Link to the privacy policy at the form",
    pass: "Every form that collects data leads to the privacy policy.",
    why: "Customers must be told what happens to their data where they give them. A link beside the form is the least.",
    outcomes: {
      "not-near":
        "The {form} on {page} asks for {categories}; the privacy policy is linked elsewhere on the page, not beside the form.",
      nowhere: "The {form} on {page} asks for {categories}, and nothing on the page leads to a privacy policy.",
    },
  },
  fr: {
    title: "Lien vers la politique de confidentialité près du formulaire",
    pass: "Chaque formulaire qui recueille des données mène à la politique de confidentialité.",
    why: "Vos clients doivent savoir ce que deviennent leurs données à l’endroit où ils les donnent. Un lien près du formulaire est le minimum.",
    outcomes: {
      "not-near":
        "Le {form} de {page} demande {categories} ; le lien vers la politique de confidentialité se trouve ailleurs dans la page, pas près du formulaire.",
      nowhere:
        "Le {form} de {page} demande {categories}, et rien dans la page ne mène à une politique de confidentialité.",
    },
  },
} as const satisfies CheckText<string>;
