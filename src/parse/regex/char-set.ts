/** A set of UTF-16 units as sorted, disjoint, inclusive ranges. */
export type CharSet = readonly (readonly [number, number])[];

export const MAX_UNIT = 0xffff;

export const ANY: CharSet = [[0, MAX_UNIT]];

const LINE_ENDS: CharSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

const SPACES: CharSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

const DIGITS: CharSet = [[0x30, 0x39]];

const WORD: CharSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];

/** What a class escape such as `\d` stands for, by its letter; undefined for letters that are none. */
export function classEscape(letter: string): CharSet | undefined {
  switch (letter) {
    case "d":
      return DIGITS;
    case "D":
      return complement(DIGITS);
    case "w":
      return WORD;
    case "W":
      return complement(WORD);
    case "s":
      return SPACES;
    case "S":
      return complement(SPACES);
    default:
      return undefined;
  }
}

/** The dot: everything but line ends, or everything with the flag `s`. */
export function dot(dotAll: boolean): CharSet {
  return dotAll ? ANY : complement(LINE_ENDS);
}

export function union(...sets: readonly CharSet[]): CharSet {
  const sorted = sets.flat().toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function complement(set: CharSet): CharSet {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= MAX_UNIT) gaps.push([next, MAX_UNIT]);
  return gaps;
}

export function intersects(a: CharSet, b: CharSet): boolean {
  return a.some(([from, to]) => b.some(([low, high]) => from <= high && low <= to));
}

/** The set with both cases of each letter. Wide ranges count as closed already: they hold both cases or neither. */
export function bothCases(set: CharSet): CharSet {
  const extra: [number, number][] = [];
  for (const [from, to] of set) {
    for (let unit = from; unit <= to && unit - from < 0x400; unit += 1) {
      const letter = String.fromCharCode(unit);
      for (const other of [letter.toLowerCase(), letter.toUpperCase()]) {
        if (other.length === 1) extra.push([other.charCodeAt(0), other.charCodeAt(0)]);
      }
    }
  }
  return union(set, extra);
}
