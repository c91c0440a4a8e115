import type { ExposureText } from "./exposed.ts";

export const userEnumerationText: ExposureText = {
  en: {
    title: "Account names told",
    pass: "No page that was asked for tells account names.",
    why: "Whoever knows the login names only has to guess passwords.",
  },
  fr: {
    title: "Noms de comptes révélés",
    pass: "Aucune page demandée ne révèle de noms de comptes.",
    why: "Celui qui connaît les identifiants n’a plus que les mots de passe à deviner.",
  },
};
