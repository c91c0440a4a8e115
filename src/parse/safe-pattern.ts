import { growsWithText } from "./regex/ambiguity.ts";
import { automatonOf } from "./regex/automaton.ts";
import { effortOf } from "./regex/effort.ts";
import { parseRegex, PatternError, type PatternFault } from "./regex/parse-regex.ts";

export type SafePattern =
  { readonly ok: true; readonly pattern: RegExp } | { readonly ok: false; readonly fault: PatternFault };

/** Longest pattern that is looked at, in UTF-16 units. */
export const MAX_PATTERN = 500;

/** Steps from one place in the text at most: with 64 KiB of text that is a moment, not a minute. */
const MAX_EFFORT = 5_000;

/**
 * Compiles a pattern that somebody else wrote, if it is certain to take time in proportion to the text: its automaton must not be
 * ambiguous without bound, and its counted repeats must stay small. Some harmless patterns are refused, no harmful one is
 * taken. Flags may be i, m and s.
 */
export function safePattern(source: string, flags: string): SafePattern {
  try {
    if (source === "") throw new PatternError("syntax", "the pattern is empty", 0);
    if (source.length > MAX_PATTERN) {
      throw new PatternError("too-long", `a pattern has at most ${String(MAX_PATTERN)} characters`, MAX_PATTERN);
    }
    if (!/^(?!.*(.).*\1)[ims]*$/.test(flags)) throw new PatternError("syntax", "flags may be i, m and s, once each", 0);
    const known = { ignoreCase: flags.includes("i"), multiline: flags.includes("m"), dotAll: flags.includes("s") };
    const node = parseRegex(source, known);
    if (growsWithText(automatonOf(node, known))) {
      throw new PatternError(
        "too-costly",
        "the time it takes can grow faster than the text: two repeats can match the same characters",
        0,
      );
    }
    if (effortOf(node) > MAX_EFFORT) {
      throw new PatternError("too-costly", "its counted repeats and alternatives multiply to too many attempts", 0);
    }
    return { ok: true, pattern: new RegExp(source, flags) };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, fault: error.fault };
    if (error instanceof SyntaxError) return { ok: false, fault: { code: "syntax", message: error.message, at: 0 } };
    throw error;
  }
}
