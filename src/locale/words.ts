import type { Area } from "../core/area.ts";
import type { Pace, SectionName } from "../core/evidence/evidence.ts";
import type { PageRole, Sensitivity } from "../core/evidence/pages.ts";
import type { FindingState } from "../core/finding-state.ts";
import type { Severity } from "../core/severity.ts";
import type { LocalText } from "../core/text.ts";
import type { CheckStatus } from "../core/assessment.ts";
import type { Confidence } from "../core/verdict.ts";

export const AREA_NAMES: Readonly<Record<Area, LocalText>> = {
  tls: { en: "Encryption (TLS)", fr: "Chiffrement (TLS)" },
  certificate: { en: "Certificate", fr: "Certificat" },
  headers: { en: "Security headers", fr: "En-têtes de sécurité" },
  cookies: { en: "Cookies", fr: "Cookies" },
  exposure: { en: "Exposed files and panels", fr: "Fichiers et interfaces exposés" },
  forms: { en: "Forms", fr: "Formulaires" },
  privacy: { en: "Privacy and third parties", fr: "Vie privée et tiers" },
  mail: { en: "E-mail", fr: "E-mail" },
  dns: { en: "Domain name (DNS)", fr: "Nom de domaine (DNS)" },
  hosts: { en: "Servers and services", fr: "Serveurs et services" },
};

/** Short enough for a column of 22 characters at a terminal. */
export const AREA_SHORT_NAMES: Readonly<Record<Area, LocalText>> = {
  ...AREA_NAMES,
  exposure: { en: "Exposed files", fr: "Fichiers exposés" },
  privacy: { en: "Privacy", fr: "Vie privée" },
  dns: { en: "Domain name", fr: "Nom de domaine" },
  hosts: { en: "Servers", fr: "Serveurs" },
};

export const SEVERITY_NAMES: Readonly<Record<Severity, LocalText>> = {
  critical: { en: "critical", fr: "critique" },
  high: { en: "high", fr: "élevée" },
  medium: { en: "medium", fr: "moyenne" },
  low: { en: "low", fr: "faible" },
  info: { en: "info", fr: "information" },
};

/** How many findings of a severity there are. */
export const SEVERITY_COUNTS: Readonly<Record<Severity, LocalText>> = {
  critical: { en: "{count} critical", fr: "{count} {count|critique|critiques}" },
  high: { en: "{count} high", fr: "{count} {count|élevée|élevées}" },
  medium: { en: "{count} medium", fr: "{count} {count|moyenne|moyennes}" },
  low: { en: "{count} low", fr: "{count} {count|faible|faibles}" },
  info: { en: "{count} info", fr: "{count} {count|information|informations}" },
};

/** A symbol for each severity, so that colour never stands alone; plain ASCII for terminals without UTF-8. */
export const SEVERITY_SYMBOLS: Readonly<Record<Severity, { readonly unicode: string; readonly ascii: string }>> = {
  critical: { unicode: "✖", ascii: "X" },
  high: { unicode: "▲", ascii: "!" },
  medium: { unicode: "●", ascii: "*" },
  low: { unicode: "○", ascii: "o" },
  info: { unicode: "·", ascii: "-" },
};

export const STATUS_NAMES: Readonly<Record<CheckStatus, LocalText>> = {
  pass: { en: "in order", fr: "en ordre" },
  fail: { en: "to fix", fr: "à corriger" },
  "not-applicable": { en: "not applicable", fr: "sans objet" },
  "not-assessed": { en: "not assessed", fr: "non évalué" },
};

export const STATUS_SYMBOLS: Readonly<Record<CheckStatus, { readonly unicode: string; readonly ascii: string }>> = {
  pass: { unicode: "✓", ascii: "+" },
  fail: { unicode: "✗", ascii: "x" },
  "not-applicable": { unicode: "–", ascii: "-" },
  "not-assessed": { unicode: "?", ascii: "?" },
};

