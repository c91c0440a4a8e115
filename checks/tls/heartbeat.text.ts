import type { CheckText } from "../../src/core/check.ts";

export const heartbeatText: CheckText<"enabled"> = {
  en: {
    title: "Heartbeat extension",
    pass: "The heartbeat extension is off, so Heartbleed cannot be there.",
    why: "Nobody needs this extension on a web server. In unpatched OpenSSL of 2012 to 2014 it let anybody read the server's memory (Heartbleed). Vigie does not try that attack: ask whoever runs the server for its OpenSSL version.",
    outcomes: { enabled: "{host} answers the heartbeat extension; Heartbleed itself was not tested." },
  },
  fr: {
    title: "Extension heartbeat",
    pass: "L’extension heartbeat est désactivée ; Heartbleed est donc exclu.",
    why: "Personne n’a besoin de cette extension sur un serveur web. Dans les OpenSSL non corrigés de 2012 à 2014, elle permettait à quiconque de lire la mémoire du serveur (Heartbleed). Vigie ne tente pas cette attaque : demandez la version d’OpenSSL à la personne qui gère le serveur.",
    outcomes: { enabled: "{host} répond à l’extension heartbeat ; Heartbleed lui-même n’a pas été testé." },
  },
};
