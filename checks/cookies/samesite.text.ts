import type { CheckText } from "../../src/core/check.ts";

export const sameSiteText = {
  en: {
    title: "SameSite on cookies",
    pass: "Cookies that hold a session are not sent along with other sites' requests.",
    why: "Another site can make your customer's browser send requests to your shop. With SameSite the session cookie stays behind, so that such a request does nothing in the customer's name.",
    outcomes: {
      "none-without-secure": "The cookie {cookie} says SameSite=None without Secure; browsers refuse it.",
      "session-none": "The cookie {cookie} says SameSite=None: it goes along with every other site's requests.",
      "session-missing": "The cookie {cookie} does not say SameSite; not every browser assumes Lax.",
      invalid: "The cookie {cookie} has a SameSite value that browsers do not know.",
    },
  },
  fr: {
    title: "SameSite sur les cookies",
    pass: "Les cookies qui portent une session ne partent pas avec les requêtes d’autres sites.",
    why: "Un autre site peut faire envoyer des requêtes à votre boutique par le navigateur de votre client. Avec SameSite, le cookie de session reste en arrière : une telle requête ne fait rien au nom du client.",
    outcomes: {
      "none-without-secure": "Le cookie {cookie} indique SameSite=None sans Secure ; les navigateurs le refusent.",
      "session-none":
        "Le cookie {cookie} indique SameSite=None : il part avec les requêtes de n’importe quel autre site.",
      "session-missing":
        "Le cookie {cookie} n’indique pas SameSite ; tous les navigateurs n’appliquent pas Lax par défaut.",
      invalid: "Le cookie {cookie} a une valeur de SameSite que les navigateurs ne connaissent pas.",
    },
  },
} as const satisfies CheckText<string>;
