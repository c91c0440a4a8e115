import { createHash } from "node:crypto";
import type { ExposureProbe } from "../../data/exposures/exposure.ts";
import { blankReflections } from "./reflection.ts";
import type { Seen } from "./seen.ts";

/** One piece of evidence: where it was and its hash. The text itself only where it cannot be secret. */
export interface ProofSeen {
  readonly kind: "magic" | "pattern" | "header";
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
  readonly text: string | null;
}

export interface ContentMatch {
  readonly proofs: readonly ProofSeen[];
  /** Only magic bytes speak: there is no text to compare. */
  readonly binary: boolean;
}

/** Longest matched text that evidence keeps. */
const QUOTE = 160;

/**
 * Whether an answer proves an exposure: its status, what kind of document it is, its magic bytes or its patterns, with echoes of
 * the path blanked out. Null where anything is missing. Status alone never proves.
 */
export function matchContent(probe: ExposureProbe, seen: Seen, path: string): ContentMatch | null {
  if (!probe.status.includes(seen.status)) return null;
  // A redirect or a status line needs no body; otherwise an empty body is no file.
  if (probe.where === "body" && seen.kind === "empty") return null;
  if (probe.html === "rejected" && seen.kind === "html") return null;
  if (probe.html === "required" && seen.kind !== "html") return null;
  if (probe.html === "or-data" && !["html", "json", "xml"].includes(seen.kind)) return null;
  return (
    matchMagic(probe, seen) ??
    matchPatterns(probe, probe.where === "head" ? seen.head : blankReflections(textFor(probe, seen), path))
  );
}

/**
 * Whether the answer for a path that cannot exist would prove the same. The canary's token is taken out first, whatever the
 * page made of it (upper case, a title, a slug), so that an echo of the neighbour counts like an echo of the path.
 */
export function matchCanary(probe: ExposureProbe, seen: Seen, siblingPath: string, token: string): boolean {
  if (matchContent(probe, seen, siblingPath) !== null) return true;
  if (probe.where === "head") return false;
  const stripped = { ...seen, text: withoutToken(seen.text, token), head: withoutToken(seen.head, token) };
  return matchContent(probe, stripped, "") !== null;
}

/** A text without a canary's token, in any case. The token is plain letters and digits. */
export function withoutToken(text: string, token: string): string {
  return text.replaceAll(new RegExp(token, "gi"), "");
}

function textFor(probe: ExposureProbe, seen: Seen): string {
  return probe.where === "answer" ? `${seen.head}\n\n${seen.text}` : seen.text;
}

function matchMagic(probe: ExposureProbe, seen: Seen): ContentMatch | null {
  const number = probe.proof.magic?.find((magic) => seen.magic.some((start) => start.startsWith(magic)));
  if (number === undefined) return null;
  const bytes = Buffer.from(number, "hex");
  const proof = { kind: "magic", offset: 0, length: bytes.length, sha256: sha256(bytes), text: number } as const;
  return { proofs: [proof], binary: true };
}

function matchPatterns(probe: ExposureProbe, text: string): ContentMatch | null {
  const { all = [], any = [], none = [] } = probe.proof;
  if (all.length === 0 && any.length === 0) return null;
  const found: ProofSeen[] = [];
  for (const pattern of all) {
    const match = pattern.exec(text);
    if (match === null) return null;
    found.push(proofOf(probe, match));
  }
  if (any.length > 0) {
    const match = any.reduce<RegExpExecArray | null>((known, pattern) => known ?? pattern.exec(text), null);
    if (match === null) return null;
    found.push(proofOf(probe, match));
  }
  return none.some((pattern) => pattern.test(text)) ? null : { proofs: found, binary: false };
}

function proofOf(probe: ExposureProbe, match: RegExpExecArray): ProofSeen {
  const text = match[0];
  return {
    kind: probe.where === "head" ? "header" : "pattern",
    offset: match.index,
    length: text.length,
    sha256: sha256(Buffer.from(text, "latin1")),
    text: probe.secret ? null : text.slice(0, QUOTE).replaceAll("\0", "·"),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
