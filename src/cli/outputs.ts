import type { Evidence } from "../core/evidence/evidence.ts";
import type { Report } from "../core/report.ts";
import { didYouMean } from "../core/suggestion.ts";
import { writeFileAtomically } from "../store/files.ts";
import { UsageError } from "./errors.ts";
import type { Options } from "./options.ts";

/** The formats of a report, and `evidence` for the record itself. */
export const FORMATS = [
  "text",
  "json",
  "jsonl",
  "html",
  "markdown",
  "sarif",
  "junit",
  "csv",
  "prometheus",
  "evidence",
] as const;

export type Format = (typeof FORMATS)[number];

export interface OutputPlan {
  /** What goes to stdout. */
  readonly stdout: Format;
  readonly files: readonly { readonly format: Format; readonly path: string }[];
}

/** Reads `--format` and every `--out FORMAT=PATH`. Throws `UsageError`. */
export function planOutputs(options: Options): OutputPlan {
  const files = options.list("out").map((text) => {
    const [name = "", ...path] = text.split("=");
    if (path.length === 0 || path.join("=") === "") throw new UsageError(`--out takes FORMAT=PATH; got "${text}"`);
    return { format: formatOf(name, "--out"), path: path.join("=") };
  });
  return { stdout: formatOf(options.text("format") ?? "text", "--format"), files };
}

/** Whether some output is for machines: then the language does not follow the environment. */
export function isForMachines(format: Format): boolean {
  return format !== "text" && format !== "html" && format !== "markdown";
}

/** Renders one format; the renderer's code is loaded when it is needed. `events` are the lines of a scan, for jsonl. */
export type Render = (format: Format) => Promise<string>;

/** Writes every file first, so that a failing path is told before the result is on stdout. Throws `FileError`. */
export async function writeFiles(plan: OutputPlan, render: Render): Promise<void> {
  for (const { format, path } of plan.files) await writeFileAtomically(path, await render(format));
}

/** A report or its evidence in one format. */
export interface Rendered {
  readonly report: Report;
  readonly evidence: Evidence;
}

function formatOf(name: string, option: string): Format {
  const format = FORMATS.find((candidate) => candidate === name);
  if (format === undefined) {
    throw new UsageError(
      `${option}: unknown format "${name}"${didYouMean(name, FORMATS)} (formats: ${FORMATS.join(", ")})`,
    );
  }
  return format;
}
