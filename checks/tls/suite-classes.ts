import { suiteTraits, type SuiteTraits } from "../../src/data/tls/suite-traits.ts";

/** A suite of the evidence with what its name says. */
export interface NamedSuite extends SuiteTraits {
  readonly name: string;
}

/** Reads the traits of suites by their IANA names; numbers that no table has, such as 0xC0FF, are left out. */
export function namedSuites(names: readonly string[]): readonly NamedSuite[] {
  return names.filter((name) => !name.startsWith("0x")).map((name) => ({ name, ...suiteTraits(name) }));
}

/** No encryption, or nobody's. */
export function isEncryptionless(suite: NamedSuite): boolean {
  return suite.mode === "NULL";
}

export function isAnonymous(suite: NamedSuite): boolean {
  return suite.authentication === "anon";
}

/** Suites cut to 40 or 56 bits for export; FREAK and Logjam judge those of RSA and DHE. */
export function isExport(suite: NamedSuite): boolean {
  return suite.export;
}

/** Names of the suites, at most 20 for the evidence of a finding. */
export function suiteNames(suites: readonly NamedSuite[]): readonly string[] {
  return suites.slice(0, 20).map(({ name }) => name);
}

/** What a sentence says of suites: how many, and the first four; all are in the evidence of the finding. */
export function suiteParameters(suites: readonly NamedSuite[]): {
  readonly suites: readonly string[];
  readonly more: string;
  readonly count: number;
} {
  return {
    suites: suites.slice(0, 4).map(({ name }) => name),
    more: suites.length > 4 ? " …" : "",
    count: suites.length,
  };
}
