import type { CheckText } from "../../src/core/check.ts";

export const drownText: CheckText<"sslv2"> = {
  en: {
    title: "SSL 2.0 (DROWN)",
    pass: "SSL 2.0 is switched off.",
    why: "SSL 2.0 dates from 1995. As long as any server with the same key speaks it, recorded connections of today's browsers can be decrypted with the DROWN attack.",
    outcomes: { sslv2: "{host} still speaks SSL 2.0, which exposes all of its connections to DROWN." },
  },
  fr: {
    title: "SSL 2.0 (DROWN)",
    pass: "SSL 2.0 est désactivé.",
    why: "SSL 2.0 date de 1995. Tant qu’un serveur ayant la même clé l’accepte, les connexions enregistrées des navigateurs actuels peuvent être déchiffrées par l’attaque DROWN.",
    outcomes: { sslv2: "{host} accepte encore SSL 2.0, ce qui expose toutes ses connexions à DROWN." },
  },
};
