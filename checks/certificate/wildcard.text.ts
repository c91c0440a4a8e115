import type { CheckText } from "../../src/core/check.ts";

export const wildcardText: CheckText<"wildcard"> = {
  en: {
    title: "Wildcard certificate",
    pass: "The certificate names its hosts one by one.",
    why: "A wildcard certificate is good for every sub-domain. Whoever steals its key from the least guarded of the servers can pass for all of them.",
    outcomes: { wildcard: "The certificate of {host} is good for every name under {names}." },
  },
  fr: {
    title: "Certificat générique (wildcard)",
    pass: "Le certificat nomme ses hôtes un par un.",
    why: "Un certificat générique vaut pour tous les sous-domaines. Celui qui vole sa clé sur le moins bien gardé des serveurs peut se faire passer pour tous.",
    outcomes: { wildcard: "Le certificat de {host} vaut pour tout nom de la forme {names}." },
  },
};
