import type { CheckText } from "../../src/core/check.ts";

export const cookieFlagsText = {
  en: {
    title: "Secure and HttpOnly on cookies",
    pass: "Cookies travel over https only, and page scripts cannot read those that hold a session.",
    why: "Whoever has a customer's session cookie is that customer: account, addresses, orders. Without Secure it can leave in clear; without HttpOnly any script on the page can read it.",
    outcomes: {
      "session-not-secure":
        "The cookie {cookie}, which holds the customer's session, lacks Secure: it can travel in clear.",
      "session-readable":
        "The cookie {cookie}, which holds the customer's session, lacks HttpOnly: scripts on the page can read it.",
      "csrf-not-secure": "The cookie {cookie}, which protects forms against forgery, lacks Secure.",
      "others-not-secure": "{count} further {count|cookie lacks|cookies lack} Secure: {cookies}.",
    },
  },
  fr: {
    title: "Secure et HttpOnly sur les cookies",
    pass: "Les cookies ne circulent qu’en https, et les scripts des pages ne peuvent pas lire ceux qui portent une session.",
    why: "Qui détient le cookie de session d’un client est ce client : compte, adresses, commandes. Sans Secure, il peut partir en clair ; sans HttpOnly, tout script de la page peut le lire.",
    outcomes: {
      "session-not-secure":
        "Le cookie {cookie}, qui porte la session du client, n’a pas l’attribut Secure : il peut circuler en clair.",
      "session-readable":
        "Le cookie {cookie}, qui porte la session du client, n’a pas l’attribut HttpOnly : les scripts de la page peuvent le lire.",
      "csrf-not-secure":
        "Le cookie {cookie}, qui protège les formulaires contre la falsification, n’a pas l’attribut Secure.",
      "others-not-secure": "{count} {count|autre cookie n’a|autres cookies n’ont} pas l’attribut Secure : {cookies}.",
    },
  },
} as const satisfies CheckText<string>;
