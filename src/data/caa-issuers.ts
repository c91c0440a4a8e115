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
}
