import type { CheckText } from "../../src/core/check.ts";

export const policyPageText = {
  en: {
    title: "The privacy policy can be read",
    pass: "The privacy policy is there and can be read.",
    why: "A link to a policy that nobody can read informs nobody.",
    outcomes: {
      dead: "The privacy policy is linked, but {page} answers with status {status}.",
      empty: "The privacy policy at {page} holds only {length} {length|character|characters} of text.",
    },
  },
  fr: {
    title: "Politique de confidentialité lisible",
    pass: "La politique de confidentialité est en ligne et lisible.",
    why: "Un lien vers une politique que personne ne peut lire n’informe personne.",
    outcomes: {
      dead: "Le site renvoie à une politique de confidentialité, mais {page} répond avec le statut {status}.",
      empty:
        "La politique de confidentialité de {page} ne contient que {length} {length|caractère|caractères} de texte.",
    },
  },
} as const satisfies CheckText<string>;
