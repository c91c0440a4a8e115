import type { CheckText } from "../../src/core/check.ts";

export const freakText: CheckText<"export-rsa"> = {
  en: {
    title: "FREAK: export-grade RSA",
    pass: "No export-grade RSA suite is accepted.",
    why: "Export suites were weakened by law in the 1990s. An attacker on the network can make old programs use them and break the key within hours.",
    outcomes: { "export-rsa": "{host} accepts export-grade RSA suites: {suites}{more}." },
  },
  fr: {
    title: "FREAK : RSA d’export",
    pass: "Aucune suite RSA d’export n’est acceptée.",
    why: "Les suites d’export ont été affaiblies par la loi dans les années 1990. Un attaquant placé sur le réseau peut les imposer à d’anciens logiciels et casser la clé en quelques heures.",
    outcomes: { "export-rsa": "{host} accepte des suites RSA d’export : {suites}{more}." },
  },
};
