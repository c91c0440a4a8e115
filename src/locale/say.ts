import { renderText, type Language, type LocalText, type Parameters } from "../core/text.ts";
import { typeset } from "./typography.ts";

/** An interface text in a language, with its parameters filled in and the typography of the language. */
export function say(text: LocalText, language: Language, parameters: Parameters = {}): string {
  return typeset(renderText(text[language], parameters, language), language);
}

/**
 * The name of a code in a table, or the code itself with spaces for its dashes: an unknown code, from a later version or a
 * slip, still prints sensibly.
 */
export function nameOf(table: Readonly<Record<string, LocalText>>, code: string, language: Language): string {
  const text = Object.hasOwn(table, code) ? table[code] : undefined;
  return text === undefined
    ? say({ en: "{code}", fr: "{code}" }, language, { code: code.replaceAll(/[-_]/g, " ") })
    : say(text, language);
}
