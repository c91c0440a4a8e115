import type { CheckText } from "../../src/core/check.ts";

const EN = "{title}: {url}";
const FR = "{title}\u00A0: {url}";

export const customPathsText = {
  en: {
    title: "Paths of your own",
    pass: "None of your own probes found anything.",
    why: "You listed this path because it should not answer: it did, with the content that you described.",
    outcomes: { critical: EN, high: EN, medium: EN, low: EN, info: EN },
  },
  fr: {
    title: "Vos propres chemins",
    pass: "Aucune de vos propres sondes n’a trouvé quoi que ce soit.",
    why: "Vous avez indiqué ce chemin parce qu’il ne devrait pas répondre : il a répondu, avec le contenu que vous avez décrit.",
    outcomes: { critical: FR, high: FR, medium: FR, low: FR, info: FR },
  },
} as const satisfies CheckText<string>;
