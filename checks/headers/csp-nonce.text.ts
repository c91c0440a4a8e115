import type { CheckText } from "../../src/core/check.ts";

export const cspNonceText = {
  en: {
    title: "Nonces of the content security policy",
    pass: "Each answer has a fresh nonce.",
    why: "The policy trusts scripts that carry a secret of the moment. If the secret is always the same, an attacker reads it once and the policy protects nothing.",
    outcomes: { static: "The nonce was the same on two loads of the page." },
  },
  fr: {
    title: "Nonces de la politique de sécurité du contenu",
    pass: "Chaque réponse porte un nonce nouveau.",
    why: "La politique fait confiance aux scripts qui portent un secret du moment. Si ce secret est toujours le même, un attaquant le lit une fois et la politique ne protège plus rien.",
    outcomes: { static: "Le nonce était identique lors de deux chargements de la page." },
  },
} as const satisfies CheckText<string>;
