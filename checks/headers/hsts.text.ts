import type { CheckText } from "../../src/core/check.ts";

export const hstsText = {
  en: {
    title: "HTTP Strict Transport Security (HSTS)",
    pass: "The site tells browsers to come by https only.",
    why: "A customer who types your address or follows an old link starts over http. On a shared network somebody can catch that first visit and show a copy of your shop. HSTS makes the browser go straight to https.",
    outcomes: {
      absent: "{hosts} {count|does|do} not send the Strict-Transport-Security header.",
      malformed:
        "{hosts} {count|sends|send} a Strict-Transport-Security header that browsers cannot read, so it has no effect.",
      disabled: "{hosts} {count|sends|send} max-age=0, which switches HSTS off.",
      duplicated:
        "{hosts} {count|sends|send} the Strict-Transport-Security header more than once; browsers take the first only.",
      short: "{hosts} {count|asks|ask} for https for {days} {days|day|days} only; {wanted} are advised.",
      "no-subdomains": "The HSTS policy of {hosts} leaves out the sub-domains.",
      "preload-premature":
        "{hosts} {count|announces|announce} preload without meeting its conditions: one year and includeSubDomains. The list will refuse it.",
    },
  },
  fr: {
    title: "HSTS (connexion https imposée)",
    pass: "Le site demande aux navigateurs de ne venir qu’en https.",
    why: "Un client qui saisit votre adresse ou suit un ancien lien commence en http. Sur un réseau partagé, quelqu’un peut intercepter cette première visite et présenter une copie de votre boutique. Avec HSTS, le navigateur va directement en https.",
    outcomes: {
      absent: "{hosts} {count|n’envoie|n’envoient} pas l’en-tête Strict-Transport-Security.",
      malformed:
        "{hosts} {count|envoie|envoient} un en-tête Strict-Transport-Security que les navigateurs ne peuvent pas lire : il reste sans effet.",
      disabled: "{hosts} {count|envoie|envoient} max-age=0, ce qui désactive HSTS.",
      duplicated:
        "{hosts} {count|envoie|envoient} plusieurs fois l’en-tête Strict-Transport-Security ; les navigateurs ne retiennent que le premier.",
      short: "{hosts} {count|n’impose|n’imposent} https que pour {days} {days|jour|jours} ; {wanted} sont recommandés.",
      "no-subdomains": "La politique HSTS de {hosts} laisse de côté les sous-domaines.",
      "preload-premature":
        "{hosts} {count|annonce|annoncent} preload sans en remplir les conditions : un an et includeSubDomains. La liste le refusera.",
    },
  },
} as const satisfies CheckText<string>;
