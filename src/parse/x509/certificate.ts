import { HASHES, SIGNATURE_ALGORITHMS, VALIDATION_POLICIES } from "../../data/x509-oids.ts";
import { listElements, readObjectIdentifier, readTagged, readTime, sameBytes, TAG, toHex, type Tlv } from "./der.ts";
import { readExtensions, type Extensions } from "./extensions.ts";
import { readDistinguishedName, type DistinguishedName } from "./names.ts";
import { readPublicKey, type PublicKeyFacts } from "./public-key.ts";

/** An X.509 certificate read without trusting it: facts only, nothing verified. */
export interface ParsedCertificate {
  /** Lower-case hexadecimal, without a leading zero octet. */
  readonly serial: string;
  readonly signature: { readonly name: string; readonly hash: string | null };
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** Whether issuer and subject are the same name: a root, or a certificate that its holder made. */
  readonly selfIssued: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKeyFacts;
  readonly extensions: Extensions;
  readonly validation: "dv" | "iv" | "ov" | "ev" | null;
}

/** Certificates beyond this size, in bytes, are not read: a leaf with 10,000 names has some 250,000. */
const MAXIMUM_BYTES = 2_000_000;

/** Reads one DER certificate (RFC 5280 section 4.1); null where the bytes are none. Never throws. */
export function parseCertificate(der: Uint8Array): ParsedCertificate | null {
  if (der.length > MAXIMUM_BYTES) return null;
  const [body] = listElements(readTagged(der, TAG.sequence)?.contents ?? new Uint8Array()) ?? [];
  if (body?.tag !== TAG.sequence) return null;
  const all = listElements(body.contents) ?? [];
  // [0] EXPLICIT version is left out in version 1.
  const fields = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  const [serial, algorithm, issuer, validity, subject, spki, ...rest] = fields;
  if (serial?.tag !== TAG.integer || algorithm === undefined || issuer === undefined || subject === undefined)
    return null;
  const dates = listElements(validity?.contents ?? new Uint8Array()) ?? [];
  const [notBefore, notAfter] = dates.map(readTime);
  const publicKey = spki === undefined ? null : readPublicKey(spki);
  if (!notBefore || !notAfter || publicKey === null) return null;
  const list = rest.find((field) => field.tag === 0xa3);
  const extensions = readExtensions(list === undefined ? null : readTagged(list.contents, TAG.sequence));
  return {
    serial: toHex(serial.contents.subarray(0, 64)).replace(/^00(?=.)/, ""),
    signature: readSignature(algorithm),
    issuer: readDistinguishedName(issuer),
    subject: readDistinguishedName(subject),
    selfIssued: sameBytes(issuer.raw, subject.raw),
    notBefore,
    notAfter,
    publicKey,
    extensions,
    validation: extensions.policies.map((id) => VALIDATION_POLICIES.get(id)).find((level) => level) ?? null,
  };
}

/** The signature algorithm by its registered name, or its dotted identifier; PSS names its hash in the parameters. */
function readSignature(algorithm: Tlv): { name: string; hash: string | null } {
  const [id, parameters] = listElements(algorithm.contents) ?? [];
  const oid = id?.tag === TAG.objectIdentifier ? readObjectIdentifier(id.contents) : "";
  const known = SIGNATURE_ALGORITHMS.get(oid);
  if (known === undefined) return { name: oid === "" ? "unreadable" : oid, hash: null };
  if (known.name !== "rsassaPss") return { ...known };
  const hash = pssHash(parameters);
  return { name: `rsassaPss-${hash}`, hash };
}

/** RSASSA-PSS-params: [0] hashAlgorithm, SHA-1 where it is absent (RFC 4055 section 3.1). */
function pssHash(parameters: Tlv | undefined): string {
  const field = (listElements(parameters?.contents ?? new Uint8Array()) ?? []).find((item) => item.tag === 0xa0);
  if (field === undefined) return "sha1";
  const [id] = listElements(readTagged(field.contents, TAG.sequence)?.contents ?? new Uint8Array()) ?? [];
  const oid = id?.tag === TAG.objectIdentifier ? readObjectIdentifier(id.contents) : "";
  return HASHES.get(oid) ?? oid;
}
