import { NAMED_GROUPS } from "../../data/tls/groups.ts";
import { SIGNATURE_SCHEMES } from "../../data/tls/signature-schemes.ts";
import type { ClientHello, KeyShare } from "./codec/client-hello.ts";

export type LegacyVersion = "SSLv3" | "TLSv1.0" | "TLSv1.1" | "TLSv1.2";

/** What every hello to one endpoint has in common. */
export interface HelloBase {
  readonly serverName: string | null;
  /** Web servers are offered protocols; a mail server is not asked what it never heard of. */
  readonly alpn: readonly string[];
}

/** Groups for TLS 1.2 and older, the usual ones first: what a server that follows the client would choose. */
export const LEGACY_GROUPS: readonly number[] = NAMED_GROUPS.filter((group) => group.legacy).map((group) => group.id);

/** Groups for TLS 1.3 with the classical ones first: a hybrid that is chosen all the same is the server's preference. */
export const TLS13_GROUPS: readonly number[] = [
  ...NAMED_GROUPS.filter((group) => group.tls13 && group.kind !== "hybrid"),
  ...NAMED_GROUPS.filter((group) => group.tls13 && group.kind === "hybrid"),
].map((group) => group.id);

const ALL_SCHEMES: readonly number[] = SIGNATURE_SCHEMES.map((scheme) => scheme.id);

/**
 * A hello for TLS 1.2 or older with the extensions whose echo tells something. status_request is not among them: lighttpd with
 * wolfSSL closes the connection at it, so it rides on one hello and on the whole handshakes only.
 */
export function legacyHello(
  base: HelloBase,
  version: LegacyVersion,
  suites: readonly number[],
  more: Partial<ClientHello> = {},
): ClientHello {
  return {
    version,
    suites,
    serverName: base.serverName,
    groups: LEGACY_GROUPS,
    signatureSchemes: ALL_SCHEMES,
    extendedMasterSecret: true,
    encryptThenMac: true,
    sessionTicket: true,
    certificateTimestamps: true,
    ...more,
  };
}

/** A hello for TLS 1.3 only, without key shares: the answer is a HelloRetryRequest that names suite and group in clear. */
export function tls13Hello(
  base: HelloBase,
  suites: readonly number[],
  groups: readonly number[],
  keyShares: readonly KeyShare[] = [],
): ClientHello {
  return {
    version: "TLSv1.3",
    suites,
    serverName: base.serverName,
    groups,
    signatureSchemes: ALL_SCHEMES,
    keyShares,
  };
}
