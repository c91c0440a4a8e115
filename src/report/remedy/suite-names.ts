/** Mozilla's intermediate configuration 6.0: what browsers since 2014 speak, with forward secrecy and authenticated encryption. */
const RECOMMENDED: readonly string[] = [
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
];

const AEAD = /^TLS_(ECDHE|DHE)_(RSA|ECDSA)_WITH_(?:AES_(128|256)_GCM_(SHA256|SHA384)|(CHACHA20_POLY1305)_SHA256)$/;

/**
 * OpenSSL's names of TLS 1.2 suites given by IANA name, as a colon-separated list; a suite without forward secrecy or
 * authenticated encryption is never advised. Mozilla's intermediate list where none is left.
 */
export function openSslSuites(suites: readonly string[] | undefined): string {
  const names = (suites ?? []).flatMap((suite) => {
    const match = AEAD.exec(suite);
    if (match === null) return [];
    const [, exchange, authentication, bits, digest] = match;
    const cipher = bits === undefined ? "CHACHA20-POLY1305" : `AES${bits}-GCM-${digest ?? ""}`;
    return [`${exchange ?? ""}-${authentication ?? ""}-${cipher}`];
  });
  return (names.length === 0 ? RECOMMENDED : names).join(":");
}

/** IANA names for Caddy, which takes those; the recommended ones where none is left. */
export function ianaSuites(suites: readonly string[] | undefined): readonly string[] {
  const names = (suites ?? []).filter((suite) => suite.startsWith("TLS_ECDHE_") && AEAD.test(suite));
  if (names.length > 0) return names;
  return ["ECDSA", "RSA"].flatMap((key) => [
    `TLS_ECDHE_${key}_WITH_AES_128_GCM_SHA256`,
    `TLS_ECDHE_${key}_WITH_AES_256_GCM_SHA384`,
    `TLS_ECDHE_${key}_WITH_CHACHA20_POLY1305_SHA256`,
  ]);
}

/** Named groups fit for a configuration line, by IANA name; the classical three where the remedy names none. */
export function groupNames(groups: readonly string[] | undefined): readonly string[] {
  const names = (groups ?? []).map((group) => group.replaceAll(/[^A-Za-z0-9_-]/g, "")).filter((group) => group !== "");
  return names.length === 0 ? ["x25519", "secp256r1", "secp384r1"] : names;
}

/** Names that OpenSSL has known for longer than the IANA ones, which it takes since 3.0 only. */
const OPENSSL_GROUPS: ReadonlyMap<string, string> = new Map([
  ["x25519", "X25519"],
  ["x448", "X448"],
  ["secp256r1", "prime256v1"],
]);

/**
 * The classical groups of a remedy by OpenSSL's names. A hybrid such as X25519MLKEM768 is left out: a server whose OpenSSL is
 * older than 3.5 refuses to start over a name that it does not know.
 */
export function openSslGroups(groups: readonly string[] | undefined): readonly string[] {
  const classical = groupNames(groups).filter((group) => !HYBRID.test(group));
  return groupNames(classical).map((group) => OPENSSL_GROUPS.get(group.toLowerCase()) ?? group);
}

const HYBRID = /^[A-Za-z0-9]{1,32}MLKEM[0-9]{3,4}$/;

/** The hybrid groups of a remedy, by OpenSSL 3.5's names. */
export function hybridGroups(groups: readonly string[] | undefined): readonly string[] {
  return (groups ?? []).filter((group) => HYBRID.test(group));
}
