import type { CheckText } from "../../src/core/check.ts";

export const actionTargetText = {
  en: {
    title: "Who receives the forms",
    pass: "Forms with personal data are sent to your own site, or to the payment provider.",
    why: "Whoever receives your customers' data for you is your processor: you must know him, have a contract with him, and name him in your privacy policy.",
    outcomes: {
      "unknown-host": "The {form} on {page} sends {categories} to {host}, which belongs to nobody that Vigie knows.",
      "known-processor": "The {form} on {page} sends {categories} to {processor} ({recipient}).",
      "hosted-form": "The {form} on {page} is kept by {processor}, a form service.",
    },
  },
  fr: {
    title: "Destinataires des formulaires",
    pass: "Les formulaires sont envoyés à votre propre site, ou au prestataire de paiement.",
    why: "Celui qui reçoit pour vous les données de vos clients est votre sous-traitant : vous devez le connaître, avoir un contrat avec lui et le nommer dans votre politique de confidentialité.",
    outcomes: {
      "unknown-host": "Le {form} de {page} envoie {categories} à {host}, que Vigie ne connaît pas.",
      "known-processor": "Le {form} de {page} envoie {categories} à {processor} ({recipient}).",
      "hosted-form": "Le {form} de {page} est hébergé par {processor}, un service de formulaires.",
    },
  },
} as const satisfies CheckText<string>;
