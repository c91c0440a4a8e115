import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { optionsOf } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { parseOptions } from "../../src/cli/options.ts";
import { toolVersion } from "../../src/cli/version.ts";
import { LANGUAGES } from "../../src/core/text.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { startHttp } from "../servers/loopback.ts";
import { fakeIo } from "./fake-io.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-usage-"));
  writeFileSync(join(folder, "evidence.json"), JSON.stringify(evidenceWith({})));
  writeFileSync(join(folder, "sites.yaml"), "sites: [{ url: https://bakery.test }]\n");
  writeFileSync(join(folder, "broken.yaml"), "site: []\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(LANGUAGES)("the help in %s", (language) => {
  it.each([["", ...COMMANDS.map(({ name }) => name)]].flat())("fits 80 columns: %s", async (name) => {
    const { io, said } = fakeIo({ cwd: folder });

    const code = await main([...(name === "" ? [] : [name]), "--help", "--lang", language], io);

    expect(code).toBe(0);
    expect(said.stdout).toMatch(language === "fr" ? /^Usage\u00A0: vigie/m : /^Usage: vigie/m);
    expect(said.stdout.split("\n").filter((line) => line.length > 80 && !line.startsWith("  vigie "))).toEqual([]);
  });
});

it("speaks the language of the locale, and English where that is unknown", async () => {
  const [french, other] = [
    fakeIo({ cwd: folder, env: { LANG: "fr_CA.UTF-8" } }),
    fakeIo({ cwd: folder, env: { LANG: "de_DE.UTF-8" } }),
  ];

  await main(["scan", "-h"], french.io);
  await main(["scan", "-h", "--lang", "xx"], other.io);

  expect(french.said.stdout).toContain("Comment l’atteindre");
  expect(other.said.stdout).toContain("How it is reached");
});

it.each(COMMANDS.flatMap((command) => command.examples.map((example) => [example, command] as const)))(
  "the example %s has only options that its command has",
  (example, command) => {
    const [, line = ""] = /(?:\| |^(?:[A-Z_]+=\S+ )?)vigie (?!.*\| vigie)([^>]*)/.exec(example) ?? [];
    const [name, ...words] = [...line.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);

    const options = parseOptions(words, optionsOf(command));

    expect(name).toBe(command.name);
    expect(options.positionals.length).toBeLessThanOrEqual(command.words);
  },
);

describe("wrong usage is told before anything is contacted", () => {
  it.each([
    ["a language that is none", ["scan", "bakery.test", "--lang", "de"], "--lang takes en, fr"],
    ["a language of the demo", ["--lang", "de"], "--lang takes en, fr"],
    ["two formats", ["scan", "bakery.test", "--format=json", "--format=text"], "given twice; it counts once; --out"],
    ["a value that is missing", ["scan", "bakery.test", "--min-score"], "--min-score needs a value: --min-score N"],
    [
      "an option in the place of a value",
      ["scan", "bakery.test", "--authorised", "--deep"],
      "--authorised needs a value",
    ],
    ["a negative number", ["scan", "bakery.test", "--budget=-5"], "--budget takes a number from 1"],
    ["a value for a switch", ["scan", "bakery.test", "--quiet=yes"], "--quiet is a switch"],
    [
      "a word too many",
      ["assess", "evidence.json", "more.json"],
      '"more.json" is one word too many; usage: vigie assess',
    ],
    ["a command behind its options", ["--lang", "fr", "scan", "bakery.test"], "the command comes first: vigie scan"],
    ["an address without a command", ["-q", "https://bakery.test"], "to scan a site: vigie scan https://bakery.test"],
    ["an option of fleets", ["scan", "bakery.test", "--resume"], "--resume is for many sites"],
    ["an option of one site", ["scan", "--sites", "sites.yaml", "--authorised", "Claire"], "the sites file says it by"],
    ["a dry run of a fleet", ["scan", "--sites", "sites.yaml", "--dry-run"], "--dry-run is for one site"],
    ["an address and a fleet", ["scan", "bakery.test", "--sites", "sites.yaml"], "not both"],
    ["a resolver that is none", ["scan", "bakery.test", "--resolver", "here"], '"here" is no resolver'],
    ["a contact that would end the header", ["scan", "bakery.test", "--contact", "a)b"], "--contact takes an e-mail"],
    ["a host that is none", ["scan", "bakery.test", "--host", "a b"], '--host: "a b" is not an address'],
    ["a path for a site", ["scan", "/etc/passwd"], "is a path on this machine"],
    ["standard output as a file", ["scan", "bakery.test", "--out", "json=-"], "for standard output say --format json"],
    ["one file for two formats", ["scan", "bakery.test", "--out=json=a", "--out=html=a"], "--out names a twice"],
    ["a folder that is not there", ["scan", "bakery.test", "--out=json=nowhere/a.json"], "no such file or directory"],
    ["a page of text of another probe", ["probe", "paths", "bakery.test", "--format", "text"], "dns, hosts, tls only"],
    ["an option of tls for another probe", ["probe", "http", "bakery.test", "--sni", "b.test"], "vigie probe tls only"],
    [
      "a folder for one report",
      ["report", "evidence.json", "--dir", "reports"],
      "--dir is for the reports of a sites file",
    ],
    [
      "a format for the agency's reports",
      ["report", "--sites=sites.yaml", "--dir=d", "--format=csv"],
      "--sites writes HTML",
    ],
    [
      "a profile file that is not there",
      ["assess", "evidence.json", "--profile", "./no.yaml"],
      "no such file or directory",
    ],
    ["a sites file of another kind", ["scan", "--sites", "broken.yaml"], "sites: is missing; it is a list"],
    ["a check without its area", ["checks", "hsts"], 'did you mean "headers/hsts"'],
    [
      "a base for an address",
      ["forms", "https://bakery.test/", "--base", "https://b.test/"],
      "--base is for a saved page",
    ],
    ["help on a command that is none", ["help", "scna"], 'did you mean "scan"'],
  ])("%s", async (_name, argv, sentence) => {
    const { io, said } = fakeIo({ cwd: folder });

    const code = await main(argv, io);

    expect(said.stderr).toContain(sentence);
    expect(code).toBe(2);
    expect(said.stdout).toBe("");
  });
});

