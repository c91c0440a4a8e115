import type { Language } from "../core/text.ts";

/**
 * Sets a finished sentence as the language's printers do. French: a no-break space before `:` and inside « », a narrow one
 * before `;` `!` `?` `%`, and ’ between letters. Only ordinary spaces change, so addresses and code stay as they are. Setting
 * a sentence twice changes nothing.
 */
export function typeset(text: string, language: Language): string {
  const apostrophes = text.replaceAll(/(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, "’");
  // A plural possessive ("customers' data") ends like a quotation: it is set only where no quotation is open.
  if (language === "en") return /(?<!\p{L})'/u.test(text) ? apostrophes : apostrophes.replaceAll(/(?<=s)'(?=\s)/g, "’");
  return apostrophes
    .replaceAll(/ (?=[:»](?:\s|[).,]|$))/g, "\u00A0")
    .replaceAll(/« /g, "«\u00A0")
    .replaceAll(/ (?=[;!?%](?:\s|[).,]|$))/g, "\u202F");
}
