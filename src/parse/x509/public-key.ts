import { CURVES, FIXED_KEY_BITS, KEY_TYPES } from "../../data/x509-oids.ts";
import { bitLength, listElements, readObjectIdentifier, readTagged, smallInteger, TAG, type Tlv } from "./der.ts";

/** A subject public key as far as judges need it. */
export interface PublicKeyFacts {
  /** rsa, ec, ed25519 …, or the dotted identifier of a type that is not known. */
  readonly type: string;
  /** Size of the modulus, of the prime or of the curve; null where it cannot be told. */
  readonly bits: number | null;
  readonly curve: string | null;
  /** RSA's public exponent where it fits 31 bits. */
  readonly exponent: number | null;
  /** The SubjectPublicKeyInfo as it is, for its fingerprint. */
  readonly spki: Uint8Array;
}

/** Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); null where it is none. */
export function readPublicKey(spki: Tlv): PublicKeyFacts | null {
  const [algorithm, key] = listElements(spki.contents) ?? [];
  if (algorithm?.tag !== TAG.sequence || key?.tag !== TAG.bitString) return null;
  const [id, parameters] = listElements(algorithm.contents) ?? [];
  if (id?.tag !== TAG.objectIdentifier) return null;
  const oid = readObjectIdentifier(id.contents);
  const type = KEY_TYPES.get(oid) ?? oid;
  const none = { type, bits: FIXED_KEY_BITS.get(type) ?? null, curve: null, exponent: null, spki: spki.raw };
  if (type === "rsa" || type === "rsa-pss") return { ...none, ...rsaFacts(key.contents.subarray(1)) };
  if (type === "ec") return { ...none, ...curveFacts(parameters) };
  if (type === "dsa") return { ...none, bits: primeBits(parameters) };
  return none;
}

function rsaFacts(octets: Uint8Array): { bits: number | null; exponent: number | null } {
  const [modulus, exponent] = listElements(readTagged(octets, TAG.sequence)?.contents ?? new Uint8Array()) ?? [];
  return {
    bits: modulus?.tag === TAG.integer ? bitLength(modulus.contents) : null,
    exponent: exponent?.tag === TAG.integer ? smallInteger(exponent.contents) : null,
  };
}

/** Named curves only: explicit parameters, which RFC 5480 forbids, leave both unknown. */
function curveFacts(parameters: Tlv | undefined): { bits: number | null; curve: string | null } {
  if (parameters?.tag !== TAG.objectIdentifier) return { bits: null, curve: null };
  const oid = readObjectIdentifier(parameters.contents);
  const curve = CURVES.get(oid);
  return { bits: curve?.bits ?? null, curve: curve?.name ?? oid };
}

function primeBits(parameters: Tlv | undefined): number | null {
  const [prime] = parameters?.tag === TAG.sequence ? (listElements(parameters.contents) ?? []) : [];
  return prime?.tag === TAG.integer ? bitLength(prime.contents) : null;
}
