import { schemeById } from "../../../data/tls/signature-schemes.ts";
import { COMMON_SUITES } from "../../../data/tls/common-suites.ts";
import { suiteById } from "../../../data/tls/cipher-suites.ts";
import { legacyHello } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { handshake } from "./handshakes.ts";
import { outcomeOf } from "./outcome.ts";

interface KeyType {
  /** As the evidence calls it. */
  readonly type: string;
  /** With which such a key signs (RFC 8446 4.2.3), and with which its certificate may be signed: HAProxy looks for those. */
  readonly schemes: readonly number[];
  /** The suites of TLS 1.2 that it can serve; EdDSA hides behind those of ECDSA (RFC 8422 5.10). */
  readonly authentication: Authentication;
}

export type Authentication = "RSA" | "ECDSA";

const KEY_TYPES: readonly KeyType[] = [
  { type: "rsa", schemes: [0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601], authentication: "RSA" },
  { type: "ec", schemes: [0x0403, 0x0503, 0x0603], authentication: "ECDSA" },
  { type: "ed25519", schemes: [0x0807], authentication: "ECDSA" },
  { type: "ed448", schemes: [0x0808], authentication: "ECDSA" },
  { type: "rsa-pss", schemes: [0x0809, 0x080a, 0x080b], authentication: "RSA" },
];

/** So many accepted suites are offered at most. */
const MOST_SUITES = 8;

export interface CertificateTypes {
  /** A client that could check none of the types seen, and every other one, was refused: there is no further certificate. */
  readonly complete: boolean;
  readonly probes: number;
}

/** The types of key among the certificates seen, in the order of the table, those that it does not have last. */
export function keyTypesSeen({ knowledge }: Pick<PlannerContext, "knowledge">): string[] {
  const seen = new Set([...knowledge.chains.values()].map((chain) => chain.keyType ?? "unknown"));
  const known = KEY_TYPES.map(({ type }) => type).filter((type) => seen.has(type));
  return [...known, ...[...seen].filter((type) => !known.includes(type)).sort()];
}

/** How the suites of TLS 1.2 name what the certificates seen can do. */
export function authenticationsSeen(context: Pick<PlannerContext, "knowledge">): readonly Authentication[] {
  const seen = keyTypesSeen(context);
  return [...new Set(KEY_TYPES.filter(({ type }) => seen.includes(type)).map(({ authentication }) => authentication))];
}

/**
 * The certificates of every type by elimination, as suites are found: a client of TLS 1.3 that can check only the types not seen
 * yet gets another certificate or a refusal. So one refusal says that RSA, ECDSA and EdDSA are all there is, whatever was seen
 * in passing; a hello for EdDSA alone would cost the same and say less. Certificates of TLS 1.3 come encrypted, hence whole
 * handshakes, of which the refused one costs the server no signature.
 */
export async function askCertificateTypes(context: PlannerContext): Promise<CertificateTypes> {
  return eliminate(context, KEY_TYPES, async (schemes) => {
    const sigalgs = schemes.flatMap((id) => schemeById(id)?.openssl ?? []).join(":");
    const result = await handshake(context, { sigalgs, wantTicket: false });
    if (result === null || result.kind === "done") return result === null ? "unknown" : "accepted";
    // Whatever else ended it, an alert or a close: the closing question tells a server that refuses from one that is gone.
    return result.code === "timeout" || result.code === "interrupted" ? "unknown" : "refused";
  });
}

/**
 * The same in TLS 1.2, in clear, for ECDSA and for RSA suites apart: offered both, OpenSSL settles on a suite before it looks
 * whether the client can check the certificate for it, and then gives up with the very alert that means "nothing in common".
 */
export async function askLegacyCertificateTypes(
  context: PlannerContext,
  accepted: readonly number[],
): Promise<CertificateTypes> {
  const [ecdsa, rsa] = await Promise.all([
    askBehindSuites(context, "ECDSA", accepted),
    askBehindSuites(context, "RSA", accepted),
  ]);
  return { complete: ecdsa.complete && rsa.complete, probes: ecdsa.probes + rsa.probes };
}

async function askBehindSuites(
  context: PlannerContext,
  authentication: Authentication,
  accepted: readonly number[],
): Promise<CertificateTypes> {
  const signed = (id: number): boolean => suiteById(id)?.authentication === authentication && signsKeyExchange(id);
  const known = accepted.filter(signed);
  // Refused among others is not refused: see `LegacyVersionScan.askApart`.
  const suites = (known.length > 0 ? known : COMMON_SUITES.filter(signed)).slice(0, MOST_SUITES);
  const types = KEY_TYPES.filter((one) => one.authentication === authentication);
  return eliminate(context, types, async (signatureSchemes) => {
    const hello = legacyHello(context.base, "TLSv1.2", suites, { signatureSchemes });
    const { kind } = outcomeOf(hello, await askAndLearn(context, hello, "done"));
    return kind === "accepted" || kind === "unknown" ? kind : "refused";
  });
}

async function eliminate(
  context: PlannerContext,
  types: readonly KeyType[],
  ask: (schemes: readonly number[]) => Promise<"accepted" | "refused" | "unknown">,
): Promise<CertificateTypes> {
  for (let probes = 0; ; probes += 1) {
    const seen = keyTypesSeen(context);
    const open = types.filter(({ type }) => !seen.includes(type));
    if (open.length === 0) return { complete: true, probes };
    const answer = await ask(open.flatMap(({ schemes }) => schemes));
    if (answer === "unknown") return { complete: false, probes: probes + 1 };
    // A server that shows a certificate of a type that was not asked for has no other to show.
    const found = keyTypesSeen(context).some((type) => open.some((one) => one.type === type));
    if (answer === "refused" || !found) return { complete: true, probes: probes + 1 };
  }
}

function signsKeyExchange(id: number): boolean {
  const exchange = suiteById(id)?.keyExchange;
  return exchange === "ECDHE" || exchange === "DHE";
}
