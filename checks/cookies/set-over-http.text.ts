import type { CheckText } from "../../src/core/check.ts";

export const setOverHttpText = {
  en: {
    title: "Cookies set without encryption",
    pass: "No cookie is set over http.",
    why: "A cookie that is handed out in clear can be copied by anybody on the same network, before https begins.",
    outcomes: {
      session: "The session cookie {cookies} is handed out over http, in clear, by {hosts}.",
      others: "{count} {count|cookie is|cookies are} set over http, in clear, by {hosts}: {cookies}.",
    },
  },
  fr: {
    title: "Cookies déposés en clair",
    pass: "Aucun cookie n’est déposé en http.",
    why: "Un cookie remis en clair peut être copié par n’importe qui sur le même réseau, avant même le passage en https.",
    outcomes: {
      session: "Le cookie de session {cookies} est remis en clair (http, sans chiffrement) par {hosts}.",
      others:
        "{count} {count|cookie est déposé|cookies sont déposés} en clair (http, sans chiffrement) par {hosts} : {cookies}.",
    },
  },
} as const satisfies CheckText<string>;
