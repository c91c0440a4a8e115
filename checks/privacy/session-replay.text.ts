import type { CheckText } from "../../src/core/check.ts";

export const sessionReplayText = {
  en: {
    title: "Session replay on pages with personal data",
    pass: "Session replay was not seen on pages where customers log in, pay or manage their account.",
    why: "A session replay tool films what customers do, including what they type, and sends the film to a third party. On a log-in or payment page that is a leak by design.",
    outcomes: {
      "records-forms":
        "{recorder} can record what customers type on {count} {count|page|pages} with personal data, first on {page}.",
    },
  },
  fr: {
    title: "Enregistrement de session sur les pages personnelles",
    pass: "Aucun enregistrement de session n’a été vu sur les pages de connexion, de paiement ou de compte.",
    why: "Un outil d’enregistrement de session filme ce que font vos clients, saisies comprises, et envoie le film à un tiers. Sur une page de connexion ou de paiement, c’est une fuite par construction.",
    outcomes: {
      "records-forms":
        "{recorder} peut enregistrer ce que vos clients saisissent sur {count} {count|page|pages} avec données personnelles, dont {page}.",
    },
  },
} as const satisfies CheckText<string>;
