import type { CheckText } from "../../src/core/check.ts";

export const cachePersonalPagesText = {
  en: {
    title: "Caching of personal pages",
    pass: "Cart, account and payment pages are kept out of shared caches.",
    why: "A cache in front of the shop that keeps a cart or account page shows one customer's name, address and orders to the next. It happens suddenly, on the busiest day.",
    outcomes: {
      "session-cached":
        "{count} personal {count|page sets|pages set} a session cookie and may come, or came, from a shared cache.",
      cached: "{count} {count|page|pages} with personal data came from a cache.",
      shared: "{count} {count|page|pages} with personal data may be kept by shared caches: {value}.",
      storable:
        "{count} {count|page|pages} with personal data {count|does|do} not tell caches to keep nothing (no-store or private).",
    },
  },
  fr: {
    title: "Mise en cache des pages personnelles",
    pass: "Panier, compte et paiement restent hors des caches partagés.",
    why: "Un cache placé devant la boutique qui conserve une page de panier ou de compte montre le nom, l’adresse et les commandes d’un client au suivant. Cela arrive d’un coup, le jour de la plus forte affluence.",
    outcomes: {
      "session-cached":
        "{count} {count|page personnelle dépose|pages personnelles déposent} un cookie de session et {count|peut venir, ou vient,|peuvent venir, ou viennent,} d’un cache partagé.",
      cached: "{count} {count|page|pages} avec des données personnelles {count|est venue|sont venues} d’un cache.",
      shared:
        "{count} {count|page|pages} avec des données personnelles {count|peut être conservée|peuvent être conservées} par des caches partagés : {value}.",
      storable:
        "{count} {count|page|pages} avec des données personnelles {count|n’indique|n’indiquent} pas aux caches de ne rien conserver (no-store ou private).",
    },
  },
} as const satisfies CheckText<string>;
