import type { CheckText } from "../../src/core/check.ts";

export const legalNoticeText = {
  en: {
    title: "Legal notice",
    pass: "The legal notice says who publishes and who hosts the site.",
    why: "Customers must be able to know who is behind the shop and who hosts it, before they trust it with their data.",
    outcomes: {
      missing: "No page leads to a legal notice.",
      dead: "The legal notice is linked, but {page} answers with status {status}.",
      empty: "The legal notice at {page} is almost empty.",
      incomplete: "The legal notice at {page} does not seem to give {items}.",
    },
  },
  fr: {
    title: "Mentions légales",
    pass: "Les mentions légales indiquent qui édite et qui héberge le site.",
    why: "Vos clients doivent pouvoir savoir qui est derrière la boutique et qui l’héberge, avant de lui confier leurs données.",
    outcomes: {
      missing: "Aucune page ne mène à des mentions légales.",
      dead: "Le site renvoie à des mentions légales, mais {page} répond avec le statut {status}.",
      empty: "Les mentions légales de {page} sont presque vides.",
      incomplete: "Les mentions légales de {page} ne semblent pas indiquer {items}.",
    },
  },
} as const satisfies CheckText<string>;
