import type { Io } from "./io.ts";
import type { OptionSpec } from "./options.ts";
import {
  ASSESS_OPTIONS,
  DATA_OPTION,
  FLEET_OPTIONS,
  NETWORK_OPTIONS,
  OUTPUT_OPTIONS,
  REPORT_OPTIONS,
  PROBE_OPTIONS,
  SCAN_OPTIONS,
} from "./option-specs.ts";

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
      ...PROBE_OPTIONS,
      ...NETWORK_OPTIONS,
    ],
    load: async () => (await import("./commands/probe.ts")).probe,
  },
  {
    name: "forms",
    usage: "URL|FILE",
    summary: "what each form of a page collects, and where it sends it",
    options: [
      { name: "format", value: "text|json", summary: "default text" },
      { name: "lang", value: "en|fr", summary: "language of the text" },
      { name: "base", value: "URL", summary: "the address that a saved page had" },
      ...NETWORK_OPTIONS,
    ],
    load: async () => (await import("./commands/forms.ts")).forms,
  },
  {
    name: "checks",
    usage: "[ID]",
    summary: "list the checks, or explain one like a manual page",
    options: [
      { name: "format", value: "text|markdown|json", summary: "default text; markdown is the whole catalogue" },
      { name: "lang", value: "en|fr", summary: "language" },
      { name: "profile", value: "ID|FILE", summary: "tell the weight and severities of this profile" },
    ],
    load: async () => (await import("./commands/checks.ts")).checks,
  },
  {
    name: "profile",
    usage: "check FILE | show ID|FILE | list",
    summary: "check a profile, or print it resolved with every default",
    options: [{ name: "format", value: "yaml|json", summary: "of show (default yaml)" }],
    load: async () => (await import("./commands/profile.ts")).profile,
  },
  {
    name: "report",
    usage: "RUN|SITE|EVIDENCE | --sites FILE --dir DIR",
    summary: "tell a saved scan again in any format, or write one report per client",
    options: [
      ...REPORT_OPTIONS,
      { name: "share", summary: "leave out addresses, operators' names and masked values" },
      { name: "sites", value: "FILE", summary: "one report per client of this file" },
      { name: "site", value: "GLOB", multiple: true, summary: "only these site ids" },
      { name: "tag", value: "TAG", multiple: true, summary: "only sites with this tag" },
      { name: "dir", value: "DIR", summary: "where the clients' reports go" },
    ],
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "register",
    usage: "URL | RUN|SITE|EVIDENCE",
    summary: "the draft of a record of processing activities, from what was seen",
    options: [
      { name: "format", value: "markdown|csv|json", summary: "default markdown" },
      { name: "lang", value: "en|fr", summary: "language of the draft" },
      ...PROBE_OPTIONS,
      ...NETWORK_OPTIONS,
      DATA_OPTION,
    ],
    load: async () => (await import("./commands/register.ts")).register,
  },
  {
    name: "scripts",
    usage: "URL | RUN|SITE|EVIDENCE",
    summary: "the scripts of the payment pages with hash, owner and integrity (PCI DSS 6.4.3, 11.6.1)",
    options: [
      { name: "format", value: "json|csv", summary: "default json" },
      ...PROBE_OPTIONS,
      ...NETWORK_OPTIONS,
      DATA_OPTION,
    ],
    load: async () => (await import("./commands/scripts.ts")).scripts,
  },
  {
    name: "history",
    usage: "[SITE] | export FILE | backup FILE",
    summary: "the runs that are kept: of all sites, or of one",
    options: [{ name: "format", value: "text|json", summary: "default text" }, DATA_OPTION],
    load: async () => (await import("./commands/history.ts")).history,
  },
  {
    name: "diff",
    usage: "A B",
    summary: "what changed between two scans of a site, and why the score did",
    options: [
      { name: "format", value: "text|json", summary: "default text" },
      { name: "profile", value: "ID|FILE", summary: "judge both under this profile (default merchant)" },
      DATA_OPTION,
    ],
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "trend",
    usage: "[SITE …]",
    summary: "the scores over time, for a spreadsheet",
    options: [{ name: "format", value: "csv|json", summary: "default csv" }, DATA_OPTION],
    load: async () => (await import("./commands/trend.ts")).trend,
  },
  {
    name: "sites",
    usage: "check FILE | list FILE | add FILE URL",
    summary: "check, list or extend a sites file",
    options: [
      { name: "id", value: "ID", summary: "of the site that is added" },
      { name: "site", value: "GLOB", multiple: true, summary: "only these site ids" },
      { name: "tag", value: "TAG", multiple: true, summary: "only sites with this tag" },
    ],
    load: async () => (await import("./commands/sites.ts")).sites,
  },
  {
    name: "waivers",
    usage: "check FILE | prune FILE",
    summary: "waivers that expired or match nothing; prune removes the expired",
    options: [DATA_OPTION],
    load: async () => (await import("./commands/waivers.ts")).waivers,
  },
  {
    name: "notify",
    usage: "test NAME",
    summary: "send a test notice to a webhook",
    options: [{ name: "allow-private", summary: "the webhook may have a private address" }],
    load: async () => (await import("./commands/notify.ts")).notify,
  },
  {
    name: "schedule",
    usage: "print cron|systemd --sites FILE",
    summary: "what to install for a nightly run",
    options: [{ name: "sites", value: "FILE", summary: "the sites file of the run" }],
    load: async () => (await import("./commands/schedule.ts")).schedule,
  },
  {
    name: "forget",
    usage: "SITE",
    summary: "remove all that is stored of a site",
    options: [DATA_OPTION],
    load: async () => (await import("./commands/forget.ts")).forget,
  },
];

/** The command of that name; undefined when there is none. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
