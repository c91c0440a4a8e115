import type { CheckText } from "../../src/core/check.ts";

export const paymentPageScriptsText = {
  en: {
    title: "Third-party scripts on payment and log-in pages",
    pass: "Payment and log-in pages load only scripts that have their place there.",
    why: "Every script on a payment or log-in page can read what is typed. Card thieves enter by exactly this door: a script of a third party that was changed.",
    outcomes: {
      "advertising-script":
        "The advertising script of {script} runs on {count} payment or log-in {count|page|pages}, first on {page}.",
      "unknown-script":
        "A script of {script}, which belongs to nobody that Vigie knows, runs on {count} payment or log-in {count|page|pages}, first on {page}.",
      "tag-manager":
        "{script} runs on {count} payment or log-in {count|page|pages}: whoever has access to it can add any script there.",
    },
  },
  fr: {
    title: "Scripts tiers sur les pages de paiement et de connexion",
    pass: "Les pages de paiement et de connexion ne chargent que des scripts qui y ont leur place.",
    why: "Chaque script d’une page de paiement ou de connexion peut lire ce qui y est saisi. Les voleurs de cartes passent précisément par là : le script d’un tiers qui a été modifié.",
    outcomes: {
      "advertising-script":
        "Le script publicitaire de {script} s’exécute sur {count} {count|page|pages} de paiement ou de connexion, dont {page}.",
      "unknown-script":
        "Un script de {script}, que Vigie ne connaît pas, s’exécute sur {count} {count|page|pages} de paiement ou de connexion, dont {page}.",
      "tag-manager":
        "{script} s’exécute sur {count} {count|page|pages} de paiement ou de connexion : quiconque y a accès peut y ajouter n’importe quel script.",
    },
  },
} as const satisfies CheckText<string>;
