import { didYouMean } from "../core/suggestion.ts";
import { FORMATS, type Format } from "../report/formats.ts";
import { checkWritable, writeFileAtomically } from "../store/files.ts";
import { UsageError } from "./errors.ts";
import type { Options } from "./options.ts";

/** Every format of a report, and `evidence` for the record itself. */
export type Output = Format | "evidence";

const OUTPUTS: readonly Output[] = [...FORMATS, "evidence"];

export interface OutputPlan {
  /** What goes to stdout. */
  readonly stdout: Output;
  readonly files: readonly { readonly format: Output; readonly path: string }[];
}

/**
 * Reads `--format` and every `--out FORMAT=PATH`, and looks whether the files could be written, before the first packet is
 * sent. Throws `UsageError` or `FileError`.
 */
export async function planOutputs(options: Options): Promise<OutputPlan> {
  const stdout = formatOf(options.text("format") ?? "text", "--format");
  const files = options.list("out").map((text) => {
    const [name = "", ...rest] = text.split("=");
    const path = rest.join("=");
    if (path === "") throw new UsageError(`--out takes FORMAT=PATH; got "${text}"`);
    if (path === "-") throw new UsageError(`--out writes files; for standard output say --format ${name}`);
    return { format: formatOf(name, "--out"), path };
  });
  for (const [index, { path }] of files.entries()) {
    if (files.findIndex((other) => other.path === path) < index) {
      throw new UsageError(`--out names ${path} twice; the second would replace the first`);
    }
    await checkWritable(path);
  }
  return { stdout, files };
}

/** What people read; every other output is for machines, whose language does not follow the environment. */
const FOR_PEOPLE: readonly string[] = ["text", "html", "markdown"];

/** Whether an output is for machines. */
export function isForMachines(output: Output): boolean {
  return !FOR_PEOPLE.includes(output);
}

/** Renders one format; the renderer's code is loaded when it is needed. */
export type Render = (format: Output) => Promise<string>;

/** Writes every file first, so that a failing path is told before the result is on stdout. Throws `FileError`. */
export async function writeFiles(plan: OutputPlan, render: Render): Promise<void> {
  for (const { format, path } of plan.files) await writeFileAtomically(path, await render(format));
}

function formatOf(name: string, option: string): Output {
  const format = OUTPUTS.find((candidate) => candidate === name);
  if (format === undefined) {
    throw new UsageError(
      `${option}: unknown format "${name}"${didYouMean(name, OUTPUTS)} (formats: ${OUTPUTS.join(", ")})`,
    );
  }
  return format;
}
