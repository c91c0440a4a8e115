import type { CheckText } from "../../src/core/check.ts";

export const cspPaymentText = {
  en: {
    title: "Content Security Policy of payment and login pages",
    pass: "The pages where customers type passwords and payment details control their scripts and forms.",
    why: "A single foreign script on the payment page can read card numbers and passwords as they are typed. Such theft goes on for months before it is noticed; the policy of these pages is the barrier against it.",
    outcomes: {
      absent: "{count} {count|page|pages} for payment or login {count|has|have} no content security policy.",
      "report-only": "The policy of {count} payment or login {count|page|pages} only observes (report-only).",
      "scripts-open":
        "The policy of {count} payment or login {count|page|pages} does not limit where scripts come from.",
      "inline-open":
        "The policy of {count} payment or login {count|page|pages} lets injected scripts run ('unsafe-inline').",
      "bypassable-host": "The policy of {count} payment or login {count|page|pages} can be bypassed through {values}.",
      "forms-open":
        "The policy of {count} payment or login {count|page|pages} does not limit where forms send what customers type.",
    },
  },
  fr: {
    title: "Politique de sécurité du contenu des pages de paiement et de connexion",
    pass: "Les pages où les clients saisissent mots de passe et coordonnées de paiement maîtrisent leurs scripts et leurs formulaires.",
    why: "Un seul script étranger sur la page de paiement peut lire numéros de carte et mots de passe pendant la saisie. Un tel vol dure souvent des mois avant d’être remarqué ; la politique de ces pages est le rempart.",
    outcomes: {
      absent:
        "{count} {count|page|pages} de paiement ou de connexion {count|n’a|n’ont} pas de politique de sécurité du contenu.",
      "report-only":
        "La politique de {count} {count|page|pages} de paiement ou de connexion ne fait qu’observer (report-only).",
      "scripts-open":
        "La politique de {count} {count|page|pages} de paiement ou de connexion ne limite pas l’origine des scripts.",
      "inline-open":
        "La politique de {count} {count|page|pages} de paiement ou de connexion laisse s’exécuter des scripts injectés ('unsafe-inline').",
      "bypassable-host":
        "La politique de {count} {count|page|pages} de paiement ou de connexion peut être contournée par {values}.",
      "forms-open":
        "La politique de {count} {count|page|pages} de paiement ou de connexion ne limite pas où les formulaires envoient ce que saisissent les clients.",
    },
  },
} as const satisfies CheckText<string>;
