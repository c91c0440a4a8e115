import type { LocalText } from "../core/text.ts";

/** What a form is for. */
export const FORM_KIND_NAMES: Readonly<Record<string, LocalText>> = {
  login: { en: "login", fr: "connexion" },
  account: { en: "account", fr: "création de compte" },
  password_reset: { en: "password reset", fr: "mot de passe oublié" },
  checkout: { en: "checkout", fr: "tunnel de commande" },
  address: { en: "address", fr: "adresse" },
  newsletter: { en: "newsletter", fr: "newsletter" },
  contact: { en: "contact", fr: "contact" },
  order_tracking: { en: "order tracking", fr: "suivi de commande" },
  verification: { en: "verification", fr: "vérification" },
  review: { en: "review", fr: "avis client" },
  search: { en: "search", fr: "recherche" },
  store_locator: { en: "store locator", fr: "recherche de magasin" },
  coupon: { en: "promo code", fr: "code promo" },
  other: { en: "other form", fr: "autre formulaire" },
};

/** What a marketing box asks for, in one word. */
export const BOX_NAMES: Readonly<Record<string, LocalText>> = {
  "consent.marketing_email": { en: "newsletter", fr: "newsletter" },
  "consent.marketing_sms": { en: "SMS", fr: "SMS" },
  "consent.partners": { en: "partners", fr: "partenaires" },
};

/** Where the privacy policy is linked, seen from a form. */
export const POLICY_PLACES: Readonly<Record<"inside" | "near" | "page" | "none", LocalText>> = {
  inside: { en: "policy linked", fr: "politique de confidentialité liée" },
  near: { en: "policy linked beside it", fr: "politique de confidentialité liée à côté" },
  page: { en: "policy linked elsewhere on the page", fr: "politique de confidentialité liée ailleurs dans la page" },
  none: { en: "policy not linked", fr: "politique de confidentialité non liée" },
};

export const FORM_LINE: Readonly<Record<string, LocalText>> = {
  noForm: { en: "fields outside any form, sent by script", fr: "champs hors formulaire, envoyés par script" },
  noAddress: { en: "{method}, address that no browser accepts", fr: "{method}, adresse qu'aucun navigateur n'accepte" },
  sameSite: { en: "{method} {scheme} → same site", fr: "{method} {scheme} → même site" },
  otherHost: { en: "{method} {scheme} → {host}", fr: "{method} {scheme} → {host}" },
  byMail: { en: "{method} → e-mail (mailto)", fr: "{method} → e-mail (mailto)" },
  byScript: { en: "{method} → script", fr: "{method} → script" },
  inClear: { en: "http (in clear)", fr: "http (en clair)" },
  pageInClear: { en: "page in clear", fr: "page en clair" },
  otherButton: { en: "one button {channel}", fr: "un bouton {channel}" },
  nothing: { en: "no personal data", fr: "aucune donnée personnelle" },
  more: { en: "{shown} and {count} more", fr: "{shown} et {count} de plus" },
  ticked: { en: 'box "{name}" pre-ticked', fr: "case « {name} » pré-cochée" },
  unticked: { en: 'box "{name}" not ticked', fr: "case « {name} » non cochée" },
  required: { en: 'box "{name}" required', fr: "case « {name} » obligatoire" },
  none: { en: "No form and no field on this page.", fr: "Aucun formulaire et aucun champ dans cette page." },
  cut: {
    en: "The page was cut ({reason}): forms further down are not listed.",
    fr: "La page a été coupée ({reason}) : les formulaires qui suivent ne sont pas listés.",
  },
};

/** Why a page's forms are not all listed. */
export const CUT_REASONS: Readonly<Record<"characters" | "nodes" | "forms" | "fields", LocalText>> = {
  characters: { en: "too long", fr: "trop longue" },
  nodes: { en: "too many elements", fr: "trop d'éléments" },
  forms: { en: "too many forms", fr: "trop de formulaires" },
  fields: { en: "too many fields", fr: "trop de champs" },
};
