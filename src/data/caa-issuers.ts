<<<<<<< HEAD
/**
 * Domains by which authorities recognise themselves in CAA records, by the organisation that their certificates name.
 *
 * Source: the practice statements of the authorities as collected in Mozilla's CA information report (CCADB), read 2026-11-23.
 * Only those that French merchants commonly have; an authority that is not here is not judged.
 */
export const CAA_ISSUER_TABLE_DATE = "2026-11-23";

const ISSUERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["let's encrypt", ["letsencrypt.org"]],
  ["google trust services", ["pki.goog"]],
  ["amazon", ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"]],
  [
    "digicert inc",
    [
      "digicert.com",
      "digicert.ne.jp",
      "www.digicert.com",
      "symantec.com",
      "geotrust.com",
      "thawte.com",
      "rapidssl.com",
    ],
  ],
  ["globalsign nv-sa", ["globalsign.com"]],
  ["sectigo limited", ["sectigo.com", "comodo.com", "comodoca.com", "usertrust.com", "trust-provider.com"]],
  ["zerossl", ["sectigo.com", "comodo.com", "comodoca.com", "usertrust.com", "trust-provider.com"]],
  ["gandi sas", ["sectigo.com", "comodo.com", "comodoca.com", "usertrust.com", "trust-provider.com"]],
  ["godaddy.com, inc.", ["godaddy.com", "starfieldtech.com"]],
  ["certigna", ["certigna.fr", "www.certigna.fr"]],
  ["dhimyotis", ["certigna.fr", "www.certigna.fr"]],
  ["ssl corporation", ["ssl.com"]],
  ["actalis s.p.a.", ["actalis.it"]],
]);

/** The CAA domains of an authority, by the organisation in the issuer's name; null for one that the table lacks. */
export function caaDomains(organisation: string): readonly string[] | null {
  return ISSUERS.get(organisation.toLowerCase()) ?? null;
=======
/** Which CAA identities stand for an issuer, from the authorities' practice statements (CCADB's list of CAA identifiers). */
export const CAA_ISSUERS_DATE = "2026-11-23";

interface CaaIssuer {
  /** Words of the organisation in the issuer's name, in lower case. */
  readonly organisation: readonly string[];
  readonly identities: readonly string[];
}

const CAA_ISSUERS: readonly CaaIssuer[] = [
  { organisation: ["let's encrypt", "internet security research group"], identities: ["letsencrypt.org"] },
  { organisation: ["google trust services"], identities: ["pki.goog", "google.com"] },
  {
    organisation: ["sectigo", "comodo", "zerossl"],
    identities: [
      "sectigo.com",
      "comodoca.com",
      "comodo.com",
      "usertrust.com",
      "trust-provider.com",
      "zerossl.com",
      "entrust.net",
    ],
  },
  {
    organisation: ["digicert", "geotrust", "thawte", "rapidssl", "symantec"],
    identities: [
      "digicert.com",
      "www.digicert.com",
      "digicert.ne.jp",
      "symantec.com",
      "geotrust.com",
      "rapidssl.com",
      "thawte.com",
      "quovadisglobal.com",
    ],
  },
  { organisation: ["globalsign"], identities: ["globalsign.com"] },
  { organisation: ["amazon"], identities: ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"] },
  { organisation: ["godaddy", "starfield"], identities: ["godaddy.com", "starfieldtech.com"] },
  { organisation: ["buypass"], identities: ["buypass.com", "buypass.no"] },
  { organisation: ["ssl corp", "ssl.com"], identities: ["ssl.com"] },
  { organisation: ["certigna", "dhimyotis"], identities: ["certigna.fr"] },
  { organisation: ["actalis"], identities: ["actalis.it"] },
  { organisation: ["harica", "hellenic academic"], identities: ["harica.gr"] },
  { organisation: ["asseco", "unizeto", "certum"], identities: ["certum.pl", "certum.eu"] },
  { organisation: ["identrust"], identities: ["identrust.com"] },
  { organisation: ["entrust"], identities: ["entrust.net", "affirmtrust.com", "sectigo.com", "ssl.com"] },
  { organisation: ["swisssign"], identities: ["swisssign.com", "swisssign.net"] },
  { organisation: ["d-trust"], identities: ["d-trust.net", "dtrust.de"] },
];

/** The CAA identities that let an issuer, named as in a certificate, issue; null where the issuer is not known. */
export function caaIdentitiesOf(issuer: string): readonly string[] | null {
  const name = issuer.toLowerCase();
  return CAA_ISSUERS.find(({ organisation }) => organisation.some((words) => name.includes(words)))?.identities ?? null;
>>>>>>> 16e8d8d (Mail and DNS checks: SPF, DMARC, MTA-STS, TLS-RPT, CAA, dangling names, DNSSEC, name servers, in both languages)
}
