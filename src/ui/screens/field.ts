import { displayWidth } from "../../report/text/layout.ts";
import type { Line } from "../lines.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text field: what was typed with the cursor behind it, or a hint. A text too long for its columns shows its end, where the typing goes on. */
export function field(value: string, hint: string, here: boolean, columns: number): Line {
  const cursor = here ? [{ text: " ", inverse: true }] : [];
  if (value === "") return [...cursor, { text: hint, tone: "soft" }];
  return [{ text: here ? tail(value, Math.max(1, columns - 1)) : value }, ...cursor];
}

function tail(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const parts = Array.from(segmenter.segment(text), ({ segment }) => segment);
  let width = 1;
  let from = parts.length;
  while (from > 0 && width + displayWidth(parts[from - 1] ?? "") <= columns) {
    from -= 1;
    width += displayWidth(parts[from] ?? "");
  }
  return `…${parts.slice(from).join("")}`;
}
