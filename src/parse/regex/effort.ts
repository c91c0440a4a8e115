import { intersects, type CharSet } from "./char-set.ts";
import type { RegexNode } from "./parse-regex.ts";

/**
 * Steps that a backtracking engine takes at most from one place in the text, where the pattern is known not to grow with the
 * text: counted repeats, options and alternatives that look alike multiply. Infinity where the number runs away.
 */
export function effortOf(node: RegexNode): number {
  return steps(node, 1);
}

/** Steps for a node when what follows takes `rest` steps each time that it is tried. */
function steps(node: RegexNode, rest: number): number {
  if (rest > LIMIT) return Number.POSITIVE_INFINITY;
  switch (node.type) {
    case "chars":
      return rest + 1;
    case "assertion":
      return rest;
    case "sequence":
      return node.items.reduceRight((after, item) => steps(item, after), rest);
    case "choice": {
      const each = node.branches.map((branch) => steps(branch, rest));
      return areDistinct(node.branches) ? Math.max(...each) + each.length : each.reduce((sum, one) => sum + one, 0);
    }
    case "repeat":
      return repeated(node, rest);
  }
}

/** Above this nobody asks how much. */
const LIMIT = 1e9;

function repeated(node: Extract<RegexNode, { type: "repeat" }>, rest: number): number {
  // An endless repeat may be left after each round; rounds are paid for by the text.
  if (node.max === Number.POSITIVE_INFINITY) return steps(node.body, rest) * Math.max(1, node.min) + rest;
  let total = rest;
  for (let round = node.max; round > 0 && total <= LIMIT; round -= 1) {
    total = steps(node.body, total) + (round > node.min ? rest : 0);
  }
  return total <= LIMIT ? total : Number.POSITIVE_INFINITY;
}

/** Whether the first character tells the branches apart. */
function areDistinct(branches: readonly RegexNode[]): boolean {
  const firsts = branches.map((branch) => firstSet(branch));
  return firsts.every(
    (set, index) => set !== null && firsts.slice(index + 1).every((other) => other !== null && !intersects(set, other)),
  );
}

/** The characters with which a match of a node begins; null where it may be empty. */
function firstSet(node: RegexNode): CharSet | null {
  switch (node.type) {
    case "chars":
      return node.set;
    case "assertion":
      return null;
    case "sequence": {
      const [first] = node.items.filter((item) => item.type !== "assertion");
      return first === undefined ? null : firstSet(first);
    }
    case "choice": {
      const sets = node.branches.map((branch) => firstSet(branch));
      return sets.some((set) => set === null) ? null : sets.flatMap((set) => set ?? []).toSorted((a, b) => a[0] - b[0]);
    }
    case "repeat":
      return node.min === 0 ? null : firstSet(node.body);
  }
}
