import type { Io } from "./io.ts";
import type { OptionSpec } from "./options.ts";
import { ASSESS_OPTIONS, FLEET_OPTIONS, NETWORK_OPTIONS, OUTPUT_OPTIONS, SCAN_OPTIONS } from "./option-specs.ts";

export type RunCommand = (argv: readonly string[], io: Io) => Promise<number>;

export interface Command {
  readonly name: string;
  /** The words after the name. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Loads the command's code: nothing heavy is loaded before it is known to be needed. */
  readonly load: () => Promise<RunCommand>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  {
    name: "scan",
    usage: "URL | --sites FILE",
    summary: "look at a site and its hosts, and report",
    options: [...SCAN_OPTIONS, ...NETWORK_OPTIONS, ...ASSESS_OPTIONS, ...OUTPUT_OPTIONS, ...FLEET_OPTIONS],
    load: async () => (await import("./commands/scan.ts")).scan,
  },
  {
    name: "demo",
    usage: "[--fixed] [--serve]",
    summary: "scan the embedded demo shop, a small French shop run by somebody in a hurry",
    options: [
      { name: "fixed", summary: "the same shop, repaired" },
      { name: "serve", summary: "only serve the shop and say where, until Ctrl-C" },
      ...NETWORK_OPTIONS.filter(({ name }) => name === "pace"),
      ...ASSESS_OPTIONS,
      ...OUTPUT_OPTIONS,
    ],
    load: async () => (await import("./commands/demo.ts")).demo,
  },
  {
    name: "assess",
    usage: "EVIDENCE",
    summary: "judge saved evidence under a profile, without network",
    options: [...ASSESS_OPTIONS, ...OUTPUT_OPTIONS],
    load: async () => (await import("./commands/assess.ts")).assessCommand,
  },
  {
    name: "probe",
    usage: "tls|http|pages|paths|dns|hosts TARGET",
    summary: "print one probe's evidence: the tool's own microscope",
    options: [
      { name: "format", value: "json|text", summary: "text is for tls only (default json)" },
      { name: "starttls", value: "PROTO", summary: "tls: smtp, imap, pop3, ftp, postgres or mysql first" },
      { name: "sni", value: "NAME", summary: "tls: the server name to ask for" },
      ...SCAN_OPTIONS,
      ...NETWORK_OPTIONS,
    ],
    load: async () => (await import("./commands/probe.ts")).probe,
  },
  {
    name: "profile",
    usage: "check FILE | show ID|FILE | list",
    summary: "check a profile, or print it resolved with every default",
    options: [{ name: "format", value: "yaml|json", summary: "of show (default yaml)" }],
    load: async () => (await import("./commands/profile.ts")).profile,
  },
];

/** The command of that name; undefined when there is none. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
