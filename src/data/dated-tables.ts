import type { LocalText } from "../core/text.ts";
import { CAA_ISSUER_TABLE_DATE } from "./caa-issuers.ts";
import { CERTIFICATE_LIFETIME_TABLE_DATE } from "./certificate-lifetimes.ts";
import { COOKIES_DATE } from "./cookies.ts";
import { EXPOSURE_CATALOGUE } from "./exposures/catalogue.ts";
import { FRONTS_DATE } from "./fronts.ts";
import { LIBRARIES_DATE } from "./libraries.ts";
import { MAIL_SENDERS_DATE } from "./mail-senders.ts";
import { DOCUMENTS_DATE } from "./personal-data/documents.ts";
import { PERSONAL_DATA_DATE } from "./personal-data/table.ts";
import { PLATFORMS_DATE } from "./platforms.ts";
import { PORTS_DATE } from "./ports.ts";
import { PROCESSORS_DATE } from "./processors/processors.ts";
import { SSH_TABLE_DATE } from "./ssh.ts";
import { TAKEOVER_SERVICES_DATE } from "./takeover-services.ts";
import { ALERT_TABLE_DATE } from "./tls/alerts.ts";
import { CIPHER_SUITE_TABLE_DATE } from "./tls/cipher-suite-rows.ts";
import { DH_PRIME_TABLE_DATE } from "./tls/dh-primes.ts";
import { GROUP_TABLE_DATE } from "./tls/groups.ts";
import { SIGNATURE_SCHEME_TABLE_DATE } from "./tls/signature-schemes.ts";

/** Knowledge that ages: a verdict that rests on it is only as good as the day of its last review. */
export interface DatedTable {
  readonly id: string;
  /** What it holds, as the middle of a sentence. */
  readonly title: LocalText;
  /** Days of the last review of its parts, YYYY-MM-DD. */
  readonly dates: readonly string[];
}

/** Every table of this version with a day of review; the report tells them all. */
export const DATED_TABLES: readonly DatedTable[] = [
  {
    id: "tls-registries",
    title: {
      en: "TLS registries (suites, groups, signatures, alerts)",
      fr: "registres TLS (suites, groupes, signatures, alertes)",
    },
    dates: [CIPHER_SUITE_TABLE_DATE, GROUP_TABLE_DATE, SIGNATURE_SCHEME_TABLE_DATE, ALERT_TABLE_DATE],
  },
  {
    id: "dh-primes",
    title: { en: "known Diffie-Hellman primes", fr: "nombres premiers Diffie-Hellman connus" },
    dates: [DH_PRIME_TABLE_DATE],
  },
  {
    id: "certificate-lifetimes",
    title: { en: "permitted life of certificates", fr: "durées de vie permises des certificats" },
    dates: [CERTIFICATE_LIFETIME_TABLE_DATE],
  },
  {
    id: "caa-issuers",
    title: { en: "names of certificate authorities in DNS", fr: "noms des autorités de certification dans le DNS" },
    dates: [CAA_ISSUER_TABLE_DATE],
  },
  {
    id: "libraries",
    title: { en: "JavaScript libraries with known holes", fr: "bibliothèques JavaScript aux failles connues" },
    dates: [LIBRARIES_DATE],
  },
  {
    id: "exposures",
    title: { en: "exposed paths and files", fr: "chemins et fichiers exposés" },
    dates: [EXPOSURE_CATALOGUE.date],
  },
  { id: "cookies", title: { en: "cookies", fr: "cookies" }, dates: [COOKIES_DATE] },
  {
    id: "processors",
    title: { en: "third parties and their roles", fr: "tiers et leurs rôles" },
    dates: [PROCESSORS_DATE],
  },
  {
    id: "personal-data",
    title: {
      en: "personal data in forms and legal documents",
      fr: "données personnelles des formulaires et documents légaux",
    },
    dates: [PERSONAL_DATA_DATE, DOCUMENTS_DATE],
  },
  { id: "platforms", title: { en: "shop systems", fr: "plateformes de boutique" }, dates: [PLATFORMS_DATE] },
  {
    id: "fronts",
    title: { en: "CDNs and hosts", fr: "CDN et hébergeurs" },
    dates: [FRONTS_DATE],
  },
  { id: "mail-senders", title: { en: "mail senders", fr: "expéditeurs d'e-mails" }, dates: [MAIL_SENDERS_DATE] },
  {
    id: "takeover-services",
    title: { en: "services whose names can be taken over", fr: "services dont un nom peut être repris" },
    dates: [TAKEOVER_SERVICES_DATE],
  },
  { id: "ports", title: { en: "ports", fr: "ports" }, dates: [PORTS_DATE] },
  { id: "ssh", title: { en: "SSH algorithms", fr: "algorithmes SSH" }, dates: [SSH_TABLE_DATE] },
];
