import { didYouMean } from "../core/suggestion.ts";
import { LANGUAGES } from "../core/text.ts";
import { optionsOf } from "./command.ts";
import { COMMANDS, findCommand } from "./commands.ts";
import { UsageError } from "./errors.ts";
import { restartForFleet } from "./fleet/modest-heap.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { processIo, type Io } from "./io.ts";
import { localeLanguage } from "./locale.ts";
import { parseOptions } from "./options.ts";

/** Runs the process's own arguments and sets the exit code; never ends the process by force, but may start it anew for a fleet. */
export async function run(): Promise<void> {
  const given = process.argv.slice(2);
  restartForFleet(given);
  const argv = given.filter((word) => word !== "--no-color");
  if (argv.length < given.length) process.env["NO_COLOR"] = "1";
  // Chalk, which Ink uses, does not know NO_COLOR (https://no-color.org); it must hear of it before it is loaded.
  if ((process.env["NO_COLOR"] ?? "") !== "") process.env["FORCE_COLOR"] = "0";
  const io = processIo();
  process.exitCode = await main(argv, io);
}

/** Runs one command line and gives its exit code: 0, 1, 2, 3, 130 or 143 (see the README). */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (io.signal.aborted) return interrupted(io);
    // A site that could not be seen is no wrong usage.
    const unseen = error instanceof Error && error.name === "NetError";
    await io.stderr.write(`vigie: ${unseen ? "exit 3: " : ""}${explain(error)}\n`);
    return unseen ? 3 : 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === "help") return await showHelp(rest, io);
  if (first === "--version" || first === "-V") {
    const { toolVersion } = await import("./version.ts");
    await io.stdout.write(`${toolVersion()}\n`);
    return 0;
  }
  if (asksForHelp(argv)) return await showHelp(argv, io);
  if (first === undefined || first.startsWith("-")) {
    const { home } = await import("./commands/home.ts");
    return await home(argv, io);
  }
  const command = findCommand(first);
  if (command === undefined) throw new UsageError(`${unknownCommand(first)}; "vigie --help" lists the commands`);
  const options = parseOptions(rest, optionsOf(command));
  const surplus = options.positionals[command.words];
  if (surplus !== undefined) {
    throw new UsageError(`"${surplus}" is one word too many; usage: vigie ${command.name} ${command.usage}`);
  }
  const runCommand = await command.load();
  const code = await runCommand(options, io);
  return io.signal.aborted ? interrupted(io) : code;
}

function unknownCommand(word: string): string {
  const near = didYouMean(
    word,
    COMMANDS.map(({ name }) => name),
  );
  const scan = word.includes(".") || word.includes("://") ? `; to scan a site: vigie scan ${word}` : "";
  return `unknown command "${word}"${near}${scan}`;
}

/** What stands behind `--` is a name, whatever it looks like. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === "--help" || word === "-h");
}

/** Help is for people: `--lang` decides, else the locale. An unknown language is no reason to refuse help. */
async function showHelp(argv: readonly string[], io: Io): Promise<number> {
  const asked = argv.flatMap((word, index) =>
    word === "--lang" ? [argv[index + 1]] : word.startsWith("--lang=") ? [word.slice("--lang=".length)] : [],
  )[0];
  const language = LANGUAGES.find((known) => known === asked) ?? localeLanguage(io.env);
  const name = argv.find((word, index) => !word.startsWith("-") && argv[index - 1] !== "--lang");
  const command = name === undefined ? undefined : findCommand(name);
  if (name !== undefined && command === undefined) throw new UsageError(unknownCommand(name));
  await io.stdout.write(command === undefined ? generalHelp(language) : commandHelp(command, language));
  return 0;
}

function interrupted(io: Io): number {
  return io.signal.reason === 143 ? 143 : 130;
}

/** Errors that a user or a server can cause: their message is the whole story. */
const EXPECTED: ReadonlySet<string> = new Set(["UsageError", "ConfigError", "FileError", "TargetError", "NetError"]);

/** One sentence for a person; a fault of ours names itself so, without a stack trace unless VIGIE_DEBUG asks for it. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.has(error.name)) return error.message;
  if (process.env["VIGIE_DEBUG"] !== undefined) return error.stack ?? error.message;
  return `this is a fault in Vigie, please report it (VIGIE_DEBUG=1 shows where): ${error.message}`;
}
