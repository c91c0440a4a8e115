import { ANY, bothCases, classEscape, complement, dot, union, type CharSet } from "./char-set.ts";

/** A pattern as a tree. Assertions are what consumes nothing. */
export type RegexNode =
  | { readonly type: "chars"; readonly set: CharSet }
  | { readonly type: "assertion"; readonly kind: "start" | "end" | "boundary" }
  | { readonly type: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly type: "choice"; readonly branches: readonly RegexNode[] }
  | { readonly type: "repeat"; readonly body: RegexNode; readonly min: number; readonly max: number };

/** Why a pattern is refused: a stable code, and where in the pattern. */
export interface PatternFault {
  readonly code: "syntax" | "unsupported" | "too-long" | "too-costly";
  readonly message: string;
  /** Offset in the pattern. */
  readonly at: number;
}

export class PatternError extends Error {
  readonly fault: PatternFault;

  constructor(code: PatternFault["code"], message: string, at: number) {
    super(message);
    this.fault = { code, message, at };
  }
}

export interface RegexFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

/** Deepest nesting of groups; a pattern for evidence needs three. */
const MAX_DEPTH = 20;

const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

/**
 * Parses the part of JavaScript's pattern syntax that probes need: literals, classes, groups, alternatives, repeats and the
 * assertions ^ $ \b. Look-around, back-references and named groups are refused. Throws a `PatternError`.
 */
export function parseRegex(source: string, flags: RegexFlags): RegexNode {
  return new RegexParser(source, flags).parse();
}

class RegexParser {
  readonly #source: string;
  readonly #flags: RegexFlags;
  #at = 0;
  #depth = 0;

  constructor(source: string, flags: RegexFlags) {
    this.#source = source;
    this.#flags = flags;
  }

  parse(): RegexNode {
    const node = this.#choice();
    if (this.#at < this.#source.length) throw this.#error("syntax", "a closing bracket too many");
    return node;
  }

  #choice(): RegexNode {
    const branches = [this.#sequence()];
    while (this.#take("|")) branches.push(this.#sequence());
    return branches.length === 1 ? (branches[0] ?? EMPTY) : { type: "choice", branches };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.#at < this.#source.length && this.#peek() !== "|" && this.#peek() !== ")") items.push(this.#term());
    return items.length === 1 ? (items[0] ?? EMPTY) : { type: "sequence", items };
  }

  #term(): RegexNode {
    const body = this.#atom();
    const bounds = this.#quantifier();
    if (bounds === null) return body;
    if (body.type === "assertion") throw this.#error("unsupported", "an assertion cannot be repeated");
    this.#take("?");
    if (this.#quantifier() !== null) throw this.#error("syntax", "nothing to repeat");
    return { type: "repeat", body, ...bounds };
  }

  #quantifier(): { readonly min: number; readonly max: number } | null {
    if (this.#take("*")) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#take("+")) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#take("?")) return { min: 0, max: 1 };
    const braces = /^\{(\d{1,5})(,(\d{0,5}))?\}/.exec(this.#source.slice(this.#at, this.#at + 16));
    if (braces === null) return null;
    this.#at += braces[0].length;
    const min = Number(braces[1]);
    const max = braces[2] === undefined ? min : braces[3] === "" ? Number.POSITIVE_INFINITY : Number(braces[3]);
    if (max < min) throw this.#error("syntax", "numbers out of order in {}");
    return { min, max };
  }

  #atom(): RegexNode {
    const char = this.#next();
    switch (char) {
      case "(":
        return this.#group();
      case "[":
        return this.#chars(this.#class());
      case ".":
        return { type: "chars", set: dot(this.#flags.dotAll) };
      case "^":
        return { type: "assertion", kind: "start" };
      case "$":
        return { type: "assertion", kind: "end" };
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
        throw this.#error("syntax", "nothing to repeat");
      case "{":
      case "}":
      case "]":
        throw this.#error("syntax", `write \\${char} for the character itself`);
      default:
        return this.#chars(unit(char.charCodeAt(0)));
    }
  }

  #group(): RegexNode {
    if (this.#take("?") && !this.#take(":")) {
      throw this.#error("unsupported", "look-around and named groups are not supported");
    }
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw this.#error("unsupported", `groups nest deeper than ${String(MAX_DEPTH)}`);
    const node = this.#choice();
    this.#depth -= 1;
    if (!this.#take(")")) throw this.#error("syntax", "a group is not closed");
    return node;
  }

  #escape(): RegexNode {
    const letter = this.#peek();
    if (letter === "b") {
      this.#at += 1;
      return { type: "assertion", kind: "boundary" };
    }
    if (letter === "B" || letter === "k" || /[1-9]/.test(letter)) {
      throw this.#error("unsupported", `\\${letter} is not supported`);
    }
    return this.#chars(this.#escapedSet());
  }

  /** The characters of an escape, after its backslash. */
  #escapedSet(): CharSet {
    const letter = this.#next();
    const known = classEscape(letter);
    if (known !== undefined) return known;
    const control = CONTROL[letter];
    if (control !== undefined) return unit(control);
    if (letter === "x") return unit(this.#hex(2));
    if (letter === "u") return unit(this.#hex(4));
    if (/[a-zA-Z0-9]/.test(letter)) throw this.#error("unsupported", `\\${letter} is not supported`);
    return unit(letter.charCodeAt(0));
  }

  #hex(digits: number): number {
    const text = this.#source.slice(this.#at, this.#at + digits);
    if (text.length !== digits || !/^[0-9a-fA-F]+$/.test(text)) throw this.#error("syntax", "bad hexadecimal escape");
    this.#at += digits;
    return Number.parseInt(text, 16);
  }

  #class(): CharSet {
    const negated = this.#take("^");
    const parts: CharSet[] = [];
    while (!this.#take("]")) {
      const from = this.#classMember();
      const low = single(from);
      if (low !== null && this.#peek() === "-" && this.#source[this.#at + 1] !== "]") {
        this.#at += 1;
        const high = single(this.#classMember());
        if (high === null || high < low) throw this.#error("syntax", "bad range in []");
        parts.push([[low, high]]);
      } else {
        parts.push(from);
      }
    }
    const set = this.#flags.ignoreCase ? bothCases(union(...parts)) : union(...parts);
    return negated ? complement(set) : set;
  }

  #classMember(): CharSet {
    const char = this.#next();
    if (char !== "\\") return unit(char.charCodeAt(0));
    if (this.#take("b")) return unit(8);
    return this.#escapedSet();
  }

  #chars(set: CharSet): RegexNode {
    return { type: "chars", set: this.#flags.ignoreCase && set !== ANY ? bothCases(set) : set };
  }

  #peek(): string {
    return this.#source[this.#at] ?? "";
  }

  #next(): string {
    const char = this.#source[this.#at];
    if (char === undefined) throw this.#error("syntax", "the pattern ends too early");
    this.#at += 1;
    return char;
  }

  #take(char: string): boolean {
    if (this.#source[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #error(code: PatternFault["code"], message: string): PatternError {
    return new PatternError(code, message, Math.min(this.#at, this.#source.length));
  }
}

const EMPTY: RegexNode = { type: "sequence", items: [] };

function unit(code: number): CharSet {
  return [[code, code]];
}

function single(set: CharSet): number | null {
  const [range] = set;
  return set.length === 1 && range !== undefined && range[0] === range[1] ? range[0] : null;
}
