import type { LocalText } from "../../core/text.ts";

/** In which capacity a third party usually handles the data; the contract decides, this is the question to ask. */
export type ProcessorStatus = "processor" | "controller" | "joint-or-controller" | "processor-or-controller";

/** Whether the visitor's agreement is needed before the third party may read or write on his device (ePrivacy 5.3). */
export type ConsentRule = "none" | "required" | "required-unless-exempt" | "depends" | "transfers-address";

export interface ProcessorRoleFacts {
  readonly name: LocalText;
  readonly status: ProcessorStatus;
  readonly consent: ConsentRule;
  /** What the merchant uses it for, as the purpose column of a register says it. */
  readonly purpose: LocalText;
}

/** Who receives the customers' data, in the merchant's words. */
export const PROCESSOR_ROLES = {
  emailing: {
    name: { en: "e-mailing or SMS provider", fr: "prestataire d’e-mailing ou de SMS" },
    status: "processor",
    consent: "depends",
    purpose: { en: "sending offers and news", fr: "envoi d’offres et d’actualités" },
  },
  delivery: {
    name: { en: "carrier or parcel point", fr: "transporteur ou point relais" },
    status: "processor-or-controller",
    consent: "none",
    purpose: { en: "delivering orders", fr: "livraison des commandes" },
  },
  payment: {
    name: { en: "payment provider", fr: "prestataire de paiement" },
    status: "controller",
    consent: "none",
    purpose: { en: "taking payments", fr: "encaissement des paiements" },
  },
  payment_instalments: {
    name: { en: "instalment payment provider", fr: "paiement en plusieurs fois" },
    status: "controller",
    consent: "none",
    purpose: { en: "payment by instalments", fr: "paiement en plusieurs fois" },
  },
  payment_bank: {
    name: { en: "direct debit provider", fr: "prélèvement bancaire" },
    status: "controller",
    consent: "none",
    purpose: { en: "direct debits", fr: "prélèvements bancaires" },
  },
  loyalty: {
    name: { en: "loyalty programme", fr: "programme de fidélité" },
    status: "processor",
    consent: "depends",
    purpose: { en: "running the loyalty programme", fr: "gestion du programme de fidélité" },
  },
  reviews: {
    name: { en: "customer reviews", fr: "avis clients" },
    status: "processor",
    consent: "depends",
    purpose: { en: "collecting customer reviews", fr: "collecte des avis clients" },
  },
  analytics: {
    name: { en: "audience measurement", fr: "prestataire d’analyse de données" },
    status: "processor",
    consent: "required-unless-exempt",
    purpose: { en: "measuring the audience", fr: "mesure d’audience" },
  },
  session_replay: {
    name: { en: "session replay", fr: "enregistrement de session" },
    status: "processor",
    consent: "required",
    purpose: { en: "recording how pages are used", fr: "enregistrement de l’usage des pages" },
  },
  ab_testing: {
    name: { en: "A/B testing", fr: "test A/B" },
    status: "processor",
    consent: "required-unless-exempt",
    purpose: { en: "comparing versions of pages", fr: "comparaison de versions de pages" },
  },
  ads: {
    name: { en: "advertising", fr: "régie publicitaire" },
    status: "joint-or-controller",
    consent: "required",
    purpose: { en: "targeted advertising", fr: "publicité ciblée" },
  },
  affiliation: {
    name: { en: "affiliation", fr: "affiliation" },
    status: "joint-or-controller",
    consent: "required",
    purpose: { en: "paying affiliates", fr: "rémunération des affiliés" },
  },
  chat: {
    name: { en: "chat and customer relations", fr: "messagerie et relation client" },
    status: "processor",
    consent: "depends",
    purpose: { en: "answering customers", fr: "réponse aux clients" },
  },
  cmp: {
    name: { en: "consent management", fr: "gestion du consentement" },
    status: "processor",
    consent: "none",
    purpose: { en: "recording cookie choices", fr: "recueil des choix sur les cookies" },
  },
  captcha: {
    name: { en: "robot filter", fr: "anti-robot" },
    status: "processor",
    consent: "depends",
    purpose: { en: "keeping robots out", fr: "filtrage des robots" },
  },
  fonts_cdn: {
    name: { en: "fonts and content delivery", fr: "polices et diffusion de contenus" },
    status: "processor",
    consent: "transfers-address",
    purpose: { en: "displaying the site", fr: "affichage du site" },
  },
  maps: {
    name: { en: "maps", fr: "cartes" },
    status: "controller",
    consent: "depends",
    purpose: { en: "showing maps", fr: "affichage de cartes" },
  },
  video: {
    name: { en: "video", fr: "vidéo" },
    status: "controller",
    consent: "required",
    purpose: { en: "showing videos", fr: "affichage de vidéos" },
  },
  forms: {
    name: { en: "hosted form", fr: "formulaire hébergé" },
    status: "processor",
    consent: "depends",
    purpose: { en: "collecting answers", fr: "collecte de réponses" },
  },
  search: {
    name: { en: "site search", fr: "moteur de recherche interne" },
    status: "processor",
    consent: "depends",
    purpose: { en: "searching the catalogue", fr: "recherche dans le catalogue" },
  },
  platform: {
    name: { en: "shop platform or host", fr: "hébergeur ou plateforme" },
    status: "processor",
    consent: "none",
    purpose: { en: "hosting the shop", fr: "hébergement de la boutique" },
  },
  error_monitoring: {
    name: { en: "error monitoring", fr: "suivi d’erreurs" },
    status: "processor",
    consent: "depends",
    purpose: { en: "following errors of the site", fr: "suivi des erreurs du site" },
  },
} as const satisfies Record<string, ProcessorRoleFacts>;

export type ProcessorRole = keyof typeof PROCESSOR_ROLES;

/** Whether a word is the id of a role. */
export function isProcessorRole(word: string): word is ProcessorRole {
  return Object.hasOwn(PROCESSOR_ROLES, word);
}
