import { CIPHER_SUITE_ROWS } from "./cipher-suite-rows.ts";
import { suiteTraits, type SuiteTraits } from "./suite-traits.ts";

export interface CipherSuite extends SuiteTraits {
  readonly id: number;
  /** IANA name, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
  readonly name: string;
  /** OpenSSL's name, such as ECDHE-RSA-AES128-GCM-SHA256; null where it never had one. */
  readonly openssl: string | null;
}

/** Every cipher suite that Vigie can name, by number. */
export const CIPHER_SUITES: readonly CipherSuite[] = CIPHER_SUITE_ROWS.map(([id, name, openssl]) => ({
  id,
  name,
  openssl,
  ...suiteTraits(name),
}));

const BY_ID = new Map(CIPHER_SUITES.map((suite) => [suite.id, suite]));
const BY_NAME = new Map(CIPHER_SUITES.map((suite) => [suite.name, suite]));

/** The suite with this number, if it is known. */
export function suiteById(id: number): CipherSuite | undefined {
  return BY_ID.get(id);
}

/** The suite with this IANA name, if it is known: what a check uses to judge a name in the evidence. */
export function suiteByName(name: string): CipherSuite | undefined {
  return BY_NAME.get(name);
}

/** The IANA name of a suite, or its number in hexadecimal where no table has it. */
export function suiteName(id: number): string {
  return BY_ID.get(id)?.name ?? `0x${id.toString(16).padStart(4, "0").toUpperCase()}`;
}
