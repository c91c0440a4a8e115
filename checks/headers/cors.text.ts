import type { CheckText } from "../../src/core/check.ts";

export const corsText = {
  en: {
    title: "What other sites' scripts may read (CORS)",
    pass: "Scripts of other sites cannot read what a logged-in customer sees.",
    why: "A page of somebody else's, open in another tab, can ask your shop for the account page in your customer's name. Browsers keep the answer from it unless your server says that every site may read along.",
    outcomes: {
      "reflected-credentials": "{path} lets any site read answers that are meant for the logged-in customer.",
      "null-credentials":
        "{path} lets pages without an origin (any sandboxed frame) read answers that are meant for the logged-in customer.",
      "wildcard-data": "{path} lets any site read its data.",
      "no-vary": "{path} mirrors the asking site without Vary: Origin, so caches mix up the answers.",
      contradictory: "{path} allows every site and credentials at once, which browsers refuse.",
    },
  },
  fr: {
    title: "Ce que les scripts d’autres sites peuvent lire (CORS)",
    pass: "Les scripts d’autres sites ne peuvent pas lire ce que voit un client connecté.",
    why: "La page d’un tiers, ouverte dans un autre onglet, peut demander à votre boutique la page de compte au nom de votre client. Les navigateurs lui cachent la réponse, sauf si votre serveur déclare que tout site peut la lire.",
    outcomes: {
      "reflected-credentials": "{path} laisse n’importe quel site lire les réponses destinées au client connecté.",
      "null-credentials":
        "{path} laisse des pages sans origine (tout cadre isolé) lire les réponses destinées au client connecté.",
      "wildcard-data": "{path} laisse n’importe quel site lire ses données.",
      "no-vary": "{path} recopie le site demandeur sans Vary: Origin ; les caches mélangent alors les réponses.",
      contradictory: "{path} autorise à la fois tous les sites et les identifiants, ce que les navigateurs refusent.",
    },
  },
} as const satisfies CheckText<string>;
