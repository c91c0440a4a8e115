import { ANY, complement, dot, type CharSet } from "./char-set.ts";
import { PatternError, type RegexFlags, type RegexNode } from "./parse-regex.ts";

/**
 * The position automaton of a pattern (Glushkov): one state for each character of the pattern, entered by reading it. Where two
 * operators lead from one character to the next, the edge counts twice, because a backtracking engine tries it twice. State 0
 * is the search for a place to begin.
 */
export interface Automaton {
  /** What a state reads when it is entered; state 0 reads anything. */
  readonly sets: readonly CharSet[];
  /** From state to state, with the number of ways. */
  readonly edges: readonly ReadonlyMap<number, number>[];
}

/** Characters in a pattern at most: the proof of linearity is cubic. */
const MAX_STATES = 300;

interface Part {
  readonly nullable: boolean;
  readonly first: readonly Entry[];
  readonly last: readonly number[];
}

interface Entry {
  readonly state: number;
  /** Only at the start of the text, or of a line. */
  readonly anchored: boolean;
}

const NOTHING: Part = { nullable: true, first: [], last: [] };

/** Builds the automaton of a pattern; throws a `PatternError` where a repeat could go round without reading anything. */
export function automatonOf(node: RegexNode, flags: RegexFlags): Automaton {
  const builder = new Builder();
  const part = builder.build(node, false);
  builder.search(part, flags);
  return { sets: builder.sets, edges: builder.edges };
}

class Builder {
  readonly sets: CharSet[] = [ANY];
  readonly edges: Map<number, number>[] = [new Map()];

  build(node: RegexNode, looped: boolean): Part {
    switch (node.type) {
      case "chars": {
        const state = this.#state(node.set);
        return { nullable: false, first: [{ state, anchored: false }], last: [state] };
      }
      case "assertion":
        return NOTHING;
      case "sequence":
        return this.#sequence(node.items, looped);
      case "choice": {
        const parts = node.branches.map((branch) => this.build(branch, looped));
        return {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
        };
      }
      case "repeat":
        return this.#repeat(node, looped);
    }
  }

  /** State 0 goes round on anything before the pattern begins, unless it begins with the text. */
  search(part: Part, flags: RegexFlags): void {
    const free = part.first.filter((entry) => !entry.anchored);
    const anchored = part.first.filter((entry) => entry.anchored);
    if (free.length > 0 || flags.multiline) this.#connect(0, 0);
    for (const entry of free) this.#connect(0, entry.state);
    if (anchored.length === 0) return;
    if (!flags.multiline) {
      const start = this.#state(ANY);
      for (const entry of anchored) this.#connect(start, entry.state);
      return;
    }
    const lineEnd = this.#state(complement(dot(false)));
    this.#connect(0, lineEnd);
    for (const entry of anchored) this.#connect(lineEnd, entry.state);
  }

  #sequence(items: readonly RegexNode[], looped: boolean): Part {
    let whole = NOTHING;
    let anchored = false;
    for (const item of items) {
      if (item.type === "assertion") {
        anchored ||= item.kind === "start" && whole.nullable && whole.first.length === 0;
        continue;
      }
      const part = this.build(item, looped);
      for (const from of whole.last) for (const entry of part.first) this.#connect(from, entry.state);
      whole = {
        nullable: whole.nullable && part.nullable,
        first: whole.nullable
          ? [...whole.first, ...part.first.map((entry) => ({ ...entry, anchored: entry.anchored || anchored }))]
          : whole.first,
        last: part.nullable ? [...whole.last, ...part.last] : part.last,
      };
    }
    return whole;
  }

  #repeat(node: Extract<RegexNode, { type: "repeat" }>, looped: boolean): Part {
    if (node.max === 0) return NOTHING;
    const endless = node.max === Number.POSITIVE_INFINITY;
    // A counted repeat inside an endless one, or round one, goes round as often as anybody likes: it counts as endless.
    const loops = endless || (node.max > 1 && (looped || holdsEndless(node.body)));
    const part = this.build(node.body, looped || loops);
    if (part.nullable && node.max > 1) {
      throw new PatternError("too-costly", "a repeat of what may be empty can try without end", 0);
    }
    if (loops) for (const from of part.last) for (const entry of part.first) this.#connect(from, entry.state);
    return { ...part, nullable: part.nullable || node.min === 0 };
  }

  #state(set: CharSet): number {
    if (this.sets.length > MAX_STATES) {
      throw new PatternError("too-long", `a pattern holds at most ${String(MAX_STATES)} characters`, 0);
    }
    this.edges.push(new Map());
    return this.sets.push(set) - 1;
  }

  #connect(from: number, to: number): void {
    const edges = this.edges[from];
    edges?.set(to, (edges.get(to) ?? 0) + 1);
  }
}

function holdsEndless(node: RegexNode): boolean {
  switch (node.type) {
    case "chars":
    case "assertion":
      return false;
    case "sequence":
      return node.items.some(holdsEndless);
    case "choice":
      return node.branches.some(holdsEndless);
    case "repeat":
      return node.max === Number.POSITIVE_INFINITY || holdsEndless(node.body);
  }
}
