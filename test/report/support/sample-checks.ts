import { z } from "zod";
import type { Area } from "../../../src/core/area.ts";
import { defineCheck, type Catalogue, type Check, type References } from "../../../src/core/check.ts";
import type { SectionName } from "../../../src/core/evidence/evidence.ts";
import type { Severity } from "../../../src/core/severity.ts";
import { fail, notApplicable, notAssessed, pass, type FailInput, type Verdict } from "../../../src/core/verdict.ts";

interface Sample {
  readonly id: `${Area}/${string}`;
  readonly needs: SectionName;
  readonly severity: Severity;
  readonly references: References;
  readonly en: readonly [title: string, pass: string, why: string, outcome: string];
  readonly fr: readonly [title: string, pass: string, why: string, outcome: string];
  readonly verdicts: readonly Verdict<"found">[];
}

function sample(input: Sample): Check {
  const textOf = ([title, good, why, found]: Sample["en"]) => ({ title, pass: good, why, outcomes: { found } });
  return defineCheck({
    id: input.id,
    needs: [input.needs],
    severity: { found: input.severity },
    settings: z.strictObject({}),
    references: input.references,
    text: { en: textOf(input.en), fr: textOf(input.fr) },
    evaluate: () => input.verdicts,
  });
}

function found(input: Omit<FailInput<"found">, "code">): Verdict<"found"> {
  return fail({ code: "found", ...input });
}

