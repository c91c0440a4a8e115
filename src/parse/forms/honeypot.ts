import type { Field } from "../../core/evidence/pages.ts";
import { trapsIn } from "./matcher.ts";
import { signalTexts, type Signal } from "./signals.ts";

/** Mailchimp's decoy: b_ and two hexadecimal ids. */
const MAILCHIMP = /^b_[0-9a-f]{6,60}_[0-9a-f]{4,60}$/i;

/** Types in which a decoy is made; a hidden box or file input is how a styled one is built. */
const TEXTUAL = new Set(["text", "email", "url", "tel", "textarea", "search", "number", "password"]);

/**
 * Why a field is a decoy for robots, or null. A field that is merely hidden may be shown by a later step; a decoy is hidden
 * from people for good (off-screen, or hidden and taken out of the tab order and of autofill), or says so in its words.
 */
export function honeypotSign(field: Field): { readonly signal: Signal; readonly text: string } | null {
  if (MAILCHIMP.test(field.name ?? "")) return { signal: "name", text: field.name ?? "" };
  if (!TEXTUAL.has(field.type)) return null;
  for (const { signal, kind, text } of signalTexts(field)) {
    const hit = trapsIn(text, kind).find((match) => match.found.id === "honeypot");
    if (hit !== undefined) return { signal, text: hit.text };
  }
  const marks = field.marks ?? [];
  const concealed = marks.includes("off-screen") || marks.includes("closed") || marks.includes("aria-hidden");
  if (!concealed) return null;
  const unreachable = field.attributes["tabindex"] === "-1";
  const unfilled = /^(?:off|nope|no|none|new-password|false)$/i.test(field.autocomplete ?? "");
  const signs = [marks.includes("off-screen"), marks.includes("aria-hidden"), unreachable, unfilled].filter(
    Boolean,
  ).length;
  return signs >= 2 ? { signal: "context", text: "hidden from people" } : null;
}
