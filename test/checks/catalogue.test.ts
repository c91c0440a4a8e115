import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import { AREAS } from "../../src/core/area.ts";
import { LANGUAGES, placeholders } from "../../src/core/text.ts";
import { packageFile } from "../../src/package-root.ts";

/** Every source file of a check, as the id that it must have. */
const filesOfChecks = AREAS.flatMap((area) =>
  listed(packageFile("checks", area))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ area, name, text: readFileSync(packageFile("checks", area, name), "utf8") }))
    .filter(({ text }) => text.includes("defineCheck("))
    .map(({ area: folder, name }) => `${folder}/${name.slice(0, -".ts".length)}`),
);

/** All that the tests of an area say. */
const testsOf = new Map(
  AREAS.map((area) => [
    area,
    listed(packageFile("test", "checks", area))
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => readFileSync(join(packageFile("test", "checks", area), name), "utf8"))
      .join("\n"),
  ]),
);

describe("the catalogue", () => {
  it("has a line for every check, and a file for every line", () => {
    expect(catalogue.map(({ id }) => id).toSorted()).toEqual(filesOfChecks.toSorted());
  });

  it("names no check twice and keeps the areas in report order", () => {
    const order = catalogue.map(({ area }) => AREAS.indexOf(area));

    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe.each(catalogue)("$id", (check) => {
  it("says everything in both languages, of the same facts", () => {
    for (const language of LANGUAGES) {
      const text = check.text[language];
      for (const sentence of [text.title, text.pass, text.why, ...Object.values(text.outcomes)]) {
        expect(sentence.trim()).not.toBe("");
      }
    }
    for (const code of Object.keys(check.severity)) {
      const [one, other] = LANGUAGES.map((language) => placeholders(check.text[language].outcomes[code] ?? ""));
      expect(other, code).toEqual(one);
    }
  });

  it("has the typography of French", () => {
    const text = check.text.fr;
    for (const sentence of [text.title, text.pass, text.why, ...Object.values(text.outcomes)]) {
      // An ASCII apostrophe between letters, a plain space before high punctuation, straight quotes around words.
      expect(sentence).not.toMatch(/\p{L}'\p{L}| [;!?%»](?=\s|$)| :(?=\s)|« (?=\S)/u);
    }
  });

  it("names what it is relevant to", () => {
    expect(Object.values(check.references).flat().length).toBeGreaterThan(0);
  });

  it("has settings with defaults", () => {
    expect(check.settings.safeParse({}).success).toBe(true);
  });

  it("has a passing test, and a failing one for every outcome", () => {
    const tests = testsOf.get(check.area) ?? "";

    expect(tests).toContain('"pass"');
    for (const code of Object.keys(check.severity)) expect(tests, code).toContain(`"${code}"`);
  });
});

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
