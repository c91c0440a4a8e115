import type { Field } from "../../core/evidence/pages.ts";
import { autocompleteCategory } from "./autocomplete.ts";
import { categoriesIn, trapsIn } from "./matcher.ts";
import { signalTexts, type Signal, type SignalText } from "./signals.ts";

/** Mailchimp's decoy: b_ and two hexadecimal ids. */
const MAILCHIMP = /^b_[0-9a-f]{6,60}_[0-9a-f]{4,60}$/i;

/** Types in which a decoy is made; a hidden box or file input is how a styled one is built. */
const TEXTUAL = new Set(["text", "email", "url", "tel", "textarea", "number"]);

export interface HoneypotSign {
  readonly signal: Signal;
  readonly text: string;
}

/**
 * Why a field is a decoy for robots, or null. A field that is merely closed may be shown by a later step, and a helper for
 * the browser's autofill is hidden on purpose, with honest tokens. A decoy says so in its words, or is put where nobody
 * sees it and taken out of the tab order or of autofill. Nobody lays out a password or a card number as bait.
 */
export function honeypotSign(field: Field): HoneypotSign | null {
  if (MAILCHIMP.test(field.name ?? "")) return { signal: "name", text: field.name ?? "" };
  if (!TEXTUAL.has(field.type)) return null;
  const texts = signalTexts(field);
  for (const { signal, kind, text } of texts) {
    const hit = trapsIn(text, kind).find((match) => match.found.id === "honeypot");
    if (hit !== undefined) return { signal, text: hit.text };
  }
  return isBait(field) && !asksForMoney(field, texts) ? { signal: "context", text: "hidden from people" } : null;
}

function isBait(field: Field): boolean {
  const marks = field.marks ?? [];
  const unreachable = field.attributes["tabindex"] === "-1";
  const unfilled = /^(?:off|nope|no|none|new-password|false)$/i.test(field.autocomplete ?? "");
  const hidden = marks.includes("aria-hidden");
  if (marks.includes("off-screen")) return unreachable || (hidden && unfilled);
  return hidden && unreachable && unfilled && !marks.includes("closed");
}

function asksForMoney(field: Field, texts: readonly SignalText[]): boolean {
  const token = autocompleteCategory(field.autocomplete, field.type);
  if (token !== null && !token.weak) return true;
  return texts.some(({ text, kind }) =>
    categoriesIn(text, kind).some((match) => /^(?:payment|bank)\./.test(match.found.id)),
  );
}
