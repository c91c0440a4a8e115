import { didYouMean } from "../core/suggestion.ts";
import { COMMANDS, findCommand } from "./commands.ts";
import { UsageError } from "./errors.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { processIo, type Io } from "./io.ts";

/** Runs the process's own arguments and sets the exit code; never ends the process by force. */
export async function run(): Promise<void> {
  // Chalk, which Ink uses, does not know NO_COLOR (https://no-color.org); it must hear of it before it is loaded.
  if ((process.env["NO_COLOR"] ?? "") !== "") process.env["FORCE_COLOR"] = "0";
  const io = processIo();
  process.exitCode = await main(process.argv.slice(2), io);
}

/** Runs one command line and gives its exit code: 0, 1, 2, 3, 130 or 143 (see the README). */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (io.signal.aborted) return interrupted(io);
    await io.stderr.write(`vigie: ${explain(error)}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === "--help" || first === "-h" || first === "help") return await showHelp(rest[0], io);
  if (first === "--version" || first === "-V") {
    const { toolVersion } = await import("./version.ts");
    await io.stdout.write(`${toolVersion()}\n`);
    return 0;
  }
  if (first === undefined || first.startsWith("-")) {
    const { home } = await import("./commands/home.ts");
    return await home(argv, io);
  }
  const command = findCommand(first);
  if (command === undefined) {
    const near = didYouMean(
      first,
      COMMANDS.map(({ name }) => name),
    );
    const scan = first.includes(".") || first.includes("://") ? `; to scan a site: vigie scan ${first}` : "";
    throw new UsageError(`unknown command "${first}"${near}${scan}; "vigie --help" lists the commands`);
  }
  if (rest.includes("--help") || rest.includes("-h")) return await showHelp(command.name, io);
  const runCommand = await command.load();
  const code = await runCommand(rest, io);
  return io.signal.aborted ? interrupted(io) : code;
}

async function showHelp(name: string | undefined, io: Io): Promise<number> {
  const command = name === undefined ? undefined : findCommand(name);
  if (name !== undefined && command === undefined) throw new UsageError(`unknown command "${name}"`);
  await io.stdout.write(command === undefined ? generalHelp() : commandHelp(command));
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
