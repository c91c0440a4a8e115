import { optionsOf } from "../command.ts";
import { COMMANDS, findCommand } from "../commands.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { TERMINAL_OPTIONS } from "../option-specs.ts";
import { parseOptions, type Options } from "../options.ts";
import { PROGRESS_TEXT } from "../../locale/progress-text.ts";
import { say } from "../../locale/say.ts";
import { localeLanguage } from "../locale.ts";
import { demo } from "./demo.ts";

/** Options that ask for a document or for the demo: with one of them nobody wants a screen. */
const NOT_INTERACTIVE = new Set(["format", "out", "quiet", "fixed", "serve", "fail-on", "min-score"]);

/** `vigie` without a command: the interactive scan at a terminal, else the demo shop; options are the demo's then. */
export async function home(argv: readonly string[], io: Io): Promise<number> {
  const names = argv.filter((argument) => argument.startsWith("-")).map((argument) => nameOf(argument));
  if (names.some((name) => NOT_INTERACTIVE.has(name)) || !isTerminal(io)) {
    // A sites file is an order to scan these sites: the demo would be a wrong answer to it.
    if (names.includes("sites")) throw new UsageError("without a terminal say: vigie scan --sites FILE");
    // Plain lines are what everybody gets here.
    const words = argv.filter((argument) => argument !== "--screen-reader");
    const options = parseOptions(words, optionsOf(findCommand("demo")));
    refuseWords(options, 0);
    const code = await demo(options, io);
    // Who asked for nothing in particular may wonder whose shop that was.
    if (words.length === 0) await io.stderr.write(`vigie: ${say(PROGRESS_TEXT.demoOnly, localeLanguage(io.env))}\n`);
    return code;
  }
  const options = parseOptions(
    argv,
    TERMINAL_OPTIONS.flatMap((group) => group.options),
  );
  refuseWords(options, 1);
  const { interactive } = await import("../interactive/interactive.ts");
  return await interactive(options, io);
}

function nameOf(argument: string): string {
  return argument === "-q" ? "quiet" : (argument.replace(/^--/, "").split("=", 1)[0] ?? "");
}

function isTerminal(io: Io): boolean {
  return io.stdin.isTTY && io.stdout.isTTY && io.env["TERM"] !== "dumb";
}

/** An address behind the options is the interactive scan's first; a command there came too late. */
function refuseWords({ positionals }: Options, most: number): void {
  const late = positionals.find((word) => COMMANDS.some(({ name }) => name === word));
  if (late !== undefined) throw new UsageError(`the command comes first: vigie ${late} …, then the options`);
  const surplus = positionals[most];
  if (surplus !== undefined)
    throw new UsageError(`"${surplus}" is one word too many; to scan a site: vigie scan ${surplus}`);
}
