import { describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import { renderCatalogueMarkdown, renderCheckList, renderCheckManual } from "../../src/report/check-manual.ts";
import { displayWidth } from "../../src/report/text/layout.ts";

describe("the manual page of a check", () => {
  it.each(catalogue.map((check) => [check.id, check] as const))(
    "%s: every outcome, in both languages, within 80 columns",
    (_id, check) => {
      for (const language of ["en", "fr"] as const) {
        const page = renderCheckManual(check, null, language, { colour: false });

        for (const code of Object.keys(check.severity)) expect(page).toContain(code);
        expect(page).not.toMatch(/[{}]\w/);
        expect(page.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
      }
    },
  );
});

describe("the catalogue page", () => {
  it("names every check once, as a list and as Markdown tables", () => {
    const list = renderCheckList(catalogue, "en", { colour: false });
    const page = renderCatalogueMarkdown(catalogue, "fr");

    for (const { id } of catalogue) {
      expect(list.split("\n").filter((line) => line.startsWith(`  ${id} `))).toHaveLength(1);
      expect(page.split("\n").filter((line) => line.startsWith(`| \`${id}\` |`))).toHaveLength(1);
    }
  });
});
