import type { Sensitivity } from "../../core/evidence/pages.ts";

/** The seven languages of the tables. */
export type FieldLanguage = "en" | "fr" | "de" | "es" | "it" | "nl" | "pt";

/**
 * Words that name a category, in each language, in the small language of `parse/forms/phrase.ts`: a space is optional
 * (`first name` also finds `firstname`), `_` is a space that must be there, `(a|b)` and `?` as in regular expressions,
 * `~` in front matches inside words, `=` in front only the whole text, `*` behind leaves the end of the word open.
 * Nothing in it can repeat, so no text is slow.
 */
export type Phrases = Readonly<Partial<Record<FieldLanguage, readonly string[]>>>;

/** One kind of personal data that a form may ask for. */
export interface Category {
  readonly id: string;
  readonly sensitivity: Sensitivity;
  /** Autofill tokens of the HTML standard (4.10.18.7.1) that name it. */
  readonly autocomplete: readonly string[];
  readonly phrases: Phrases;
  /** Words that only stand for it in names and ids, never in a sentence. */
  readonly names?: readonly string[];
  /** Words that rule it out in the same text. */
  readonly except?: readonly string[];
}
