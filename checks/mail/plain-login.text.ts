import type { CheckText } from "../../src/core/check.ts";

export const plainLoginText = {
  en: {
    title: "Passwords of the mailboxes",
    pass: "Mailbox passwords are only taken over an encrypted connection.",
    why: "The password of a mailbox opens everything that can be reset by mail: the shop, the bank, the host. Sent in clear, it can be read in any café.",
    outcomes: {
      "no-encryption": "{protocol} on port {port} of {host} takes passwords and offers no encryption.",
      "before-encryption": "{protocol} on port {port} of {host} takes passwords before the connection is encrypted.",
    },
  },
  fr: {
    title: "Mots de passe des boîtes e-mail",
    pass: "Les mots de passe des boîtes ne sont acceptés que sur une connexion chiffrée.",
    why: "Le mot de passe d’une boîte ouvre tout ce qui se réinitialise par e-mail : la boutique, la banque, l’hébergeur. Envoyé en clair, il se lit dans n’importe quel café.",
    outcomes: {
      "no-encryption":
        "{protocol}, sur le port {port} de {host}, accepte les mots de passe et ne propose aucun chiffrement.",
      "before-encryption":
        "{protocol}, sur le port {port} de {host}, accepte les mots de passe avant que la connexion soit chiffrée.",
    },
  },
} as const satisfies CheckText<string>;
