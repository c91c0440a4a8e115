import type { CheckText } from "../../src/core/check.ts";

export const exposedServiceText = {
  en: {
    title: "Services that strangers can reach",
    pass: "Only what customers need answers from outside.",
    why: "What answers from the internet is tried day and night by programs that guess passwords and use every new flaw. A database or a remote control has no business there: only the shop itself needs it.",
    outcomes: {
      "open-database": "{service} on port {port} of {host} answers anybody, without a password.",
      "database-reachable": "{service} on port {port} of {host} can be reached from the internet.",
      "database-guarded": "{service} on port {port} of {host} answers from the internet, and turns strangers away.",
      "open-control": "{service} on port {port} of {host} gives anybody control, without a password.",
      "remote-desktop": "Remote control ({service}) on port {port} of {host} can be reached from the internet.",
      telnet: "Telnet on port {port} of {host} takes passwords without any encryption.",
      "file-sharing": "File sharing ({service}) on port {port} of {host} can be reached from the internet.",
      queue: "The message queue {service} on port {port} of {host} can be reached from the internet.",
      "admin-panel": "The administration panel {service} on port {port} of {host} is open to everybody.",
      "unknown-service": "Something that does not say what it is listens on port {port} of {host}.",
    },
  },
  fr: {
    title: "Services joignables par des inconnus",
    pass: "Seul ce dont les clients ont besoin répond depuis l’extérieur.",
    why: "Ce qui répond sur internet est essayé jour et nuit par des programmes qui devinent les mots de passe et exploitent chaque nouvelle faille. Une base de données ou une prise de contrôle à distance n’a rien à y faire : seule la boutique en a besoin.",
    outcomes: {
      "open-database": "{service}, sur le port {port} de {host}, répond à n’importe qui, sans mot de passe.",
      "database-reachable": "{service}, sur le port {port} de {host}, est joignable depuis internet.",
      "database-guarded": "{service}, sur le port {port} de {host}, répond depuis internet et éconduit les inconnus.",
      "open-control": "{service}, sur le port {port} de {host}, donne le contrôle à n’importe qui, sans mot de passe.",
      "remote-desktop":
        "La prise de contrôle à distance ({service}), sur le port {port} de {host}, est joignable depuis internet.",
      telnet: "Telnet, sur le port {port} de {host}, reçoit les mots de passe sans aucun chiffrement.",
      "file-sharing":
        "Le partage de fichiers ({service}), sur le port {port} de {host}, est joignable depuis internet.",
      queue: "La file de messages {service}, sur le port {port} de {host}, est joignable depuis internet.",
      "admin-panel": "L’interface d’administration {service}, sur le port {port} de {host}, est ouverte à tous.",
      "unknown-service": "Un service qui ne dit pas ce qu’il est écoute sur le port {port} de {host}.",
    },
  },
} as const satisfies CheckText<string>;
