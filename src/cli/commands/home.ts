import { COMMANDS, findCommand, optionsOf } from "../commands.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { ASSESS_OPTIONS, NETWORK_OPTIONS, OUTPUT_OPTIONS, SCAN_OPTIONS } from "../option-specs.ts";
import { parseOptions, type Options } from "../options.ts";
import { demo } from "./demo.ts";

/** Options that ask for a document or for the demo: with one of them nobody wants a screen. */
const NOT_INTERACTIVE = new Set(["format", "out", "quiet", "fixed", "serve", "fail-on", "min-score"]);

/** `vigie` without a command: the interactive scan at a terminal, else the demo shop; options are the demo's then. */
export async function home(argv: readonly string[], io: Io): Promise<number> {
  const asked = argv.some((argument) => NOT_INTERACTIVE.has(argument.replace(/^--/, "").split("=", 1)[0] ?? ""));
  if (asked || !io.stdin.isTTY || !io.stdout.isTTY || io.env["TERM"] === "dumb") {
    const options = parseOptions(argv, optionsOf(findCommand("demo")));
    refuseWords(options, 0);
    return await demo(options, io);
  }
  const groups = [SCAN_OPTIONS, NETWORK_OPTIONS, ASSESS_OPTIONS, OUTPUT_OPTIONS];
  const options = parseOptions(
    argv,
    groups.flatMap((group) => group.options),
  );
  refuseWords(options, 1);
  const { interactive } = await import("../interactive/interactive.ts");
  return await interactive(options, io);
}

/** An address behind the options is the interactive scan's first; a command there came too late. */
function refuseWords({ positionals }: Options, most: number): void {
  const late = positionals.find((word) => COMMANDS.some(({ name }) => name === word));
  if (late !== undefined) throw new UsageError(`the command comes first: vigie ${late} …, then the options`);
  const surplus = positionals[most];
  if (surplus !== undefined)
    throw new UsageError(`"${surplus}" is one word too many; to scan a site: vigie scan ${surplus}`);
}
