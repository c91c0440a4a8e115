import type { Category } from "../../data/personal-data/category.ts";
import { CATEGORIES } from "../../data/personal-data/table.ts";
import { TRAPS, type Trap } from "../../data/personal-data/traps.ts";
import { compilePhrases } from "./phrase.ts";

/** How a text was written: for people, or by a machine for machines. */
export type TextKind = "text" | "name";

export interface Match<Found> {
  readonly found: Found;
  readonly text: string;
  /** Where in the text it stands. */
  readonly index: number;
}

interface Compiled<Entry> {
  readonly entry: Entry;
  readonly words: RegExp | null;
  readonly names: RegExp | null;
  readonly except: RegExp | null;
}

const COMPILED_CATEGORIES: readonly Compiled<Category>[] = CATEGORIES.map((category) => ({
  entry: category,
  words: compilePhrases(Object.values(category.phrases).flat()),
  names: compilePhrases(category.names ?? [], "head"),
  except: compilePhrases(category.except ?? []),
}));

const COMPILED_TRAPS: readonly Compiled<Trap>[] = TRAPS.map((trap) => ({
  entry: trap,
  words: compilePhrases(trap.phrases),
  names: compilePhrases(trap.names ?? [], "head"),
  except: compilePhrases(trap.except ?? []),
}));

/** Categories that the tables find in a normalised text, best first: the order of the table, or the whole text itself. */
export function categoriesIn(text: string, kind: TextKind): readonly Match<Category>[] {
  return remembered(KNOWN_CATEGORIES, COMPILED_CATEGORIES, text, kind);
}

export function trapsIn(text: string, kind: TextKind): readonly Match<Trap>[] {
  return remembered(KNOWN_TRAPS, COMPILED_TRAPS, text, kind);
}

/** The same words come back on every form; the tables never change, so neither does the answer. */
const KNOWN_CATEGORIES = new Map<string, readonly Match<Category>[]>();
const KNOWN_TRAPS = new Map<string, readonly Match<Trap>[]>();
const MOST_KNOWN = 4000;

function remembered<Entry>(
  known: Map<string, readonly Match<Entry>[]>,
  table: readonly Compiled<Entry>[],
  text: string,
  kind: TextKind,
): readonly Match<Entry>[] {
  const key = `${kind} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = matches(table, text, kind);
  known.set(key, found);
  return found;
}

function matches<Entry>(table: readonly Compiled<Entry>[], text: string, kind: TextKind): readonly Match<Entry>[] {
  if (text === "") return [];
  const found: Match<Entry>[] = [];
  for (const { entry, words, names, except } of table) {
    const hit = words?.exec(text) ?? (kind === "name" ? names?.exec(text) : null);
    if (hit === null || hit === undefined) continue;
    if (except?.test(text) === true) continue;
    found.push({ found: entry, text: hit[0].trim(), index: hit.index });
  }
  return found;
}

/** Whether a trap rules a category out. */
export function protectsFrom(trap: Trap, category: string): boolean {
  return trap.protects === "all" || trap.protects.includes(category);
}
