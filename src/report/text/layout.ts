import { formatCalendar, type Language } from "../../core/text.ts";

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}])/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const ASCII = /^[\x20-\x7E]*$/;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a text takes at a terminal: wide characters count two, combining marks none. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : ZERO.test(segment) ? 0 : 1;
  return width;
}

/** Fills with spaces to a number of columns; a longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** Fills with spaces on the left. */
export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - displayWidth(text))) + text;
}

/** The text in at most so many columns, with an ellipsis where it was cut. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns <= 1) return columns === 1 ? "…" : "";
  return `${head(text, columns - 1)}…`;
}

/** The longest beginning of a text that fits into so many columns; at least one grapheme, so that wrapping ends. */
function head(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const next = width + displayWidth(segment);
    if (next > columns && end > 0) break;
    width = next;
    end = index + segment.length;
    if (width >= columns) break;
  }
  return text.slice(0, end);
}

/** Breaks a text into lines of at most `columns` at ordinary spaces; a longer word (an address) is cut where it must be. */
export function wrap(text: string, columns: number): readonly string[] {
  const width = Math.max(1, columns);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    let rest = word;
    if (line !== "") {
      if (displayWidth(line) + 1 + displayWidth(rest) <= width) {
        line += ` ${rest}`;
        continue;
      }
      lines.push(line);
      line = "";
    }
    while (displayWidth(rest) > width) {
      const part = head(rest, width);
      lines.push(part);
      rest = rest.slice(part.length);
    }
    line = rest;
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** Wraps a text behind a head; the lines that follow are indented by the head's width. */
export function hanging(headText: string, text: string, columns: number): readonly string[] {
  const indent = Math.min(displayWidth(headText), Math.max(0, columns - 10));
  const [first = "", ...rest] = wrap(text, columns - indent);
  return [headText + first, ...rest.map((line) => " ".repeat(indent) + line)];
}

/** A bar of `columns` cells filled to a share of 0 to 1; ASCII where the terminal has no UTF-8. */
export function bar(share: number, columns: number, unicode: boolean): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * columns);
  return (unicode ? "█" : "#").repeat(filled) + (unicode ? "░" : ".").repeat(columns - filled);
}

/** A number in the language, with at most one decimal. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** A share of 0 to 1 as a percentage, rounded down so that 100 % is only said of the whole. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0, roundingMode: "floor" }).format(
    share,
  );
}

/** An instant in UTC: "23 November 2026 at 20:48 UTC". */
export function formatInstant(iso: string, language: Language): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  const text = formatCalendar(instant, language, { dateStyle: "long", timeStyle: "short" });
  return `${text} UTC`;
}
