import type { CheckText } from "../../src/core/check.ts";

export const cookiePrefixesText = {
  en: {
    title: "Cookie name prefixes",
    pass: "Cookies with a protecting prefix keep what it promises.",
    why: "A name that begins with __Host- or __Secure- makes browsers refuse a copy of the cookie that came over http or from a sub-domain, so nobody can push a session of their own onto your customer.",
    outcomes: {
      "host-broken": "The cookie {cookie} breaks the rules of its __Host- prefix, so browsers refuse it.",
      "secure-broken": "The cookie {cookie} breaks the rule of its __Secure- prefix, so browsers refuse it.",
      unprefixed: "The session cookie {cookie} could carry the __Host- prefix.",
    },
  },
  fr: {
    title: "Préfixes des noms de cookies",
    pass: "Les cookies qui portent un préfixe protecteur en respectent les règles.",
    why: "Un nom qui commence par __Host- ou __Secure- fait refuser aux navigateurs une copie du cookie venue en http ou d’un sous-domaine : personne ne peut imposer sa propre session à votre client.",
    outcomes: {
      "host-broken": "Le cookie {cookie} enfreint les règles de son préfixe __Host- ; les navigateurs le refusent.",
      "secure-broken": "Le cookie {cookie} enfreint la règle de son préfixe __Secure- ; les navigateurs le refusent.",
      unprefixed: "Le cookie de session {cookie} pourrait porter le préfixe __Host-.",
    },
  },
} as const satisfies CheckText<string>;
