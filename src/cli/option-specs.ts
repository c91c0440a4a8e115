import type { OptionSpec } from "./options.ts";

/** What to look at. */
export const SCAN_OPTIONS: readonly OptionSpec[] = [
  {
    name: "authorised",
    value: "WHO",
    summary: "the operator's word, by name: allows paths, ports and the long TLS enumeration",
  },
  { name: "only", value: "PROBE,…", summary: "only these probes: dns, tls, http, pages, paths, actionTls, hosts" },
  {
    name: "page",
    value: "ROLE=URL|FILE",
    multiple: true,
    summary: "a page that no link leads to: checkout=https://…/pay or a saved page",
  },
  {
    name: "host",
    value: "HOST",
    multiple: true,
    summary: "a further host of the merchant's, in scope like the target",
  },
  { name: "processor", value: "NAME", multiple: true, summary: "a processor on the merchant's own list" },
  { name: "deep", summary: "also ask for the deep tier of exposed paths" },
  { name: "paths", value: "FILE", summary: "further path probes of your own (YAML)" },
  { name: "ports", value: "LIST", summary: "ports of the hosts probe: 22,80,8000-8010" },
  { name: "dry-run", summary: "print what would be contacted, and contact nothing but the name resolver" },
];

/** What a single probe may be told: it chooses itself, and it does contact the site. */
export const PROBE_OPTIONS: readonly OptionSpec[] = SCAN_OPTIONS.filter(
  ({ name }) => name !== "dry-run" && name !== "only",
);

/** How to reach it. */
export const NETWORK_OPTIONS: readonly OptionSpec[] = [
  { name: "pace", value: "PACE", summary: "gentle, normal (default) or fast" },
  { name: "resolve", value: "HOST=ADDRESS", multiple: true, summary: "pin a name to an address" },
  { name: "resolver", value: "ADDRESS", summary: "the DNS server to ask for records" },
  { name: "ca", value: "FILE", multiple: true, summary: "a further trusted root (PEM), named in the report" },
  { name: "allow-private", summary: "allow private and loopback addresses" },
  {
    name: "proxy",
    value: "URL",
    summary: "HTTP proxy for the HTTP probes (default: HTTPS_PROXY, HTTP_PROXY, NO_PROXY)",
  },
  { name: "budget", value: "N", summary: "at most so many requests in all (default 600)" },
];

/** How to judge it. */
export const ASSESS_OPTIONS: readonly OptionSpec[] = [
  { name: "profile", value: "ID|FILE", summary: "merchant (default), strict, … or a file" },
  { name: "waivers", value: "FILE", summary: "accepted findings, with reason and expiry" },
  { name: "baseline", value: "latest|FILE", summary: "a former report: its findings are known" },
  { name: "fail-on", value: "[new:]SEVERITY", summary: "exit 1 on findings at or above it" },
  { name: "min-score", value: "N", summary: "exit 1 when the score is under it" },
];

export const DATA_OPTION: OptionSpec = {
  name: "data",
  value: "DIR",
  summary: "where history is kept (default: the XDG data directory)",
};

/** How to tell it. */
export const OUTPUT_OPTIONS: readonly OptionSpec[] = [
  {
    name: "format",
    value: "FORMAT",
    summary: "on stdout: text (default), json, jsonl, html, markdown, sarif, junit, csv, prometheus",
  },
  { name: "out", value: "FORMAT=PATH", multiple: true, summary: "also write a file; evidence=PATH saves the evidence" },
  { name: "lang", value: "en|fr", summary: "language of the report" },
  { name: "brand", value: "FILE", summary: "name, logo and colours of the HTML report (YAML)" },
  { name: "quiet", short: "q", summary: "no progress on stderr" },
  DATA_OPTION,
  { name: "no-save", summary: "do not keep this run in the history" },
];

/** Many sites at once. */
export const FLEET_OPTIONS: readonly OptionSpec[] = [
  { name: "sites", value: "FILE", summary: "scan the sites of this file" },
  { name: "site", value: "GLOB", multiple: true, summary: "only these site ids" },
  { name: "tag", value: "TAG", multiple: true, summary: "only sites with this tag" },
  { name: "concurrency", value: "N", summary: "sites at once (default 16)" },
  {
    name: "site-deadline",
    value: "SECONDS",
    summary: "cut a site off after so long; what is known is kept (default 900)",
  },
  { name: "resume", summary: "go on with an interrupted run" },
  { name: "jitter", value: "SECONDS", summary: "wait a random time before starting" },
  { name: "log", value: "text|json", summary: "log lines on stderr instead of a progress bar" },
];

/** How to tell a saved scan again. */
export const REPORT_OPTIONS: readonly OptionSpec[] = [
  ...ASSESS_OPTIONS.filter(({ name }) => name === "profile" || name === "waivers"),
  ...OUTPUT_OPTIONS.filter(({ name }) => name !== "quiet" && name !== "no-save"),
];
