import type { CheckText } from "../../src/core/check.ts";

export const cookieScopeText = {
  en: {
    title: "Where cookies are sent",
    pass: "Session cookies stay with the shop's own host.",
    why: "A session cookie that is valid for the whole domain is sent to every sub-domain: the blog, the test shop, a supplier's page under your name. The weakest of them decides over your customers' sessions.",
    outcomes: {
      "session-wide": "The session cookie {cookie} is sent to every host under {domain}.",
      refused: "The cookie {cookie} names the domain {domain}, to which {host} does not belong; browsers refuse it.",
    },
  },
  fr: {
    title: "Portée des cookies",
    pass: "Les cookies de session restent sur l’hôte de la boutique.",
    why: "Un cookie de session valable pour tout le domaine part vers chaque sous-domaine : le blog, la boutique de test, la page d’un prestataire sous votre nom. Le plus faible d’entre eux décide des sessions de vos clients.",
    outcomes: {
      "session-wide": "Le cookie de session {cookie} est envoyé à tous les hôtes de {domain}.",
      refused:
        "Le cookie {cookie} nomme le domaine {domain}, dont {host} ne fait pas partie ; les navigateurs le refusent.",
    },
  },
} as const satisfies CheckText<string>;
