import type { Automaton } from "./automaton.ts";
import type { CharSet } from "./char-set.ts";

/** Triples of states looked at before the proof is given up, and the pattern with it. */
const WORK_LIMIT = 400_000;

/**
 * Whether some text has a number of matching attempts that grows with its length. That is so if and only if two states p and q
 * share a text that leads from p to p, from p to q and from q to q (Weber and Seidl, 1991: the criterion IDA); a pattern with it can
 * backtrack quadratically or worse. What cannot be proven within the limit counts as growing.
 */
export function growsWithText(automaton: Automaton): boolean {
  const { edges } = automaton;
  const component = components(edges);
  const turning = edges.flatMap((_, state) => (isTurning(edges, component, state) ? [state] : []));
  for (const state of turning) {
    for (const [next, ways] of edges[state] ?? []) {
      if (ways > 1 && component[next] === component[state]) return true;
    }
  }
  const masks = masksOf(automaton.sets);
  const budget = { left: WORK_LIMIT };
  return turning.some((p) =>
    turning.some((q) => p !== q && reaches(edges, p, q) && sharesText(edges, masks, component, p, q, budget)),
  );
}

/** Whether (p, p, q) leads to (p, q, q) by one text, the first staying with p and the last with q. */
function sharesText(
  edges: Automaton["edges"],
  masks: readonly bigint[],
  component: readonly number[],
  p: number,
  q: number,
  budget: { left: number },
): boolean {
  const size = edges.length;
  const key = (x: number, y: number, z: number): number => (x * size + y) * size + z;
  const goal = key(p, q, q);
  const seen = new Set([key(p, p, q)]);
  const queue: (readonly [number, number, number])[] = [[p, p, q]];
  for (let head = 0; head < queue.length; head += 1) {
    const [x, y, z] = queue[head] ?? [p, p, q];
    for (const nextX of within(edges, component, x)) {
      for (const nextZ of within(edges, component, z)) {
        const both = (masks[nextX] ?? 0n) & (masks[nextZ] ?? 0n);
        if (both === 0n) continue;
        for (const nextY of edges[y]?.keys() ?? []) {
          if ((both & (masks[nextY] ?? 0n)) === 0n) continue;
          const next = key(nextX, nextY, nextZ);
          if (next === goal) return true;
          budget.left -= 1;
          if (budget.left < 0) return true;
          if (seen.has(next)) continue;
          seen.add(next);
          queue.push([nextX, nextY, nextZ]);
        }
      }
    }
  }
  return false;
}

function within(edges: Automaton["edges"], component: readonly number[], state: number): readonly number[] {
  return [...(edges[state]?.keys() ?? [])].filter((next) => component[next] === component[state]);
}

function isTurning(edges: Automaton["edges"], component: readonly number[], state: number): boolean {
  return within(edges, component, state).length > 0;
}

function reaches(edges: Automaton["edges"], from: number, to: number): boolean {
  const seen = new Set([from]);
  const queue = [from];
  for (let head = 0; head < queue.length; head += 1) {
    for (const next of edges[queue[head] ?? 0]?.keys() ?? []) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return false;
}

/** The strongly connected component of each state: states that reach each other share a number. */
function components(edges: Automaton["edges"]): readonly number[] {
  const number = Array.from(edges, () => -1);
  for (const [state] of edges.entries()) {
    if (number[state] !== -1) continue;
    number[state] = state;
    for (let other = state + 1; other < edges.length; other += 1) {
      if (number[other] === -1 && reaches(edges, state, other) && reaches(edges, other, state)) number[other] = state;
    }
  }
  return number;
}

/** Each set as bits over the coarsest split of the characters that no set cuts. */
function masksOf(sets: readonly CharSet[]): readonly bigint[] {
  const cuts = [...new Set(sets.flatMap((set) => set.flatMap(([from, to]) => [from, to + 1])))].toSorted(
    (a, b) => a - b,
  );
  return sets.map((set) =>
    cuts.reduce(
      (mask, cut, index) => (set.some(([from, to]) => from <= cut && cut <= to) ? mask | (1n << BigInt(index)) : mask),
      0n,
    ),
  );
}