export const STATE_NAMES: Readonly<Record<FindingState, LocalText>> = {
  unknown: { en: "first scan", fr: "première analyse" },
  new: { en: "new", fr: "nouveau" },
  persisting: { en: "already known", fr: "déjà connu" },
  worsened: { en: "worsened", fr: "aggravé" },
  reopened: { en: "back again", fr: "réapparu" },
};

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, LocalText>> = {
  high: { en: "high confidence", fr: "certitude élevée" },
  medium: { en: "medium confidence", fr: "certitude moyenne" },
  low: { en: "to be verified", fr: "à vérifier" },
};

export const SECTION_TEXTS: Readonly<Record<SectionName, LocalText>> = {
  dns: { en: "Domain name", fr: "Nom de domaine" },
  tls: { en: "Encryption and certificate", fr: "Chiffrement et certificat" },
  http: { en: "Entry points and redirects", fr: "Points d'entrée et redirections" },
  pages: { en: "Pages and forms", fr: "Pages et formulaires" },
  paths: { en: "Exposed paths", fr: "Chemins exposés" },
  actionTls: { en: "Hosts that receive the forms", fr: "Hôtes qui reçoivent les formulaires" },
  hosts: { en: "Services on the servers", fr: "Services des serveurs" },
};

export const SECTION_STATES = {
  collected: { en: "Seen", fr: "Vu" },
  failed: { en: "Not seen", fr: "Non vu" },
  skipped: { en: "Not looked at", fr: "Non examiné" },
} as const satisfies Record<string, LocalText>;

export const PAGE_ROLE_NAMES: Readonly<Record<PageRole, LocalText>> = {
  home: { en: "home page", fr: "page d'accueil" },
  login: { en: "login", fr: "connexion" },
  account: { en: "customer account", fr: "compte client" },
  cart: { en: "cart", fr: "panier" },
  checkout: { en: "checkout", fr: "tunnel de commande" },
  contact: { en: "contact", fr: "contact" },
  newsletter: { en: "newsletter", fr: "lettre d'information" },
  privacy: { en: "privacy policy", fr: "politique de confidentialité" },
  legal: { en: "legal notice", fr: "mentions légales" },
  terms: { en: "terms of sale", fr: "conditions générales de vente" },
  other: { en: "other page", fr: "autre page" },
};

export const SENSITIVITY_NAMES: Readonly<Record<Sensitivity, LocalText>> = {
  technical: { en: "technical", fr: "technique" },
  ordinary: { en: "ordinary", fr: "courante" },
  contact: { en: "contact details", fr: "coordonnées" },
  credential: { en: "access secrets", fr: "secrets d'accès" },
  highly_personal: { en: "highly personal", fr: "hautement personnelle" },
  special: { en: "special category (article 9 or 10)", fr: "donnée sensible (article 9 ou 10)" },
};

export const PACE_NAMES: Readonly<Record<Pace, LocalText>> = {
  gentle: { en: "gentle", fr: "douce" },
  normal: { en: "normal", fr: "normale" },
  fast: { en: "fast", fr: "rapide" },
};

export const REQUIREMENT_STATES = {
  findings: { en: "findings to look at", fr: "constats à traiter" },
  "nothing-found": { en: "nothing found from outside", fr: "rien relevé de l'extérieur" },
  "partly-assessed": { en: "nothing found, seen in part", fr: "rien relevé, vu en partie" },
  "not-assessed": { en: "not assessed", fr: "non évalué" },
  "not-applicable": { en: "not applicable", fr: "sans objet" },
} as const satisfies Record<string, LocalText>;

/** What the frameworks are called; the key of `References` or of a profile's requirement. */
export const FRAMEWORK_NAMES: Readonly<Record<string, LocalText>> = {
  rfc: { en: "Internet standards", fr: "Normes d'Internet" },
  cwe: { en: "CWE", fr: "CWE" },
  rgpd: { en: "GDPR", fr: "RGPD" },
  cnil: { en: "CNIL", fr: "CNIL" },
  anssi: { en: "ANSSI", fr: "ANSSI" },
  "pci-dss": { en: "PCI DSS 4.0.1", fr: "PCI DSS 4.0.1" },
  asvs: { en: "OWASP ASVS 5.0", fr: "OWASP ASVS 5.0" },
  wstg: { en: "OWASP WSTG 4.2", fr: "OWASP WSTG 4.2" },
};