/** A catalogue with verdicts written by hand: every status, severity and kind of remedy that a report must tell. */
export const sampleCatalogue: Catalogue = [
  sample({
    id: "tls/protocol-versions",
    needs: "tls",
    severity: "high",
    references: { rfc: ["RFC 8996"], cwe: [327], "pci-dss": ["4.2.1"], anssi: ["R3"], rgpd: ["32"] },
    en: [
      "Protocol versions",
      "Only TLS 1.2 and TLS 1.3 are offered.",
      "Old versions let somebody on the way read or change what your customers type.",
      "The server still offers {versions}.",
    ],
    fr: [
      "Versions du protocole",
      "Seules les versions TLS 1.2 et TLS 1.3 sont proposées.",
      "Les versions anciennes permettent à une personne placée sur le réseau de lire ou de modifier ce que saisissent vos clients.",
      "Le serveur propose encore {versions}.",
    ],
    verdicts: [
      found({
        subject: "bakery.test:443",
        params: { versions: ["TLS 1.0", "TLS 1.1"] },
        observed: { host: "bakery.test", port: 443, versions: ["TLSv1.0", "TLSv1.1"], complete: true },
        remedy: { action: "tls-setting", setting: "protocols", versions: ["TLSv1.2", "TLSv1.3"] },
      }),
    ],
  }),
  sample({
    id: "certificate/expiry",
    needs: "tls",
    severity: "critical",
    references: { rfc: ["RFC 5280"], cwe: [298], rgpd: ["32"], "pci-dss": ["4.2.1.1"] },
    en: [
      "Certificate expiry",
      "The certificate is valid for the coming weeks.",
      "A browser warns every customer away from a shop whose certificate has expired.",
      "The certificate expires on {expires:date}, in {days} {days|day|days}.",
    ],
    fr: [
      "Expiration du certificat",
      "Le certificat est valide pour les semaines à venir.",
      "Un navigateur détourne chaque client d'une boutique dont le certificat a expiré.",
      "Le certificat expire le {expires:date}, dans {days} {days|jour|jours}.",
    ],
    verdicts: [pass("bakery.test")],
  }),
  sample({
    id: "headers/hsts",
    needs: "http",
    severity: "medium",
    references: { rfc: ["RFC 6797"], cwe: [319], rgpd: ["32"], "pci-dss": ["4.2.1"] },
    en: [
      "HTTP Strict Transport Security",
      "Browsers are told to use https only.",
      "Without it, the first visit of a customer can be diverted to a copy of your shop.",
      "The header Strict-Transport-Security is missing.",
    ],
    fr: [
      "Accès uniquement en https (HSTS)",
      "Les navigateurs savent qu'ils doivent n'utiliser que https.",
      "Sans lui, la première visite d'un client peut être détournée vers une copie de votre boutique.",
      "L'en-tête Strict-Transport-Security est absent.",
    ],
    verdicts: [
      found({
        subject: "bakery.test",
        observed: { header: null, url: "https://bakery.test/" },
        remedy: { action: "set-response-header", name: "Strict-Transport-Security", value: "max-age=31536000" },
        pages: ["https://bakery.test/"],
      }),
    ],
  }),
  sample({
    id: "cookies/flags",
    needs: "http",
    severity: "medium",
    references: { cwe: [614, 1004], rgpd: ["32"], asvs: ["3.3.1"] },
    en: [
      "Cookie flags",
      "Every session cookie is protected.",
      "Whoever reads a session cookie is logged in as your customer.",
      "The session cookie {cookie} lacks {missing}.",
    ],
    fr: [
      "Protection des cookies",
      "Chaque cookie de session est protégé.",
      "Qui lit un cookie de session est connecté à la place de votre client.",
      "Il manque {missing} au cookie de session {cookie}.",
    ],
    verdicts: [
      found({
        subject: "PHPSESSID",
        params: { cookie: "PHPSESSID", missing: ["Secure", "HttpOnly"] },
        observed: { cookie: "PHPSESSID", attributes: ["path=/"] },
        remedy: { action: "cookie-flag", cookie: "PHPSESSID", add: ["Secure", "HttpOnly", "SameSite=Lax"] },
        shift: 1,
        shiftReason: "session",
        pages: ["https://bakery.test/", "https://bakery.test/connexion"],
      }),
    ],
  }),
  sample({
    id: "exposure/secrets",
    needs: "paths",
    severity: "critical",
    references: { cwe: [538], rgpd: ["32", "33"], wstg: ["CONF-04"] },
    en: [
      "Exposed secrets",
      "No file with secrets answers.",
      "Such a file holds the keys of your shop: whoever reads it can take the whole customer database.",
      "The file {path} is public and holds secrets.",
    ],
    fr: [
      "Secrets exposés",
      "Aucun fichier contenant des secrets ne répond.",
      "Un tel fichier contient les clés de votre boutique : qui le lit peut emporter toute la base de clients.",
      "Le fichier {path} est public et contient des secrets.",
    ],
    verdicts: [
      found({
        subject: "env-file /.env",
        params: { path: "/.env" },
        observed: { url: "https://bakery.test/.env", status: 200, bytes: 412, proof: "offset 0, length 24" },
        remedy: [
          { action: "deny-path", path: "/.env", directory: false },
          { action: "rotate-secrets", what: ".env" },
        ],
        pages: ["https://bakery.test/.env"],
      }),
    ],
  }),
  sample({
    id: "exposure/version-control",
    needs: "paths",
    severity: "high",
    references: { cwe: [527], rgpd: ["32"] },
    en: ["Source repository", "No source repository answers.", "It tells how your shop is made.", "{path} is public."],
    fr: [
      "Dépôt de code source",
      "Aucun dépôt de code source ne répond.",
      "Il révèle comment votre boutique est faite.",
      "{path} est public.",
    ],
    verdicts: [pass()],
  }),
  sample({
    id: "forms/insecure-action",
    needs: "pages",
    severity: "high",
    references: { cwe: [319], rgpd: ["5", "32"], cnil: ["Guide de la sécurité, fiche sites web"] },
    en: [
      "Where forms send their data",
      "Every form sends its data over https.",
      "Anybody on the network (public wifi, operator) can read your customers' bank details.",
      "The {form} form sends {data} in clear to {action}.",
    ],
    fr: [
      "Destination des formulaires",
      "Chaque formulaire envoie ses données en https.",
      "Toute personne placée sur le réseau (wifi public, opérateur) peut lire les coordonnées bancaires de vos clients.",
      "Le formulaire « {form} » envoie {data} en clair vers {action}.",
    ],
    verdicts: [
      found({
        subject: "checkout /paiement bank.iban",
        params: { form: "paiement", data: ["IBAN", "e-mail"], action: "http://bakery.test/paiement" },
        observed: { action: "http://bakery.test/paiement", categories: ["bank.iban", "contact.email"] },
        remedy: {
          action: "edit-form",
          change: 'action="https://bakery.test/paiement"',
          from: "http://bakery.test/paiement",
          to: "https://bakery.test/paiement",
        },
        shift: 1,
        shiftReason: "bank-data",
        pages: ["https://bakery.test/commande"],
      }),
    ],
  }),
  sample({
    id: "forms/preticked",
    needs: "pages",
    severity: "medium",
    references: { rgpd: ["4", "7"], cnil: ["Prospection commerciale par courrier électronique"] },
    en: [
      "Pre-ticked consent",
      "No consent box is ticked in advance.",
      "A consent that was ticked in advance is none: you may not write to these customers.",
      "The box “{label}” is ticked in advance.",
    ],
    fr: [
      "Consentement pré-coché",
      "Aucune case de consentement n'est cochée d'avance.",
      "Un consentement coché d'avance n'en est pas un : vous ne pouvez pas écrire à ces clients.",
      "La case « {label} » est cochée d'avance.",
    ],
    verdicts: [
      found({
        subject: "checkout consent.marketing_email",
        params: { label: "Je souhaite recevoir les offres de la boulangerie" },
        observed: { checked: true, required: false },
        remedy: { action: "edit-form", change: "checked" },
        confidence: "medium",
        pages: ["https://bakery.test/commande"],
      }),
    ],
  }),
  sample({
    id: "privacy/third-parties",
    needs: "pages",
    severity: "low",
    references: { rgpd: ["13", "28"] },
    en: [
      "Third parties",
      "The pages call no third party.",
      "Each of them learns who your visitors are; the law wants them named.",
      "{count} {count|third party receives|third parties receive} data from your visitors: {names}.",
    ],
    fr: [
      "Tiers qui reçoivent des données",
      "Les pages ne font appel à aucun tiers.",
      "Chacun d'eux apprend qui sont vos visiteurs ; la loi veut qu'ils soient nommés.",
      "{count} {count|tiers reçoit|tiers reçoivent} des données de vos visiteurs : {names}.",
    ],
    verdicts: [
      found({
        subject: "third-parties",
        params: { count: 2, names: ["Google Analytics", "Hotjar"] },
        observed: { hosts: ["www.googletagmanager.com", "static.hotjar.com"] },
        remedy: { action: "review", topic: "contrats de sous-traitance" },
      }),
    ],
  }),
  sample({
    id: "mail/spf",
    needs: "dns",
    severity: "low",
    references: { rfc: ["RFC 7208"] },
    en: ["SPF", "An SPF record protects the domain.", "Anybody can write in your name.", "There is no SPF record."],
    fr: ["SPF", "Un enregistrement SPF protège le domaine.", "Chacun peut écrire en votre nom.", "Aucun SPF."],
    verdicts: [notAssessed("never-reached")],
  }),
  sample({
    id: "privacy/consent-tool",
    needs: "pages",
    severity: "info",
    references: { rgpd: ["7"] },
    en: ["Consent tool", "A consent tool is there.", "It keeps proof.", "There is no consent tool."],
    fr: ["Outil de consentement", "Un outil de consentement est là.", "Il garde la preuve.", "Aucun outil."],
    verdicts: [notApplicable("no-trackers")],
  }),
];
