import type { CheckText } from "../../src/core/check.ts";

export const nameServersText = {
  en: {
    title: "More than one name server",
    pass: "Several name servers answer for the domain.",
    why: "When the only name server is down, your shop and your mail are gone with it.",
    outcomes: { single: "{domain} has one name server only." },
  },
  fr: {
    title: "Plusieurs serveurs de noms",
    pass: "Plusieurs serveurs de noms répondent pour le domaine.",
    why: "Quand l’unique serveur de noms tombe, votre boutique et votre messagerie disparaissent avec lui.",
    outcomes: { single: "{domain} n’a qu’un seul serveur de noms." },
  },
} as const satisfies CheckText<string>;
