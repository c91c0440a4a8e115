import type { CheckText } from "../../src/core/check.ts";

export const framingText = {
  en: {
    title: "Protection against framing (clickjacking)",
    pass: "Other sites cannot show the pages inside a frame.",
    why: "Somebody else's page can show yours in an invisible frame and let your customers click on things that they do not see: confirm an order, change an address, grant an access.",
    outcomes: {
      absent:
        "{count} {count|page|pages} can be framed by any site: neither frame-ancestors nor X-Frame-Options is sent.",
      "broad-ancestors": "frame-ancestors lets any site frame the page: “{value}”.",
      "meta-only": "frame-ancestors stands in a meta element, where browsers ignore it; no header protects the page.",
      invalid: "X-Frame-Options says “{value}”, which browsers ignore; only DENY and SAMEORIGIN count.",
      contradictory: "X-Frame-Options is sent with contradicting values: {value}.",
    },
  },
  fr: {
    title: "Protection contre l’affichage en cadre (clickjacking)",
    pass: "Les autres sites ne peuvent pas afficher les pages dans un cadre.",
    why: "La page d’un tiers peut afficher la vôtre dans un cadre invisible et faire cliquer vos clients sur ce qu’ils ne voient pas : valider une commande, changer une adresse, accorder un accès.",
    outcomes: {
      absent:
        "{count} {count|page peut|pages peuvent} être {count|affichée|affichées} en cadre par n’importe quel site : ni frame-ancestors ni X-Frame-Options ne sont envoyés.",
      "broad-ancestors": "frame-ancestors laisse n’importe quel site afficher la page en cadre : « {value} ».",
      "meta-only":
        "frame-ancestors figure dans un élément meta, où les navigateurs l’ignorent ; aucun en-tête ne protège la page.",
      invalid: "X-Frame-Options vaut « {value} », que les navigateurs ignorent ; seuls DENY et SAMEORIGIN comptent.",
      contradictory: "X-Frame-Options est envoyé avec des valeurs contradictoires : {value}.",
    },
  },
} as const satisfies CheckText<string>;
