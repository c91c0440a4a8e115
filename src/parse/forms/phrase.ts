/**
 * The small language in which the tables of personal data are written, turned into regular expressions.
 *
 * A space is optional, `_` is a space that must be there, `(a|b)`, `x?` and `(x)?` are as in regular expressions, `~` in
 * front matches inside words, `=` in front only the whole text, `*` at the end leaves the word open. A final s is always
 * allowed. There is no repetition, so every expression is linear in the text.
 */
const GRAMMAR = /^[~=]?[a-z0-9 _()|?&]+\*?$/;

/**
 * What may follow a phrase. word: the end of the word. head: the end of a machine's name, or words that only say that it is
 * a field, because the noun that a name is about stands last (`billing_first` is a first name, `user_settings` no user).
 */
export type PhraseEnd = "word" | "head";

const ENDS: Readonly<Record<PhraseEnd, string>> = {
  word: "s?(?![a-z0-9])",
  head: "s?(?=$| (?:input|field|fld|box|text|txt|value|val|ctrl|control|el|id|req|new|form|element|entry|\\d))",
};

/** One expression for a list of phrases; null for an empty list. Throws on a phrase outside the grammar: a slip in a table. */
export function compilePhrases(phrases: readonly string[], end: PhraseEnd = "word"): RegExp | null {
  if (phrases.length === 0) return null;
  const words: string[] = [];
  const inside: string[] = [];
  const whole: string[] = [];
  for (const phrase of phrases) {
    if (!GRAMMAR.test(phrase)) throw new Error(`not a phrase: ${phrase}`);
    if (phrase.startsWith("~")) inside.push(body(phrase.slice(1)));
    else if (phrase.startsWith("=")) whole.push(body(phrase.slice(1)));
    else words.push(phrase.endsWith("*") ? body(phrase.slice(0, -1)) : body(phrase) + ENDS[end]);
  }
  const parts: string[] = [];
  if (words.length > 0) parts.push(`(?<![a-z0-9])(?:${words.join("|")})`);
  if (inside.length > 0) parts.push(`(?:${inside.join("|")})`);
  if (whole.length > 0) parts.push(`^(?:${whole.join("|")})$`);
  return new RegExp(parts.join("|"));
}

function body(phrase: string): string {
  return phrase
    .replace(/\*$/, "")
    .replaceAll(/ \?? ?/g, " ?")
    .replaceAll("_", " ")
    .replaceAll("(", "(?:");
}
