import type { Io } from "../io.ts";
import { ASSESS_OPTIONS, NETWORK_OPTIONS, OUTPUT_OPTIONS, SCAN_OPTIONS } from "../option-specs.ts";
import { parseOptions } from "../options.ts";
import { demo } from "./demo.ts";

/** Options that ask for a document or for the demo: with one of them nobody wants a screen. */
const NOT_INTERACTIVE = new Set(["format", "out", "quiet", "fixed", "serve", "fail-on", "min-score"]);

/** `vigie` without a command: the interactive scan at a terminal, else the demo shop; options are the demo's then. */
export async function home(argv: readonly string[], io: Io): Promise<number> {
  const asked = argv.some((argument) => NOT_INTERACTIVE.has(argument.replace(/^--/, "").split("=", 1)[0] ?? ""));
  if (asked || !io.stdin.isTTY || !io.stdout.isTTY || io.env["TERM"] === "dumb") return await demo(argv, io);
  const options = parseOptions(argv, [...SCAN_OPTIONS, ...NETWORK_OPTIONS, ...ASSESS_OPTIONS, ...OUTPUT_OPTIONS]);
  const { interactive } = await import("../interactive/interactive.ts");
  return await interactive(options, io);
}
