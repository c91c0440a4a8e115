import type { Field, Form } from "../../src/core/evidence/pages.ts";

/** The shortest password that a form says it accepts, and whether it names further rules. */
export interface StatedMinimum {
  readonly length: number;
  readonly otherRules: boolean;
}

/** "at least 6 characters", « 6 caractères minimum », "mindestens 6 Zeichen" … */
const IN_WORDS: readonly RegExp[] = [
  /(?:minimum|at least|au moins|au minimum|min\.?|mindestens|al menos|almeno|minimo|entre|between|from|de)\s{1,3}(?:de\s)?(\d{1,2})\s{1,3}(?:characters|caract[eè]res|caracteres|zeichen|caratteri|signes|letters)/i,
  /(\d{1,2})\s{0,3}(?:characters|caract[eè]res|caracteres|zeichen|caratteri)\s{1,3}(?:minimum|au moins|au minimum|min\b|or more|ou plus|m[ií]nimo)/i,
];

const OTHER_RULES =
  /majuscule|minuscule|chiffre|caract[eè]re sp[eé]cial|uppercase|upper.case|lowercase|digit|number|symbol|special|gro(ß|ss)buchstabe|ziffer|may[uú]scula|maiuscol|numer/i;

/** The minimum by the field's attributes, else by the words around it; null where none is stated. */
export function statedMinimum(field: Field, form: Form): StatedMinimum | null {
  const words = [field.label, field.hint, field.attributes["placeholder"], field.attributes["title"], form.text]
    .join(" ")
    .slice(0, 4_000);
  const rules = field.attributes["passwordrules"] ?? "";
  const pattern = field.attributes["pattern"] ?? "";
  const otherRules = OTHER_RULES.test(words) || /required:/.test(rules) || /\(\?=/.test(pattern);
  // Of several lengths in one field the longest binds: PrestaShop 8 keeps an old pattern beside its policy.
  const length =
    greatest([
      field.attributes["minlength"],
      field.attributes["data-minlength"],
      field.attributes["data-password-min-length"],
      /minlength:\s{0,3}(\d{1,3})/.exec(rules)?.[1],
      /\{(\d{1,2}),/.exec(pattern)?.[1],
    ]) ?? firstNumber(IN_WORDS.map((match) => match.exec(words)?.[1]));
  return length === null ? null : { length, otherRules };
}

function greatest(texts: readonly (string | undefined)[]): number | null {
  const found = texts.map((text) => Number.parseInt(text ?? "", 10)).filter((number) => number > 0);
  return found.length === 0 ? null : Math.max(...found);
}

function firstNumber(texts: readonly (string | undefined)[]): number | null {
  const found = texts.map((text) => Number.parseInt(text ?? "", 10)).find((number) => number > 0);
  return found ?? null;
}