it("judges evidence from standard input", async () => {
  const [piped, named] = [fakeIo({ cwd: folder, stdin: JSON.stringify(evidenceWith({})) }), fakeIo({ cwd: folder })];

  await main(["assess", "-", "--format", "json"], piped.io);
  await main(["assess", join(folder, "evidence.json"), "--format", "json"], named.io);

  expect(JSON.parse(piped.said.stdout)).toMatchObject({ schema: "vigie.report/1" });
  expect(piped.said.stdout).toBe(named.said.stdout);
});

describe("what assess says of evidence on stderr", () => {
  const moved = {
    origins: [
      {
        url: "https://boulangerie.test/",
        chain: [
          {
            url: "https://boulangerie.test/",
            status: 301,
            headers: [],
            cookies: [],
            location: "https://florist.test/?from=bakery",
            bodyBytes: 0,
          },
        ],
        end: "out-of-scope" as const,
      },
    ],
    cors: [],
    securityTxt: null,
  };

  it.each([
    [
      "en",
      "https://boulangerie.test/ leads to another site, which was not looked at; to scan it: vigie scan https://florist.test\n",
    ],
    ["fr", "pour l’analyser\u00A0: vigie scan https://florist.test\n"],
  ])("a site that leads to another one (%s)", async (lang, sentence) => {
    const { io, said } = fakeIo({ cwd: folder, stdin: JSON.stringify(evidenceWith({ http: moved })) });

    await main(["assess", "-", "--format", "json", "--lang", lang], io);

    expect(said.stderr).toContain(sentence);
  });
});

it("signs its requests, and claims the operator's word only where somebody gave it", async () => {
  const seen: string[] = [];
  await using shop = await startHttp((request, response) => {
    seen.push(request.headers["user-agent"] ?? "");
    response.end();
  });
  const { io } = fakeIo({ cwd: folder });
  const scan = ["scan", `http://127.0.0.1:${shop.port}/`, "--only", "http", "--no-save", "-q", "--pace", "fast"];

  await main(scan, io);
  await main([...scan, "--authorised", "Claire Martin", "--contact", "security@agency.example"], io);

  const tool = `Vigie/${toolVersion()}`;
  expect(new Set(seen)).toEqual(
    new Set([
      `${tool} (security posture scan; GET and HEAD only)`,
      `${tool} (security posture scan asked for by the site's operator; GET and HEAD only; contact security@agency.example)`,
    ]),
  );
});

describe("vigie without a command and without a terminal", () => {
  it("scans the demo, and says what it was and how to scan a site", async () => {
    const { io, said } = fakeIo({ cwd: folder, env: { LANG: "fr_FR.UTF-8" } });

    const code = await main([], io);

    expect(code).toBe(0);
    expect(said.stdout).toContain("Vigie · bakery.test");
    expect(said.stderr).toMatch(/boutique de démonstration.*vigie scan URL.*\n$/);
  }, 60_000);

  it("refuses a sites file instead of scanning the demo, and takes the reader's switch for what it is", async () => {
    const { io, said } = fakeIo({ cwd: folder });

    const codes = [await main(["--sites", "sites.yaml"], io), await main(["--screen-reader", "scan"], io)];

    expect(codes).toEqual([2, 2]);
    expect(said.stderr).toContain("vigie: without a terminal say: vigie scan --sites FILE\n");
    expect(said.stderr).toContain("the command comes first: vigie scan");
  });
});
