import type { CheckText } from "../../src/core/check.ts";

export const httpsRedirectText = {
  en: {
    title: "Redirect from http to https",
    pass: "Every address without encryption leads to https at once, or does not answer.",
    why: "Many customers arrive over http: they type the name, or follow an old link. Whatever they see or send before https begins can be read and changed by anybody on the way.",
    outcomes: {
      "served-in-clear":
        "{urls} {count|shows|show} the site over http, without encryption, and {count|does|do} not redirect to https.",
      "forms-in-clear":
        "{urls} {count|shows|show} the site over http, without encryption, and {count|does|do} not redirect to https; {pages} {pages|page|pages} with forms that ask for {categories} {pages|answers|answer} there too.",
      downgrade: "The way from {urls} goes back from https to http.",
      "http-hop": "{urls} {count|redirects|redirect} over http first, and to https only later.",
      loop: "{urls} {count|redirects|redirect} without end; visitors see an error.",
      "host-change-first":
        "{urls} {count|redirects|redirect} straight to another host, so the browser never learns to use https for the address that was typed.",
      temporary:
        "{urls} {count|redirects|redirect} to https with status {status}, a temporary redirect; browsers and search engines do not keep it.",
      "long-chain": "It takes {hops} redirects from {urls} to the page.",
    },
  },
  fr: {
    title: "Redirection de http vers https",
    pass: "Chaque adresse sans chiffrement mène aussitôt à https, ou ne répond pas.",
    why: "Beaucoup de clients arrivent en http : ils saisissent le nom du site ou suivent un ancien lien. Tout ce qu’ils voient ou envoient avant le passage en https peut être lu et modifié en chemin.",
    outcomes: {
      "served-in-clear":
        "{urls} {count|affiche|affichent} le site en clair (http, sans chiffrement) et ne {count|redirige|redirigent} pas vers https.",
      "forms-in-clear":
        "{urls} {count|affiche|affichent} le site en clair (http, sans chiffrement) et ne {count|redirige|redirigent} pas vers https ; {pages} {pages|page de formulaire y répond|pages de formulaire y répondent} aussi, et {pages|demande|demandent} {categories}.",
      downgrade: "Le chemin depuis {urls} revient de https vers http.",
      "http-hop": "{urls} {count|redirige|redirigent} d’abord en http, et seulement ensuite vers https.",
      loop: "{urls} {count|redirige|redirigent} sans fin ; les visiteurs voient une erreur.",
      "host-change-first":
        "{urls} {count|redirige|redirigent} directement vers un autre hôte : le navigateur n’apprend jamais à utiliser https pour l’adresse saisie.",
      temporary:
        "{urls} {count|redirige|redirigent} vers https avec le code {status}, une redirection temporaire que navigateurs et moteurs de recherche ne retiennent pas.",
      "long-chain": "Il faut {hops} redirections pour aller de {urls} à la page.",
    },
  },
} as const satisfies CheckText<string>;
