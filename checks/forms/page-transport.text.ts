import type { CheckText } from "../../src/core/check.ts";

export const pageTransportText = {
  en: {
    title: "Pages with forms are encrypted",
    pass: "Every page that asks for personal data is encrypted.",
    why: "A page that travels in clear can be read, and rewritten, by anyone on the way: a public wifi, an access provider. What your customers type into it can be taken before it leaves.",
    outcomes: {
      "page-in-clear": "The {form} on {page} asks for {categories}, and the page is served in clear over http.",
      "page-in-clear-action-https":
        "The {form} on {page} posts to https, but the page itself is served over http: it can be rewritten on the way to send {categories} elsewhere.",
      "protocol-relative-action":
        "The {form} on {page} posts to an address that begins with //, and the page is served over http: what is typed leaves in clear ({categories}).",
      "frame-in-clear":
        "The {form}, shown inside {frame}, comes from {page} over http: what is typed goes into a frame in clear ({categories}).",
      "payment-frame-in-clear":
        "The payment frame of {provider} is shown in {page}, which is served over http: somebody on the way can replace the frame by a copy.",
      "also-in-clear":
        "{count} {count|page|pages} with forms also {count|answers|answer} over http, without leading to https: an old link, or an address typed without https such as {page}, gives the form in clear ({categories}).",
      "in-clear-like-the-site":
        "{count} {count|page|pages} with forms also {count|answers|answer} over http ({categories}), as everything on {host} does: the missing redirect is counted once, among the headers.",
      "redirected-by-page":
        "Over http {count} {count|page|pages} with forms {count|sends|send} visitors to https by the page itself and not by a redirect of the server; somebody on the way can remove that line.",
    },
  },
  fr: {
    title: "Pages de formulaire chiffrées",
    pass: "Toutes les pages qui demandent des données personnelles sont chiffrées.",
    why: "Une page qui circule en clair peut être lue, et modifiée, par toute personne placée sur le réseau (wifi public, opérateur). Ce que vos clients y saisissent peut être capté avant même l’envoi.",
    outcomes: {
      "page-in-clear": "Le {form} de {page} demande {categories}, et la page circule en clair (http).",
      "page-in-clear-action-https":
        "Le {form} de {page} envoie en https, mais la page elle-même circule en clair (http) : elle peut être modifiée en route pour détourner {categories}.",
      "protocol-relative-action":
        "Le {form} de {page} envoie vers une adresse qui commence par //, et la page circule en http : la saisie part en clair ({categories}).",
      "frame-in-clear":
        "Le {form}, affiché dans {frame}, vient de {page} en http : la saisie se fait dans un cadre en clair ({categories}).",
      "payment-frame-in-clear":
        "Le cadre de paiement de {provider} est affiché dans {page}, page servie en http : une personne placée sur le réseau peut le remplacer par une copie.",
      "also-in-clear":
        "{count} {count|page de formulaire répond|pages de formulaire répondent} aussi en http, sans mener vers https : un ancien lien ou une adresse tapée sans https, telle que {page}, donne le formulaire en clair ({categories}).",
      "in-clear-like-the-site":
        "{count} {count|page de formulaire répond|pages de formulaire répondent} aussi en http ({categories}), comme tout {host} : la redirection manquante est comptée une seule fois, parmi les en-têtes.",
      "redirected-by-page":
        "En http, {count} {count|page de formulaire renvoie elle-même|pages de formulaire renvoient elles-mêmes} vers https, sans redirection du serveur ; une personne placée sur le réseau peut retirer cette ligne.",
    },
  },
} as const satisfies CheckText<string>;
