import type { CheckText } from "../../src/core/check.ts";

export const permissionsPolicyText = {
  en: {
    title: "Permissions-Policy",
    pass: "The pages say who may use camera, microphone and location, and leave payment alone.",
    why: "The header keeps scripts of other companies on your pages from asking for the camera, the microphone or the place. Copied without care, it also switches Apple Pay and Google Pay off.",
    outcomes: {
      "blocks-payment":
        "payment=() switches off Apple Pay, Google Pay and other wallets on a page where customers pay.",
      invalid: "The header cannot be read as a whole, so browsers ignore it: {values}.",
      wildcard: "The header lets every company on the page ask for {values}.",
      absent: "{count} {count|page sends|pages send} no Permissions-Policy.",
    },
  },
  fr: {
    title: "Permissions-Policy",
    pass: "Les pages précisent qui peut utiliser caméra, micro et position, sans toucher au paiement.",
    why: "Cet en-tête empêche les scripts d’autres sociétés présents sur vos pages de demander la caméra, le micro ou la position. Recopié sans précaution, il désactive aussi Apple Pay et Google Pay.",
    outcomes: {
      "blocks-payment":
        "payment=() désactive Apple Pay, Google Pay et les autres portefeuilles sur une page où les clients paient.",
      invalid: "L’en-tête est illisible dans son ensemble ; les navigateurs l’ignorent : {values}.",
      wildcard: "L’en-tête permet à toute société présente sur la page de demander {values}.",
      absent: "{count} {count|page n’envoie|pages n’envoient} pas de Permissions-Policy.",
    },
  },
} as const satisfies CheckText<string>;
