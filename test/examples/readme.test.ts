import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import { optionsOf } from "../../src/cli/command.ts";
import { COMMANDS, findCommand } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { parseOptions } from "../../src/cli/options.ts";
import { parseWaivers } from "../../src/core/waivers.ts";
import { packageFile } from "../../src/package-root.ts";
import { parseCustomProbes } from "../../src/probe/paths/custom-probes.ts";
import { shippedProfiles } from "../../src/store/profiles.ts";
import { fakeIo } from "../cli/fake-io.ts";

const README = readFileSync(packageFile("README.md"), "utf8");

/** The fenced blocks of a language, in order. */
function blocks(language: string): readonly string[] {
  return [...README.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, word, text = ""]) =>
    word === language ? [text] : [],
  );
}

/** The block that holds a word. */
function blockWith(language: string, word: string): string {
  const found = blocks(language).find((text) => text.includes(word));
  expect(found, `README has no ${language} block with ${word}`).toBeDefined();
  return found ?? "";
}

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-readme-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the README", () => {
  it("lists every command, and none that is not there", () => {
    const listed = [...README.matchAll(/^\| `vigie (\w+)[^|]*/gm)].map(([, name]) => name);

    expect(listed).toEqual(COMMANDS.map(({ name }) => name));
  });

  it("names only options that exist", () => {
    const known = new Set(COMMANDS.flatMap((command) => optionsOf(command).map(({ name }) => name)));
    const own = new Set([...known, "help", "version", "no-color"]);
    const tables = README.split("\n").filter((line) => line.startsWith("| `--"));
    const named = tables.flatMap((line) => [...line.matchAll(/`--([a-z-]+)/g)].map(([, name = ""]) => name));

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !own.has(name))).toEqual([]);
  });

  it("gives commands only words that they take", () => {
    const lines = blocks("sh")
      .join("")
      .split("\n")
      .filter((line) => line.startsWith("vigie "));

    for (const line of lines) {
      const [, name = "", ...words] = [...line.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
      const command = findCommand(name);
      expect(parseOptions(words, optionsOf(command)).positionals.length, line).toBeLessThanOrEqual(command?.words ?? 0);
    }
    expect(lines.length).toBeGreaterThan(5);
  });

  it("names every profile that is shipped", () => {
    expect(shippedProfiles().filter((id) => !README.includes(`\`${id}\``))).toEqual([]);
  });

  it("shows a profile as profile check sees it, digest aside", async () => {
    const profile = blockWith("yaml", "extends: merchant");
    writeFileSync(join(folder, "my-shops.yaml"), profile);
    writeFileSync(join(folder, "misspelt.yaml"), profile.replace("headers/hsts:", "headers/hstss:"));
    const [checked, misspelt] = [fakeIo({ cwd: folder }), fakeIo({ cwd: folder })];

    await main(["profile", "check", "my-shops.yaml"], checked.io);
    await main(["profile", "check", "misspelt.yaml"], misspelt.io);

    const shown = /^my-shops\.yaml: in order.*$/m.exec(README)?.[0] ?? "";
    const withoutDigest = (text: string): string => text.trim().replace(/digest [0-9a-f]{16}/, "digest …");
    expect(withoutDigest(shown)).toBe(withoutDigest(checked.said.stdout));
    expect(README).toContain(misspelt.said.stderr.trim().replace("vigie: misspelt.yaml", "my-shops.yaml"));
  });

  it("shows path probes and waivers that are taken", () => {
    const probes = parseCustomProbes(blockWith("yaml", "probes:"), "README.md");
    const waivers = parseWaivers(blockWith("yaml", "waivers:"), "README.md", catalogue);

    expect(probes).toHaveLength(1);
    expect(waivers).toHaveLength(1);
  });
});
