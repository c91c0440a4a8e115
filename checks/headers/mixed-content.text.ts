import type { CheckText } from "../../src/core/check.ts";

export const mixedContentText = {
  en: {
    title: "Mixed content",
    pass: "Encrypted pages load everything over https.",
    why: "A page is only as protected as what it loads. A script that comes in clear can be replaced on the way, and then reads all that the customer types on the encrypted page.",
    outcomes: {
      active: "An https page loads code or style from {host} in clear: {url}.",
      passive: "An https page loads pictures or media from {host} in clear: {url}.",
    },
  },
  fr: {
    title: "Contenu mixte",
    pass: "Les pages chiffrées chargent tout en https.",
    why: "Une page n’est protégée qu’autant que ce qu’elle charge. Un script reçu en clair peut être remplacé en chemin, et lit alors tout ce que le client saisit sur la page chiffrée.",
    outcomes: {
      active: "Une page https charge du code ou des styles depuis {host} en clair : {url}.",
      passive: "Une page https charge des images ou des médias depuis {host} en clair : {url}.",
    },
  },
} as const satisfies CheckText<string>;
