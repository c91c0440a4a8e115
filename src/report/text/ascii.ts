/** Signs that have a customary stand-in of the same width, so that columns keep their places. */
const STAND_INS: Readonly<Record<string, string>> = {
  "\u00A0": " ",
  "\u202F": " ",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "−": "-",
  "·": "-",
  "•": "-",
  "×": "x",
  "±": "=",
  "→": ">",
  "…": "~",
  "‹": "<",
  "›": ">",
  "§": "S",
  "°": "o",
  "≤": "<",
  "≥": ">",
  œ: "oe",
  Œ: "OE",
  æ: "ae",
  Æ: "AE",
  ß: "ss",
  ø: "o",
  Ø: "O",
  "€": "EUR",
};

/**
 * A text for terminals that cannot show UTF-8: accents go, typographic signs get their plain stand-ins, what is left becomes
 * a question mark. Line ends and escape sequences stay.
 */
export function asciiText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[^\0-\x7F]/gu, (sign) => STAND_INS[sign] ?? "?");
}
