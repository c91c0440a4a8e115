import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { catalogue } from "../../checks/index.ts";
import { readBrand } from "../../src/cli/brand-file.ts";
import { cronLine, searchPath, systemdUnits } from "../../src/cli/commands/schedule.ts";
import { optionsOf } from "../../src/cli/command.ts";
import { findCommand } from "../../src/cli/commands.ts";
import { parseOptions } from "../../src/cli/options.ts";
import { parseSites } from "../../src/core/sites.ts";
import { parseWaivers } from "../../src/core/waivers.ts";
import { packageFile } from "../../src/package-root.ts";

const SITES = "/etc/vigie/sites.yaml";

function example(name: string): string {
  return readFileSync(packageFile("examples", name), "utf8");
}

/** Every `vigie scan …` of a text, cut into words as a shell would. */
function scans(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll(/\\\n\s+/g, " ").split("\n");
  return lines.flatMap((line) => {
    const command = /(?<!`)\bvigie scan (?<words>[^`>|]*)/.exec(line)?.groups?.["words"];
    if (command === undefined || line.trimStart().startsWith("#")) return [];
    return [[...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)];
  });
}

/** The sections of a systemd unit. */
function unitOf(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of text.split("\n").filter((entry) => entry !== "" && !entry.startsWith("#"))) {
    const section = /^\[(\w+)\]$/.exec(line)?.[1];
    if (section !== undefined) sections.set(section, (current = new Map()));
    else {
      const [, key = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
      expect(key, `"${line}" is not KEY=VALUE`).not.toBe("");
      current?.set(key, value);
    }
  }
  return sections;
}

describe("the example sites file", () => {
  it("is read, with its defaults and its authorised site", () => {
    const sites = parseSites(example("sites.yaml"), "sites.yaml");

    expect(sites.map(({ id }) => id)).toEqual(["florist.test", "boulangerie", "librairie-recette"]);
    expect(sites.map(({ authorised }) => authorised?.by ?? null)).toEqual([null, "Camille Martin", null]);
  });

  it("names files that stand beside it", () => {
    const sites = parseSites(example("sites.yaml"), "sites.yaml");
    const named = sites.flatMap(({ waivers, brand }) => [waivers, brand]);

    expect(readdirSync(packageFile("examples"))).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

it("the example waivers name checks that exist and sites of the example", () => {
  const ids = parseSites(example("sites.yaml"), "sites.yaml").map(({ id }) => id);
  const waivers = parseWaivers(example("waivers.yaml"), "waivers.yaml", catalogue);

  expect(waivers.map(({ check }) => check)).toEqual(["headers/csp", "headers/*"]);
  expect(ids).toContain(waivers[0]?.site);
});

it("the example brand can be worn", async () => {
  expect(await readBrand(packageFile("examples", "brand.yaml"))).toMatchObject({ name: "Agence du Canal", logo: null });
});

describe("the example schedules", () => {
  it("cron: what vigie schedule prints, five fields and one command", () => {
    const text = example("vigie.cron");
    const [line = ""] = text.split("\n").filter((entry) => /^[\d*]/.test(entry));
    const fields = line.split(" ").slice(0, 5);

    expect(text).toBe(cronLine(SITES));
    expect(text).toContain("\nPATH=/usr/local/bin:/usr/bin:/bin\n");
    expect(fields).toEqual(["17", "2", "*", "*", "*"]);
    // A bare % ends a cron command.
    expect(line).not.toContain("%");
  });

  it("cron finds the node and the vigie of whoever asks, in the order of their own path", () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-path-"));
    for (const name of ["nvm", "npm", "other"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "nvm", "node"), "");
    writeFileSync(join(folder, "npm", "vigie"), "");
    writeFileSync(join(folder, "other", "node"), "");
    const path = ["nvm", "other", "npm"].map((name) => join(folder, name)).join(":");

    expect(searchPath(path)).toBe(`${join(folder, "nvm")}:${join(folder, "npm")}:/usr/local/bin:/usr/bin:/bin`);
    expect(searchPath(`relative:${path.replaceAll(folder, "/a folder")}`)).toBe("/usr/local/bin:/usr/bin:/bin");
  });

  it("systemd: what vigie schedule prints, in two files", () => {
    const [service, timer] = [example("vigie.service"), example("vigie.timer")];

    expect(`${service}\n${timer}`).toBe(systemdUnits(SITES));
    expect([...unitOf(service).keys()]).toEqual(["Unit", "Service"]);
    expect(unitOf(service).get("Service")?.get("SuccessExitStatus")).toBe("1 3");
    expect([...unitOf(timer).keys()]).toEqual(["Unit", "Timer", "Install"]);
    expect(unitOf(timer).get("Timer")?.get("OnCalendar")).toBe("*-*-* 02:17:00");
  });
});

describe("the example pipelines", () => {
  it("GitHub: starts by schedule, may write findings and nothing else", () => {
    const workflow: unknown = parse(example("github-actions.yml"));

    expect(workflow).toMatchObject({
      on: { schedule: [{ cron: "17 2 * * *" }] },
      permissions: { contents: "read", "security-events": "write" },
      jobs: { scan: { "runs-on": "ubuntu-latest" } },
    });
  });

  it("GitLab: keeps the report, the history only when the gate holds, and exit 3 as a warning", () => {
    const pipeline: unknown = parse(example("gitlab-ci.yml"));

    expect(pipeline).toMatchObject({
      vigie: {
        allow_failure: { exit_codes: [3] },
        cache: { when: "on_success" },
        artifacts: { reports: { junit: "vigie.xml" } },
      },
    });
  });
});

it.each([["vigie.cron"], ["vigie.service"], ["github-actions.yml"], ["gitlab-ci.yml"]])(
  "%s gives vigie scan only options that it has",
  (name) => {
    const [words = [], ...more] = scans(example(name));

    expect(words.length).toBeGreaterThan(3);
    expect(more).toEqual([]);
    expect(() => parseOptions(words, optionsOf(findCommand("scan")))).not.toThrow();
  },
);
