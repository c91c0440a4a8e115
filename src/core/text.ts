/**
 * Sentences for people, rendered late from a code and its parameters.
 *
 * A template is a plain sentence with placeholders: `{host}` prints a parameter in the reader's way (numbers with the
 * language's separators, lists joined by "and"), `{expires:date}` an ISO 8601 instant as a date, `{size:bytes}` a number
 * of bytes, `{count|certificate|certificates}` chooses a plural form by `Intl.PluralRules`.
 */
export const LANGUAGES = ["en", "fr"] as const;

export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language of the reports. */
export type LocalText = Readonly<Record<Language, string>>;

export type ParameterValue = string | number | boolean | readonly string[];

/** What a sentence speaks of. Remote text in here is data: it is cleaned when the sentence is rendered. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)(?::(date|bytes)|\|([^{}|]*)\|([^{}|]*))?\}/g;

/** The names of the parameters that a template speaks of, sorted; the build compares them between languages. */
export function placeholders(template: string): readonly string[] {
  return [...new Set(Array.from(template.matchAll(PLACEHOLDER), (match) => match[1] ?? ""))].toSorted();
}

/** Renders a template; a parameter that is missing prints as "?" so that a report is never lost to a slip in a text. */
export function renderText(template: string, parameters: Parameters, language: Language): string {
  return template.replaceAll(
    PLACEHOLDER,
    (_match, name: string, format: string | undefined, one: string | undefined, other: string | undefined) => {
      const value = parameters[name];
      if (value === undefined) return "?";
      if (one !== undefined && other !== undefined) return pluralForm(Number(value), one, other, language);
      if (format === "date" && typeof value === "string") return formatDate(value, language);
      if (format === "bytes" && typeof value === "number") return formatBytes(value, language);
      return formatValue(value, language);
    },
  );
}

/** Chooses between two forms; French counts 0 and 1 as singular. */
export function pluralForm(count: number, one: string, other: string, language: Language): string {
  return new Intl.PluralRules(language).select(count) === "one" ? one : other;
}

/** An ISO 8601 instant as a date in UTC: "1 November 2026", "1er novembre 2026"; the text itself when it is no date. */
export function formatDate(iso: string, language: Language): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return cleanText(iso);
  return formatCalendar(instant, language, { dateStyle: "long" });
}

/** Items as a sentence lists them: "TLS 1.0, TLS 1.1 and TLS 1.2", without a comma before the last. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "en" ? "en-GB" : "fr", { type: "conjunction" }).format(items);
}

/** A date in UTC in the calendar style of the language; French writes the first of a month as an ordinal, which Intl does not. */
export function formatCalendar(instant: Date, language: Language, style: Intl.DateTimeFormatOptions): string {
  const locale = language === "en" ? "en-GB" : "fr";
  const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }).format(instant);
  return language === "fr" ? text.replace(/^1(?= )/, "1er") : text;
}

/** A size in the units of the language: "700 MB", « 700 Mo ». Units are powers of 1000. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === "fr" ? ["o", "ko", "Mo", "Go", "To"] : ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1000 ** power,
  );
  return `${number}\u00A0${units[power] ?? "B"}`;
}

function formatValue(value: ParameterValue, language: Language): string {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number") return new Intl.NumberFormat(language).format(value);
  if (typeof value === "boolean") return String(value);
  return formatList(
    value.map((item) => cleanText(item)),
    language,
  );
}

/**
 * Remote text made harmless for terminals, CSV, XML and HTML: C0 and C1 controls, bidirectional and zero-width marks, line
 * and paragraph separators and unpaired surrogates become spaces or go, and the length is bounded (in UTF-16 units).
 */
export function cleanText(text: string, maximumLength = 400): string {
  const cut = text.length > maximumLength ? `${text.slice(0, maximumLength - 1)}…` : text;
  return cut
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF\uFFF9-\uFFFB]/g, "");
}
