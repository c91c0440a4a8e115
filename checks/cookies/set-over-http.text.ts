import type { CheckText } from "../../src/core/check.ts";

export const setOverHttpText = {
  en: {
    title: "Cookies set without encryption",
    pass: "No cookie is set over http.",
    why: "A cookie that is handed out in clear can be copied by anybody on the same network, before https begins.",
    outcomes: {
      session: "{host} hands out the session cookie {cookies} over http, in clear.",
      others: "{host} sets {count} {count|cookie|cookies} over http, in clear: {cookies}.",
    },
  },
  fr: {
    title: "Cookies déposés en clair",
    pass: "Aucun cookie n’est déposé en http.",
    why: "Un cookie remis en clair peut être copié par n’importe qui sur le même réseau, avant même le passage en https.",
    outcomes: {
      session: "{host} remet le cookie de session {cookies} en clair (http, sans chiffrement).",
      others: "{host} dépose {count} {count|cookie|cookies} en clair (http, sans chiffrement) : {cookies}.",
    },
  },
} as const satisfies CheckText<string>;
