import type { CheckText } from "../../src/core/check.ts";

export const thirdPartiesText = {
  en: {
    title: "Third parties on the pages",
    pass: "Every third party that runs on the pages is known by name and role.",
    why: "You answer for everyone who runs on your pages. Start by knowing them all.",
    outcomes: {
      unnamed: "{domain} runs on {page}, and Vigie does not know whose it is.",
    },
  },
  fr: {
    title: "Tiers présents sur les pages",
    pass: "Tous les tiers actifs sur les pages sont connus par leur nom et leur rôle.",
    why: "Vous répondez de tous ceux qui agissent sur vos pages. La première étape est de les connaître tous.",
    outcomes: {
      unnamed: "{domain} est actif sur {page}, et Vigie ne sait pas à qui il appartient.",
    },
  },
} as const satisfies CheckText<string>;
