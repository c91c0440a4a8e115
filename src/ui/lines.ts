import { cutTo, displayWidth } from "../report/text/layout.ts";
import type { Severity } from "../core/severity.ts";

/** What a piece of text means; the theme gives it a colour, and a word or symbol always stands beside it. */
export type Tone = Severity | "good" | "fair" | "poor" | "soft" | "accent";

export interface Segment {
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly bold?: boolean;
  /** Shown inverted: where the cursor is. */
  readonly inverse?: boolean;
}

/** One row of the screen. */
export type Line = readonly Segment[];

/** A row of one text. */
export function line(text: string, style: Omit<Segment, "text"> = {}): Line {
  return [{ text, ...style }];
}

export const BLANK: Line = [];

/** Cuts a row to so many columns, so that the terminal never wraps it into a second one. */
export function fit(row: Line, columns: number): Line {
  const fitted: Segment[] = [];
  let left = columns;
  for (const segment of row) {
    if (left <= 0) break;
    const text = cutTo(segment.text, left);
    fitted.push(text === segment.text ? segment : { ...segment, text });
    left -= displayWidth(text);
  }
  return fitted;
}

/** Columns of a row. */
export function lineWidth(row: Line): number {
  return row.reduce((sum, segment) => sum + displayWidth(segment.text), 0);
}

/** A row with one part at the left and one at the right edge; the right part goes first where there is no room. */
export function spread(left: Line, right: Line, columns: number): Line {
  const gap = columns - lineWidth(left) - lineWidth(right);
  return gap < 1 ? left : [...left, { text: " ".repeat(gap) }, ...right];
}

/** The part of a list around the cursor that fits into so many rows. */
export function windowOf<Item>(
  items: readonly Item[],
  cursor: number,
  rows: number,
): { readonly first: number; readonly items: readonly Item[] } {
  const size = Math.max(0, rows);
  const first = Math.max(0, Math.min(cursor - Math.floor(size / 2), items.length - size));
  return { first, items: items.slice(first, first + size) };
}
