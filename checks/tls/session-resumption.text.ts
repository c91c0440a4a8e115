import type { CheckText } from "../../src/core/check.ts";

export const sessionResumptionText: CheckText<"none" | "long-tickets"> = {
  en: {
    title: "Session resumption",
    pass: "Returning visitors resume their session, and for a reasonable time.",
    why: "Resumption spares returning visitors a full handshake. A ticket that lives too long weakens forward secrecy: its key opens every connection made with it.",
    outcomes: {
      none: "{host} did not resume a session; each visit pays for a full handshake.",
      "long-tickets": "{host} gives out tickets that live {days} days; seven are the limit.",
    },
  },
  fr: {
    title: "Reprise de session",
    pass: "Les visiteurs qui reviennent reprennent leur session, pour une durée raisonnable.",
    why: "La reprise évite une négociation complète aux visiteurs qui reviennent. Un ticket qui vit trop longtemps affaiblit la confidentialité persistante : sa clé ouvre toutes les connexions faites avec lui.",
    outcomes: {
      none: "{host} n’a pas repris de session ; chaque visite paie une négociation complète.",
      "long-tickets": "{host} délivre des tickets valables {days} jours ; la limite est de sept.",
    },
  },
};
