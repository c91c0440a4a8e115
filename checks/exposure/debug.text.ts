import type { ExposureText } from "./exposed.ts";

export const debugText: ExposureText = {
  en: {
    title: "Debug pages",
    pass: "No debug page was found.",
    why: "Debug pages are made for the developer: they show settings, passwords and what customers send.",
  },
  fr: {
    title: "Pages de débogage",
    pass: "Aucune page de débogage n’a été trouvée.",
    why: "Les pages de débogage sont faites pour le développeur : elles montrent réglages, mots de passe et données envoyées par les clients.",
  },
};
