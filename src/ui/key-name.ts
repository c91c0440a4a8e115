import type { Key } from "ink";

/** The name of a key as the table of keys writes it: a letter, `up`, `return`, `ctrl+c` … */
export function keyName(input: string, key: Key): string {
  if (key.upArrow) return "up";
  if (key.downArrow) return "down";
  if (key.leftArrow) return "left";
  if (key.rightArrow) return "right";
  if (key.pageUp) return "pageup";
  if (key.pageDown) return "pagedown";
  if (key.home) return "home";
  if (key.end) return "end";
  // A line feed is what Enter gives where it was typed before the terminal was ours.
  if (key.return || input === "\n") return "return";
  if (key.escape) return "escape";
  if (key.tab) return "tab";
  // Terminals send DEL for the backspace key, which Ink calls delete.
  if (key.backspace || key.delete) return "backspace";
  return key.ctrl ? `ctrl+${input}` : input;
}
