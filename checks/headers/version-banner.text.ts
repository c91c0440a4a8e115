import type { CheckText } from "../../src/core/check.ts";

export const versionBannerText = {
  en: {
    title: "Versions told to strangers",
    pass: "The server does not tell the versions of its software.",
    why: "Attackers search the whole internet for a version with a known hole. A server that tells its version is on the list the day the hole becomes known.",
    outcomes: {
      version: "The header {header} tells a version: {value}.",
      technology: "The header {header} tells the software behind the site: {value}.",
    },
  },
  fr: {
    title: "Versions révélées",
    pass: "Le serveur ne révèle pas les versions de ses logiciels.",
    why: "Les attaquants cherchent sur tout internet les versions qui ont une faille connue. Un serveur qui affiche la sienne est sur la liste le jour où la faille est publiée.",
    outcomes: {
      version: "L’en-tête {header} révèle une version : {value}.",
      technology: "L’en-tête {header} révèle le logiciel du site : {value}.",
    },
  },
} as const satisfies CheckText<string>;
