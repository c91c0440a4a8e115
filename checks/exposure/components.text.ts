import type { ExposureText } from "./exposed.ts";

export const componentsText: ExposureText = {
  en: {
    title: "Component lists and test tools",
    pass: "Neither component lists nor test tools of the server can be read.",
    why: "The list of components tells which known holes to try, and a forgotten test tool is such a hole.",
  },
  fr: {
    title: "Listes de composants et outils de test",
    pass: "Ni liste de composants ni outil de test du serveur n’est lisible.",
    why: "La liste des composants indique quelles failles connues essayer, et un outil de test oublié en est une.",
  },
};
