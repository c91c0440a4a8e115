export interface MergedOrder {
  readonly suites: readonly number[];
  /** False where the questions ran out and the rest was appended as it stood. */
  readonly exact: boolean;
}

/**
 * Merges lists that are each in the server's order into one, asking which of several suites the server prefers. Runs are
 * galloped over: the winner's list is tried at doubled distances, so that lists that hardly interleave cost few questions.
 */
export async function mergeOrders(
  chains: readonly (readonly number[])[],
  most: number,
  prefer: (candidates: readonly number[]) => Promise<number | null>,
): Promise<MergedOrder> {
  const [longest = [], ...others] = [...chains].sort((a, b) => b.length - a.length);
  let merged = longest;
  let left = most;
  let exact = true;
  const ask = async (first: number, second: number): Promise<boolean | null> => {
    if (left <= 0) return null;
    left -= 1;
    // The second stands first in the hello, so that a tie would not pass for the server's will.
    const chosen = await prefer([second, first]);
    return chosen === null ? null : chosen === first;
  };
  for (const chain of others) {
    const result: number[] = [];
    let from = 0;
    let lost = false;
    for (const suite of chain) {
      const position = lost ? null : await positionOf(suite, merged, from, ask);
      if (position === null) {
        // No more questions: what is left of this list goes to the end, and the order is not said to be exact.
        if (!lost) result.push(...merged.slice(from));
        lost = true;
        from = merged.length;
        result.push(suite);
        continue;
      }
      result.push(...merged.slice(from, position), suite);
      from = position;
    }
    result.push(...merged.slice(from));
    merged = result;
    if (lost) exact = false;
  }
  return { suites: merged, exact };
}

/** Where a suite belongs in a list that is in order, at or after `from`: galloping, then halving. */
async function positionOf(
  suite: number,
  list: readonly number[],
  from: number,
  precedes: (first: number, second: number) => Promise<boolean | null>,
): Promise<number | null> {
  let low = from;
  let high = list.length;
  let step = 1;
  while (low < high) {
    const at = Math.min(low + step - 1, high - 1);
    const other = list[at];
    if (other === undefined) return low;
    const before = await precedes(other, suite);
    if (before === null) return null;
    if (!before) {
      high = at;
      break;
    }
    low = at + 1;
    step *= 2;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const other = list[middle];
    if (other === undefined) return low;
    const before = await precedes(other, suite);
    if (before === null) return null;
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}
