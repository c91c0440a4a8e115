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

/** Between the words of a name: aB, ABc, a1, 1a. */
const WORD_SEAM = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/g;

/** A name or id of a machine: camelCase and letters from digits are split before, so `billingAddress1` has three words. */
export function normaliseName(name: string): string {
  return fold(name.slice(0, MAXIMUM_TEXT).replaceAll(WORD_SEAM, " "));
}

function cutComplaint(text: string): string {
  const start = text.search(COMPLAINT);
  return start > 2 ? text.slice(0, start) : text;
}

const PLAIN = /^[\x20-\x7E]*$/;

function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain ASCII, and decomposing them would be half of the whole work.
  const bare = PLAIN.test(lower)
    ? lower
    : lower
        .normalize("NFD")
        .replaceAll(/\p{M}+/gu, "")
        .replaceAll(/[ßœæøłđ]/g, (letter) => LIGATURES[letter] ?? letter);
  return bare.replaceAll(/[^a-z0-9&]+/g, " ").trim();
}
