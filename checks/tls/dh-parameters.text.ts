import type { CheckText } from "../../src/core/check.ts";

export const dhParametersText: CheckText<"export" | "breakable" | "short" | "reused"> = {
  en: {
    title: "Diffie-Hellman parameters",
    pass: "The Diffie-Hellman prime is large enough.",
    why: "Diffie-Hellman with a small or widely shared prime can be broken by somebody with enough computers, who then reads the connection. Elliptic curves have replaced it; it can usually be switched off.",
    outcomes: {
      export: "{host} accepts export-grade Diffie-Hellman of {bits} bits (Logjam).",
      breakable: "{host} uses a Diffie-Hellman prime of {bits} bits that is within reach of an attacker.",
      short: "{host} uses a Diffie-Hellman prime of {bits} bits; at least {minimum} are needed.",
      reused: "{host} uses the same Diffie-Hellman key for several connections.",
    },
  },
  fr: {
    title: "Paramètres Diffie-Hellman",
    pass: "Le nombre premier de Diffie-Hellman est assez grand.",
    why: "Un échange Diffie-Hellman sur un nombre premier petit, ou partagé par de nombreux serveurs, peut être cassé par qui dispose d’assez d’ordinateurs ; il lit alors la connexion. Les courbes elliptiques l’ont remplacé et il peut le plus souvent être désactivé.",
    outcomes: {
      export: "{host} accepte un échange Diffie-Hellman d’export de {bits} bits (Logjam).",
      breakable: "{host} utilise un nombre premier de {bits} bits, à la portée d’un attaquant.",
      short: "{host} utilise un nombre premier de {bits} bits ; il en faut au moins {minimum}.",
      reused: "{host} utilise la même clé Diffie-Hellman pour plusieurs connexions.",
    },
  },
};
