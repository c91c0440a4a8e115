import type { Field, Form } from "../../core/evidence/pages.ts";
import type { Verdict } from "./classify-field.ts";

/** A rule reads the whole form and changes the verdicts that only the form can decide. */
export type Rule = (form: Form, verdicts: Verdict[]) => void;

const TEXTUAL = new Set(["text", "email", "tel", "password", "number", "url", "search"]);

export function isTextual(field: Field): boolean {
  return TEXTUAL.has(field.type);
}

export function context(category: string | null, matched: string): Verdict {
  return { category, signal: "context", matched, trap: null };
}

export function nothing(): Verdict {
  return { category: null, signal: null, matched: null, trap: null };
}
