import type { CheckText } from "../../src/core/check.ts";

export const deprecatedText = {
  en: {
    title: "Headers of the past",
    pass: "No header is sent that browsers have given up.",
    why: "Some headers from old guides do nothing any more, and one did harm. They give a false sense of safety and hide what is missing.",
    outcomes: {
      "xss-filter": "X-XSS-Protection switches on a filter of old browsers that could itself be abused.",
      obsolete: "The header {header} has no effect in today's browsers.",
    },
  },
  fr: {
    title: "En-têtes dépassés",
    pass: "Aucun en-tête abandonné par les navigateurs n’est envoyé.",
    why: "Certains en-têtes d’anciens guides ne servent plus à rien, et l’un d’eux a fait du tort. Ils donnent un faux sentiment de sécurité et masquent ce qui manque.",
    outcomes: {
      "xss-filter": "X-XSS-Protection active un filtre d’anciens navigateurs qui pouvait lui-même être détourné.",
      obsolete: "L’en-tête {header} n’a aucun effet dans les navigateurs actuels.",
    },
  },
} as const satisfies CheckText<string>;
