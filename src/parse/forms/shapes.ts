import type { Field } from "../../core/evidence/pages.ts";

interface Shape {
  readonly category: string;
  readonly example?: RegExp;
  readonly pattern?: RegExp;
}

/** What an example in a placeholder, or a pattern, says when no word does. Bounded quantifiers only. */
const SHAPES: readonly Shape[] = [
  { category: "contact.email", example: /^[^@\s]{1,40}@[^@\s]{1,40}\.[a-z]{2,10}$/i },
  { category: "bank.iban", example: /^[A-Z]{2}\d{2}(?:\s?[A-Z0-9X]{4}){2,7}/ },
  { category: "business.vat", example: /^(?:FR|DE|ES|IT|NL|PT|BE)\s?[A-Z0-9]{2}\s?\d{9}$/ },
  { category: "gov.national_id", example: /^[12]\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{3}\s?\d{3}(?:\s?\d{2})?$/ },
  { category: "payment.card_number", example: /^(?:[\dx•*]{4}[\s-]?){3}[\dx•*]{1,4}$/i },
  { category: "payment.card_expiry", example: /^(?:mm|0\d|1[0-2])\s?\/\s?(?:yy|aa|jj|\d{2})(?:yy|aa|jj|\d{2})?$/i },
  {
    category: "contact.phone",
    example: /^(?:\+|00)\d{1,3}[\s.()-]{0,2}\d|^0[1-9](?:[\s.-]?\d{2}){4}$|^\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}$/,
  },
  { category: "gov.vehicle", example: /^[A-Z]{2}-\d{3}-[A-Z]{2}$/ },
  {
    category: "identity.birth_date",
    example: /^(?:dd|jj|tt|gg|mm)\s?[/.-]\s?(?:mm|dd)\s?[/.-]\s?(?:yyyy|aaaa|jjjj)$/i,
  },
];

export interface ShapeMatch {
  readonly category: string;
  readonly text: string;
}

/** The category that an example value in the placeholder has the shape of. */
export function shapeCategory(field: Field): ShapeMatch | null {
  const example = field.attributes["placeholder"]
    ?.trim()
    .replace(/^(?:ex(?:emple|ample)?\.?|e\.g\.|z\.b\.|p\. ?ej\.)\s?:?\s?/i, "")
    .slice(0, 60);
  if (example === undefined || example === "") return null;
  const shape = SHAPES.find((candidate) => candidate.example?.test(example) === true);
  return shape === undefined ? null : { category: shape.category, text: example };
}

/** Whether a numeric keypad was asked for by type=tel: short codes and card numbers, not phones. */
export function isKeypad(field: Field): boolean {
  const length = Number(field.attributes["maxlength"] ?? "NaN");
  const short = length <= 6;
  const cardLong = length >= 16 && length <= 23 && field.attributes["inputmode"] === "numeric";
  return short || cardLong;
}
