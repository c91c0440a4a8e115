import type { CheckText } from "../../src/core/check.ts";

export const reportingText = {
  en: {
    title: "Where browsers send their reports",
    pass: "Reports go to encrypted addresses that are defined.",
    why: "Reports of a policy tell you first when a foreign script appears on the payment page. If they go nowhere, nobody hears; if they go in clear, they tell what your customers look at.",
    outcomes: {
      "in-clear": "Reports are sent without encryption to {value}.",
      "no-endpoint": "The policy sends its reports to “{value}”, which no header defines: they are lost.",
      malformed: "The header {value} cannot be read, so browsers send no reports.",
    },
  },
  fr: {
    title: "Destination des rapports des navigateurs",
    pass: "Les rapports partent vers des adresses chiffrées et définies.",
    why: "Les rapports d’une politique vous signalent les premiers un script étranger sur la page de paiement. S’ils ne vont nulle part, personne ne le sait ; s’ils partent en clair, ils disent ce que vos clients consultent.",
    outcomes: {
      "in-clear": "Les rapports partent en clair (http, sans chiffrement) vers {value}.",
      "no-endpoint": "La politique envoie ses rapports à « {value} », qu’aucun en-tête ne définit : ils sont perdus.",
      malformed: "L’en-tête {value} est illisible ; les navigateurs n’envoient aucun rapport.",
    },
  },
} as const satisfies CheckText<string>;
