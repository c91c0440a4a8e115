import { describe, expect, it } from "vitest";
import { parseSites, selectSites, type Site } from "../../src/core/sites.ts";
import { ConfigError } from "../../src/core/strict-yaml.ts";

function sitesOf(text: string): readonly Site[] {
  return parseSites(text, "sites.yaml");
}

function faultsOf(text: string): readonly string[] {
  try {
    sitesOf(text);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

function list(...entries: readonly string[]): string {
  return `sites:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`;
}

describe("a sites file", () => {
  it("may have 10,000 sites, and says where the two thousandth is wrong", () => {
    const entries = Array.from({ length: 10_000 }, (_, shop) => `{ url: "https://bakery-${String(shop)}.test/" }`);

    const sites = sitesOf(list(...entries));
    const faults = faultsOf(list(...entries.with(1999, "{ url: ftp://bakery.test/ }")));

    expect(sites).toHaveLength(10_000);
    expect(sites.at(-1)).toMatchObject({ id: "bakery-9999.test", place: "sites.yaml:10001:5" });
    expect(selectSites(sites, { ids: ["bakery-77*"], tags: [] })).toHaveLength(111);
    expect(faults).toEqual([
      expect.stringMatching(/^sites\.yaml:2001:7: "ftp:\/\/bakery\.test\/" is not a web address/),
    ]);
  });

  it("may not have more than it can look at in a night", () => {
    const entries = Array.from({ length: 20_001 }, (_, shop) => `{ url: "https://bakery-${String(shop)}.test/" }`);

    expect(faultsOf(list(...entries))).toEqual([expect.stringContaining("sites.yaml:1:1: sites: Too big")]);
  });

  it.each([
    ["the same address twice", ["{ url: https://bakery.test/ }", "{ url: https://bakery.test/ }"]],
    [
      "one site under three names",
      [
        "{ id: a, url: https://www.bakery.test/ }",
        "{ id: b, url: bakery.test }",
        "{ id: c, url: http://BAKERY.test./shop }",
      ],
    ],
    [
      "a name and its A-labels",
      ["{ id: a, url: https://pâtisserie.test/ }", "{ id: b, url: https://xn--ptisserie-b2a.test/ }"],
    ],
  ])("refuses %s", (_name, entries) => {
    const faults = faultsOf(list(...entries));

    expect(faults).toHaveLength(entries.length - 1);
    for (const [index, fault] of faults.entries()) {
      expect(fault).toMatch(new RegExp(`^sites\\.yaml:${String(index + 3)}:5: .* is the same site as `));
    }
  });

  it("takes a name in any script, and names its files in letters that every disk knows", () => {
    expect(
      sitesOf(list("https://pâtisserie.test/", "https://パン屋.test/").replaceAll("- ", "- url: ")).map(({ id }) => id),
    ).toEqual(["xn--ptisserie-b2a.test", "xn--odk8c277n.test"]);
  });

  it.each([
    ["the folder above", '"../../etc/cron.d/bakery"'],
    ["an absolute path", "/etc/passwd"],
    ["control characters", '"bakery\\u0007\\u001b[2J"'],
    ["a line end", '"bakery\\nflorist"'],
    ["a text that runs backwards", '"bakery\\u202ejs"'],
    ["a hidden file", ".bakery"],
    ["an option", "--bakery"],
    ["capitals, which some disks do not tell from small letters", "Bakery"],
    ["more than a file name holds", "a".repeat(300)],
  ])("refuses an id that is %s", (_name, id) => {
    expect(faultsOf(list(`{ id: ${id}, url: https://bakery.test/ }`))).toEqual([
      expect.stringMatching(/^sites\.yaml:2:7: sites\.0\.id: small letters, digits, dots and dashes/),
    ]);
  });

  it.each([["index"], ["fleet"]])("refuses the id %s, which is a file of the reports", (id) => {
    expect(faultsOf(list(`{ id: ${id}, url: https://bakery.test/ }`))).toEqual([
      `sites.yaml:2:5: the id "${id}" is the name of the reports' own file`,
    ]);
  });

  it("refuses an id that two sites have, one of them by its address", () => {
    const faults = faultsOf(list("{ url: https://bakery.test/ }", "{ id: bakery.test, url: https://florist.test/ }"));

    expect(faults).toEqual(['sites.yaml:3:5: the id "bakery.test" is taken (sites.yaml:2:5)']);
  });
});

describe("the webhooks of a site", () => {
  const notifyOf = (text: string) => sitesOf(text).map(({ notify }) => notify);

  it("are told of findings from medium up, or from the level that they name", () => {
    expect(
      notifyOf(list("{ url: bakery.test, notify: [desk, { to: boss, level: critical }, { to: log, level: info }] }")),
    ).toEqual([
      [
        { to: "desk", level: "medium" },
        { to: "boss", level: "critical" },
        { to: "log", level: "info" },
      ],
    ]);
  });

  it("come from the defaults where a site names none, and are silent where it names an empty list", () => {
    const text = `defaults: { notify: [{ to: desk, level: high }] }\n${list(
      "{ url: bakery.test }",
      "{ url: florist.test, notify: [boss] }",
      "{ url: bookshop.test, notify: [] }",
    )}`;

    expect(notifyOf(text)).toEqual([[{ to: "desk", level: "high" }], [{ to: "boss", level: "medium" }], []]);
  });

  it("are told once when they are named twice, from the lower level", () => {
    expect(
      notifyOf(list("{ url: bakery.test, notify: [{ to: desk, level: high }, { to: desk, level: low }] }")),
    ).toEqual([[{ to: "desk", level: "low" }]]);
  });

  it.each([
    [
      "a level that does not exist",
      "{ to: desk, level: hihg }",
      "3:7: sites.0.notify.0.level: must be info or low or medium or high or critical",
    ],
    [
      "a misspelt key",
      "{ to: desk, levl: high }",
      '3:7: unknown key "levl"; did you mean "level"? (known keys: to, level)',
    ],
    ["no name", "{ level: high }", "3:7: sites.0.notify.0.to: is missing; it is text"],
  ])("refuse %s with its place", (_name, entry, fault) => {
    const [told = ""] = faultsOf(`sites:\n  - url: bakery.test\n    notify: [${entry}]\n`);

    expect(told.replace(/:3:\d+:/, ":3:7:")).toBe(`sites.yaml:${fault}`);
  });
});

describe("pinned names", () => {
  it("are names as the scan knows them", () => {
    const [site] = parseSites(
      'sites:\n  - { url: boulangerie-é.test, resolve: { Boulangerie-É.test: "[2001:db8::1]" } }\n',
      "sites.yaml",
    );

    expect(site?.resolve).toEqual({ "xn--boulangerie--meb.test": "2001:db8::1" });
  });

  it("take addresses only", () => {
    expect(faultsOf("sites:\n  - { url: bakery.test, resolve: { bakery.test: florist.test } }\n")).toEqual([
      'sites.yaml:2:7: resolve: "florist.test" is no IP address',
    ]);
  });
});
