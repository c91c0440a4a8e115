import type { LocalText } from "../../core/text.ts";

/** What an exposure puts at risk, for the probes that share it: said to a shopkeeper. */
export const RISK = {
  repository: {
    en: "Whoever copies the repository gets the whole source code, its history and every password ever committed.",
    fr: "Celui qui copie le dépôt obtient tout le code source, son historique et chaque mot de passe qui y a figuré.",
  },
  dotenv: {
    en: "This file holds the passwords of the database, the mail account and the payment provider.",
    fr: "Ce fichier contient les mots de passe de la base de données, de la messagerie et du prestataire de paiement.",
  },
  tlskey: {
    en: "Whoever has this key can pass for your shop.",
    fr: "Celui qui détient cette clé peut se faire passer pour votre boutique.",
  },
  credentials: {
    en: "The passwords and keys in this file open other servers of yours.",
    fr: "Les mots de passe et les clés de ce fichier ouvrent vos autres serveurs.",
  },
  dbpassword: {
    en: "The copy is not run but sent as text, database password included.",
    fr: "La copie n’est pas exécutée : elle est envoyée telle quelle, mot de passe de la base compris.",
  },
  dump: {
    en: "One file with customers, addresses, orders and password hashes, ready to be taken.",
    fr: "Un seul fichier avec clients, adresses, commandes et mots de passe hachés, prêt à être emporté.",
  },
  archive: {
    en: "The archive holds the source code and its settings, and often a database export.",
    fr: "L’archive contient le code source et ses réglages, souvent aussi un export de la base.",
  },
  listing: {
    en: "A browsable folder gives away every file name, so that a secret name protects nothing any more.",
    fr: "Un dossier listé livre tous les noms de fichiers : un nom secret ne protège plus rien.",
  },
  customerfolder: {
    en: "The folder can hold files of your customers: exports, invoices, uploads.",
    fr: "Le dossier peut contenir des fichiers de vos clients : exports, factures, documents envoyés.",
  },
  export: {
    en: "A spreadsheet of names and addresses that anyone can download.",
    fr: "Un tableau de noms et d’adresses que chacun peut télécharger.",
  },
  applog: {
    en: "Application logs quote customers, orders, tokens and file paths.",
    fr: "Les journaux applicatifs citent clients, commandes, jetons et chemins de fichiers.",
  },
  errorlog: {
    en: "Error logs quote file paths, queries, e-mail addresses and tokens.",
    fr: "Les journaux d’erreurs citent des chemins, des requêtes, des adresses e-mail et des jetons.",
  },
  installer: {
    en: "Whoever runs the installer can take over the shop.",
    fr: "Celui qui lance l’installateur peut prendre le contrôle de la boutique.",
  },
  dbtool: {
    en: "A database login open to the whole Internet: attempts here bypass the shop and its logs.",
    fr: "Un accès à la base ouvert à tout Internet : les tentatives y contournent la boutique et ses journaux.",
  },
  phpinfo: {
    en: "The page shows paths, modules, environment variables and cookies.",
    fr: "La page montre chemins, modules, variables d’environnement et cookies.",
  },
  guessable: {
    en: "A guessable address invites password guessing day and night.",
    fr: "Une adresse facile à deviner attire jour et nuit les essais de mots de passe.",
  },
  version: {
    en: "An exact version tells which known holes to try.",
    fr: "Une version exacte indique quelles failles connues essayer.",
  },
  deps: {
    en: "The list names every component with its version, and so which known holes to try.",
    fr: "La liste nomme chaque composant et sa version, donc les failles connues à essayer.",
  },
  phpunit: {
    en: "This test tool ran any code sent to it (CVE-2017-9841); it served to infect shops by the thousand.",
    fr: "Cet outil de test exécutait tout code reçu (CVE-2017-9841) ; il a servi à infecter des boutiques par milliers.",
  },
  apisurface: {
    en: "It belongs to the inventory: know what answers from outside.",
    fr: "À inscrire à l’inventaire : sachez ce qui répond depuis l’extérieur.",
  },
} as const satisfies Readonly<Record<string, LocalText>>;
