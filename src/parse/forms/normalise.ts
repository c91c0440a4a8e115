/** Longest text that is matched against the tables, in characters: words further on are not about the field. */
const MAXIMUM_TEXT = 160;

const LIGATURES: Readonly<Record<string, string>> = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d" };

/** Words that say whether a field must be filled in, and nothing about what it asks. */
const ASIDE =
  /(?<![a-z])(?:required|mandatory|optional|obligatoires?|facultatifs?|optionnels?|pflichtfeld|optional|obligatorio|opcional|obbligatorio|facoltativo|verplicht|optioneel|obrigatorio)(?![a-z])/g;

/** Where the complaint about a wrong entry begins: pages keep it, hidden, inside the label. */
const COMPLAINT =
  /(?<![a-z])(?:error|erreur|invalid|please (?:enter|fill)|veuillez|is required|must be|ne peut pas)(?![a-z])/;

/** A sentence for people, as the tables are written: lower case, no accents, no punctuation, single spaces. */
export function normaliseText(text: string): string {
  return cutComplaint(fold(text.slice(0, MAXIMUM_TEXT)))
    .replaceAll(ASIDE, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

/** A name or id of a machine: camelCase and letters from digits are split before, so `billingAddress1` has three words. */
export function normaliseName(name: string): string {
  const split = name
    .slice(0, MAXIMUM_TEXT)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]{2})([A-Z][a-z])/g, "$1 $2")
    .replaceAll(/([A-Za-z])(\d)/g, "$1 $2")
    .replaceAll(/(\d)([A-Za-z])/g, "$1 $2");
  return fold(split);
}

function cutComplaint(text: string): string {
  const start = text.search(COMPLAINT);
  return start > 2 ? text.slice(0, start) : text;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[ßœæøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replaceAll(/[^a-z0-9&]+/g, " ")
    .trim();
}
