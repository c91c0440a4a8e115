import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/core/strict-yaml.ts";
import { CUSTOM_LIMITS, parseCustomProbes } from "../../../src/probe/paths/custom-probes.ts";

const FILE = "caisse.yaml";

function faultsOf(text: string): readonly string[] {
  try {
    parseCustomProbes(text, FILE);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

function probe(lines: string): string {
  return `probes:
  - id: caisse
    title: Export de la caisse
    severity: high
    paths: ["/caisse.csv"]
${lines}`;
}

const proof = (lines: string): string => probe(`    proof:\n      ${lines}`);

describe("probes of one's own", () => {
  it("takes the fields of the catalogue, secrets hidden by default", () => {
    const [own] = parseCustomProbes(proof('all: ["^TICKET;TOTAL$"]\n      flags: im'), FILE);

    expect(own).toMatchObject({
      id: "custom:caisse",
      group: "custom",
      severity: "high",
      paths: ["/caisse.csv"],
      firstBytes: 4096,
      status: [200, 206],
      secret: true,
      proof: { all: [/^TICKET;TOTAL$/im] },
    });
  });

  it.each([
    ["a hostile pattern", proof('all: ["^OK$", "(a+)+$"]'), `${FILE}:7:21: pattern refused (too-costly)`],
    ["a pattern with look-around", proof('any: ["(?<=a)b"]'), `${FILE}:7:13: pattern refused (unsupported)`],
    ["a pattern that is none", proof('none: ["[a"]\n      all: [x]'), `${FILE}:7:14: pattern refused (syntax)`],
    ["a proof by status alone", proof("flags: m"), "a status alone proves nothing"],
    ["a magic number that is none", proof('magic: ["zz"]'), "2 to 24 bytes as lower-case hex"],
    ["a misspelt key", probe("    prof:\n      all: [x]"), 'unknown key "prof"'],
    [
      "an id of the catalogue",
      proof("all: [x]").replace("id: caisse", "id: secret-dotenv"),
      "belongs to a probe of the catalogue",
    ],
    ["a path that leaves the site", proof("all: [x]").replace("/caisse.csv", "//florist.test/x"), ""],
    ["a path that climbs", proof("all: [x]").replace("/caisse.csv", "/a/../b"), "no . or .. segments"],
    ["a path with a space", proof("all: [x]").replace("/caisse.csv", "/a b"), "a path begins with /"],
    ["an unknown template", proof("all: [x]").replace("/caisse.csv", "/{user}.csv"), "a path begins with /"],
    ["an unknown severity", proof("all: [x]").replace("severity: high", "severity: horrible"), "severity"],
  ])("refuses %s with its place", (name, text, message) => {
    const faults = faultsOf(text);

    if (name === "a path that leaves the site") {
      // A path is only ever appended to the target's own origin, so that // is a path like any other.
      expect(faults).toEqual([]);
      return;
    }
    expect(faults.join("\n")).toContain(message);
    expect(faults.every((fault) => /^caisse\.yaml:\d+:\d+: /.test(fault))).toBe(true);
  });

  it("refuses an id that is used twice", () => {
    const one = proof("all: [x]");

    expect(faultsOf(one + one.slice(one.indexOf("\n") + 0)).join()).toContain('"caisse" is used twice');
  });

  it("refuses a list of 100,000 paths at once", () => {
    const paths = Array.from({ length: 100_000 }, (_, index) => `/p${String(index)}`);
    const few = `probes:\n  - id: caisse\n    title: x\n    severity: low\n    proof: { all: [x] }\n    paths: [${paths.slice(0, 501).join(", ")}]\n`;
    const many = few.replace(/paths: .*/, `paths: [${paths.join(", ")}]`);

    expect(faultsOf(many)).toEqual([`${FILE}:1:1: longer than ${String(CUSTOM_LIMITS.bytes / 1024)} KiB`]);
    expect(faultsOf(few).join()).toContain("at most 500 paths");
  });

  it.each(["", "probes: []", "probes: x", "[]", "probes:\n  - *a", "a: &a [*a]", "\0", "probes: [{}]"])(
    "refuses %j without throwing anything but a ConfigError",
    (text) => {
      expect(faultsOf(text).length).toBeGreaterThan(0);
    },
  );
});
