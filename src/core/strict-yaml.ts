import { LineCounter, parseDocument, isMap, isNode, isScalar, type Document, type Node } from "yaml";
import type { z } from "zod";
import { didYouMean } from "./suggestion.ts";

/** A file of the user's that cannot be taken: one line per fault, each `file:line:column: what is wrong`. Exit code 2. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "ConfigError";
    this.faults = faults;
  }
}

/** At most this many faults are told at once; the rest is counted. */
const MAXIMUM_FAULTS = 20;

export interface StrictDocument<Value> {
  readonly value: Value;
  /** `file:line:column` of a key, for faults that only a later step can see. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/**
 * Reads a YAML document strictly: duplicate keys, unknown keys, aliases that explode and wrong types are errors with the
 * place and, for a misspelt key, a suggestion. Throws `ConfigError`.
 */
export function parseStrictYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): StrictDocument<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, version: "1.2" });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (document.errors.length > 0) {
    throw new ConfigError(
      bounded(document.errors.map((error) => `${place(error.pos[0])}: ${firstLine(error.message)}`)),
    );
  }
  const at = (path: readonly PropertyKey[]): string => place(offsetOf(document, path));
  const parsed = schema.safeParse(plainValue(document, file));
  if (parsed.success) return { value: parsed.data, at };
  throw new ConfigError(bounded(parsed.error.issues.flatMap((issue) => describeIssue(issue, at, schema))));
}

function plainValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // The library throws a ReferenceError on an alias bomb.
    throw new ConfigError([`${file}:1:1: ${error instanceof Error ? firstLine(error.message) : "cannot be read"}`]);
  }
}

function describeIssue(
  issue: z.core.$ZodIssue,
  at: (path: readonly PropertyKey[]) => string,
  schema: z.ZodType,
): readonly string[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map(
      (key) => `${at([...issue.path, key])}: unknown key "${key}"${didYouMean(key, known)}${listed(known)}`,
    );
  }
  const meant = meantBranch(issue);
  if (meant !== null) {
    return meant.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, at, schema));
  }
  const where = issue.path.length === 0 ? "" : `${issue.path.map(String).join(".")}: `;
  return [`${at(issue.path)}: ${where}${sayIssue(issue)}`];
}

/**
 * Where a value may be of several types, the faults of the one that it is: a map with a misspelt key is a wrong map, not a
 * wrong text. Null where that cannot be told.
 */
function meantBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | null {
  if (issue.code !== "invalid_union") return null;
  const meant = issue.errors.filter((branch) =>
    branch.every((inner) => inner.code !== "invalid_type" || inner.path.length > 0),
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** What a person calls the types of a YAML file. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map",
  record: "a map",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    const wanted = TYPE_NAMES[issue.expected] ?? issue.expected;
    if (issue.message.endsWith("received undefined")) return `is missing; it is ${wanted}`;
    const quotes = issue.expected === "string" && /received (?:number|boolean|null)$/.test(issue.message);
    return `must be ${wanted}${quotes ? "; put it in quotes" : ""}`;
  }
  if (issue.code === "invalid_value") return `must be ${issue.values.map(String).join(" or ")}`;
  return issue.message;
}

function listed(known: readonly string[]): string {
  return known.length === 0 || known.length > 30 ? "" : ` (known keys: ${known.join(", ")})`;
}

/** The keys that the schema knows at a path; empty where the path leads through a record or a union. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    current = unwrap(current);
    const definition: {
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
      valueType?: z.core.$ZodType;
    } = (current?._zod.def ?? {}) as object;
    current =
      typeof step === "number" ? definition.element : (definition.shape?.[String(step)] ?? definition.valueType);
  }
  const shape = ((unwrap(current)?._zod.def ?? {}) as { shape?: Record<string, unknown> }).shape;
  return Object.keys(shape ?? {});
}

/** Looks through optional, default and union wrappers: a union's first object member stands for it. */
function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let current = schema;
  for (let depth = 0; depth < 8 && current !== undefined; depth += 1) {
    const definition: { innerType?: z.core.$ZodType; options?: readonly z.core.$ZodType[] } = current._zod
      .def as object;
    const inner = definition.innerType ?? definition.options?.[0];
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** The key's node for a map entry (the place that a person looks for), else the value's. */
function nodeAt(document: Document.Parsed, path: readonly PropertyKey[]): Node | null {
  if (path.length === 0) return document.contents;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
    if (isNode(pair?.key)) return pair.key;
  }
  const value = document.getIn(path, true);
  return isNode(value) ? value : null;
}

function bounded(faults: readonly string[]): readonly string[] {
  if (faults.length <= MAXIMUM_FAULTS) return faults;
  return [...faults.slice(0, MAXIMUM_FAULTS), `… and ${faults.length - MAXIMUM_FAULTS} more faults`];
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message;
}
