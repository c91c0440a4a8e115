import type { CheckText } from "../../src/core/check.ts";

export const policyProcessorsText = {
  en: {
    title: "The policy names who receives the data",
    pass: "The privacy policy names every recipient that was seen.",
    why: "Customers have the right to know who receives their data. A provider that works on your pages and is missing in your policy is the first thing that an inspection finds.",
    outcomes: {
      "not-named": "{processor} ({recipient}) receives data from your pages, and the privacy policy does not name it.",
      "not-declared":
        "{processor} ({recipient}) was seen on your pages, and is missing in your own list of processors.",
      "declared-not-named": "{processor} is in your own list of processors, and the privacy policy does not name it.",
      "named-not-seen":
        "The privacy policy names {processors}, and {count|it was|they were} seen on none of the pages looked at.",
    },
  },
  fr: {
    title: "Destinataires nommés dans la politique",
    pass: "La politique de confidentialité nomme tous les destinataires observés.",
    why: "Vos clients ont le droit de savoir qui reçoit leurs données. Un prestataire présent sur vos pages et absent de votre politique est la première chose qu’un contrôle relève.",
    outcomes: {
      "not-named":
        "{processor} ({recipient}) reçoit des données de vos pages, et la politique de confidentialité ne le nomme pas.",
      "not-declared":
        "{processor} ({recipient}) est présent sur vos pages et absent de votre propre liste de sous-traitants.",
      "declared-not-named":
        "{processor} figure dans votre liste de sous-traitants, et la politique de confidentialité ne le nomme pas.",
      "named-not-seen":
        "La politique de confidentialité nomme {processors}, {count|absent|absents} des pages examinées.",
    },
  },
} as const satisfies CheckText<string>;
