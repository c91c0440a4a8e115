import type { CheckText } from "../../src/core/check.ts";

export const passwordText = {
  en: {
    title: "Passwords and account recovery",
    pass: "Password fields are masked, and the stated rules are strong enough.",
    why: "A customer's account holds his addresses, orders and sometimes means of payment. Weak rules let a robot guess the password.",
    outcomes: {
      "not-masked": "The {form} on {page} shows the password while it is typed.",
      "short-minimum": "The {form} on {page} accepts passwords of {length} {length|character|characters}.",
      "needs-lock-out":
        "The {form} on {page} accepts passwords of {length} characters without further rules: that is enough only if the account locks after failed attempts.",
      "short-maximum": "The {form} on {page} cuts passwords at {length} characters, which hinders passphrases.",
      "manager-hindered":
        "The {form} on {page} blocks pasting into the password field, which hinders password managers.",
      "code-without-autocomplete":
        "The one-time code field of the {form} on {page} is not marked as such, so that phones do not fill it in.",
      "secret-question": "The {form} on {page} relies on a secret question, whose answer others can often find out.",
    },
  },
  fr: {
    title: "Mots de passe et accès au compte",
    pass: "Les mots de passe sont masqués à la saisie et les règles annoncées sont suffisantes.",
    why: "Le compte d’un client contient ses adresses, ses commandes et parfois ses moyens de paiement. Des règles faibles permettent à un robot de deviner le mot de passe.",
    outcomes: {
      "not-masked": "Le {form} de {page} affiche le mot de passe pendant la saisie.",
      "short-minimum": "Le {form} de {page} accepte des mots de passe de {length} {length|caractère|caractères}.",
      "needs-lock-out":
        "Le {form} de {page} accepte des mots de passe de {length} caractères sans autre règle : cela ne suffit que si le compte se bloque après plusieurs échecs.",
      "short-maximum":
        "Le {form} de {page} limite les mots de passe à {length} caractères, ce qui gêne les phrases de passe.",
      "manager-hindered":
        "Le {form} de {page} interdit de coller le mot de passe, ce qui gêne les gestionnaires de mots de passe.",
      "code-without-autocomplete":
        "Le champ de code à usage unique du {form} de {page} n’est pas déclaré comme tel : les téléphones ne le remplissent pas.",
      "secret-question":
        "Le {form} de {page} repose sur une question secrète, dont d’autres peuvent souvent trouver la réponse.",
    },
  },
} as const satisfies CheckText<string>;
