import { parseArgs, type ParseArgsConfig } from "node:util";
import type { LocalText } from "../core/text.ts";
import { UsageError } from "./errors.ts";
import { didYouMean } from "../core/suggestion.ts";

/** One option of a command, for parsing and for the help. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; absent for a switch. */
  readonly value?: string;
  readonly multiple?: boolean;
  /** The only values that it takes: told before the command's code is loaded, let alone a site contacted. */
  readonly choices?: readonly string[];
  readonly summary: LocalText;
}

/** Options under one heading of the help. */
export interface OptionGroup {
  readonly title: LocalText;
  readonly options: readonly OptionSpec[];
}

/** The parsed words of a command line, read by name. */
export class Options {
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>, positionals: readonly string[]) {
    this.#values = values;
    this.positionals = positionals;
  }

  /** The same words with some values replaced. */
  with(values: Readonly<Record<string, unknown>>): Options {
    return new Options({ ...this.#values, ...values }, this.positionals);
  }

  /** The first of these options that was given at all. */
  given(names: readonly string[]): string | undefined {
    return names.find((name) => this.#values[name] !== undefined);
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  list(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** One of a fixed set; `fallback` when absent. Throws `UsageError`. */
  choice<const Choice extends string, Fallback>(
    name: string,
    choices: readonly Choice[],
    fallback: Fallback,
  ): Choice | Fallback {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
      throw new UsageError(`--${name} takes ${choices.join(", ")}; got "${value}"${didYouMean(value, choices)}`);
    }
    return found;
  }

  /** A whole number within bounds; undefined when absent. Throws `UsageError`. */
  integer(name: string, minimum: number, maximum: number): number | undefined {
    const number = this.number(name, minimum, maximum);
    if (number !== undefined && !Number.isInteger(number)) {
      throw new UsageError(`--${name} takes a whole number; got "${String(number)}"`);
    }
    return number;
  }

  /** A number within bounds; undefined when absent. Throws `UsageError`. */
  number(name: string, minimum: number, maximum: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === "" || !Number.isFinite(number) || number < minimum || number > maximum) {
      throw new UsageError(`--${name} takes a number from ${minimum} to ${maximum}; got "${value}"`);
    }
    return number;
  }
}

/**
 * Parses a command's words strictly: an unknown option, one given twice that counts once, and a value that is not among
 * the choices are `UsageError`s. A wish that is dropped in silence is worse than an error.
 */
export function parseOptions(argv: readonly string[], specs: readonly OptionSpec[]): Options {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const spec of specs) {
    options[spec.name] = {
      type: spec.value === undefined ? "boolean" : "string",
      ...(spec.multiple === true ? { multiple: true } : {}),
      ...(spec.short === undefined ? {} : { short: spec.short }),
    };
  }
  const parsed = parseWords(argv, options, specs);
  const names = parsed.tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  const twice = specs.find(
    ({ name, value, multiple }) =>
      value !== undefined && multiple !== true && names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (twice !== undefined) {
    const more = twice.name === "format" ? "; --out FORMAT=PATH writes further ones" : "";
    throw new UsageError(`--${twice.name} was given twice; it counts once${more}`);
  }
  const read = new Options(parsed.values, parsed.positionals);
  for (const { name, choices } of specs) if (choices !== undefined) read.choice(name, choices, undefined);
  return read;
}

type ParsedWords = ReturnType<
  typeof parseArgs<{
    allowPositionals: true;
    strict: true;
    tokens: true;
    options: NonNullable<ParseArgsConfig["options"]>;
  }>
>;

function parseWords(
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig["options"]>,
  specs: readonly OptionSpec[],
): ParsedWords {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw new UsageError(sayOption(error, specs));
  }
}

/** Node's own sentences about a command line, in the words of this one. */
function sayOption(error: unknown, specs: readonly OptionSpec[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-{1,2})([^'=]*)/.exec(message);
  if (unknown !== null) {
    const names = specs.map((spec) => spec.name);
    return `unknown option "${unknown[1] ?? ""}${unknown[2] ?? ""}"${didYouMean(unknown[2] ?? "", names)}; add --help for the list`;
  }
  const named = /^Option '(?:-\w, )?--([\w-]+)/.exec(message)?.[1];
  const spec = specs.find(({ name }) => name === named);
  if (spec === undefined) return message.split(". ")[0] ?? message;
  if (spec.value === undefined) return `--${spec.name} is a switch; it takes no value`;
  const dash = message.includes("ambiguous")
    ? ` (a value that begins with "-" is joined by "=": --${spec.name}=-x)`
    : "";
  return `--${spec.name} needs a value: --${spec.name} ${spec.value}${dash}`;
}
