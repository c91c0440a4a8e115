import type { Action } from "./keys.ts";

/** Rows of a page. */
const PAGE = 10;

/** How far an action moves the cursor of a list; null when it does not. */
export function stepOf(action: Action, length: number): number | null {
  switch (action) {
    case "first":
      return -length;
    case "last":
      return length;
    case "up":
    case "down":
    case "page-up":
    case "page-down":
      return stepRows(action);
    default:
      return null;
  }
}

/** How many rows an action scrolls; 0 when it does not. */
export function stepRows(action: Action): number {
  const steps: Partial<Record<Action, number>> = {
    up: -1,
    down: 1,
    "page-up": -PAGE,
    "page-down": PAGE,
    first: -100_000,
    last: 100_000,
  };
  return steps[action] ?? 0;
}
