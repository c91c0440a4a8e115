import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./errors.ts";
import { didYouMean } from "../core/suggestion.ts";

/** One option of a command, for parsing and for the help. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; absent for a switch. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly summary: string;
}

/** The parsed words of a command line, read by name. */
export class Options {
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>, positionals: readonly string[]) {
    this.#values = values;
    this.positionals = positionals;
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

/** Parses a command's words strictly. Throws `UsageError` with a suggestion for a misspelt option. */
export function parseOptions(argv: readonly string[], specs: readonly OptionSpec[]): Options {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const spec of specs) {
    options[spec.name] = {
      type: spec.value === undefined ? "boolean" : "string",
      ...(spec.multiple === true ? { multiple: true } : {}),
      ...(spec.short === undefined ? {} : { short: spec.short }),
    };
  }
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return new Options(parsed.values, parsed.positionals);
  } catch (error) {
    throw new UsageError(sayOption(error, specs));
  }
}

function sayOption(error: unknown, specs: readonly OptionSpec[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-{1,2})([^'=]*)/.exec(message);
  if (unknown !== null) {
    const names = specs.map((spec) => spec.name);
    return `unknown option "${unknown[1] ?? ""}${unknown[2] ?? ""}"${didYouMean(unknown[2] ?? "", names)}; add --help for the list`;
  }
  return message.split(". ")[0] ?? message;
}
