import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/package-root.ts";
import { renderDocument } from "../../src/report/formats.ts";
import { hostileReport } from "./support/hostile-report.ts";
import { fleetOf, SAMPLE_DOCUMENTS, waivedReport } from "./support/sample-documents.ts";
import { parseXml, type XmlElement } from "./support/xml.ts";
import { schemaFaults } from "./support/xsd.ts";

const JUNIT_XSD = readFileSync(packageFile("test", "report", "schemas", "junit-4.xsd"), "utf8");

describe("junit", () => {
  it("counts what it holds, by suite and in all", async () => {
    const root = parseXml(await renderDocument("junit", fleetOf(waivedReport())));

    const kinds = root.children
      .flatMap(({ children }) => children)
      .map(({ children }) => children[0]?.name ?? "passed");
    const count = (kind: string): string => String(kinds.filter((name) => name === kind).length);
    expect(root.name).toBe("testsuites");
    expect(root.attributes).toMatchObject({
      tests: String(kinds.length),
      failures: count("failure"),
      errors: "1",
    });
    expect(count("failure")).toBe("6");
    expect(
      root.children.every((suite: XmlElement) => suite.attributes["tests"] === String(suite.children.length)),
    ).toBe(true);
    const skips = root.children.map((suite) => Number(suite.attributes["skipped"]));
    expect(String(skips.reduce((sum, value) => sum + value, 0))).toBe(count("skipped"));
  });

  it.each(SAMPLE_DOCUMENTS)("of %s is what the published schema takes", async (_name, make) => {
    expect(schemaFaults(JUNIT_XSD, await renderDocument("junit", make()))).toEqual([]);
  });

  it.each([
    ['<testsuites skipped="1"/>', "<testsuites> has the attribute skipped"],
    ["<testsuites>text</testsuites>", "<testsuites> has text"],
    ["<testsuites><testcase/></testsuites>", "<testcase> is out of place in <testsuites>"],
    ['<testsuite name="bakery"/>', "<testsuite> lacks the attribute tests"],
    ['<skipped message="why"/>', "<skipped> has the attribute message"],
    ["<properties/>", "<properties> lacks <property>"],
    ["<bakery/>", "<bakery> is not declared"],
  ])("the schema objects to %s", (xml, fault) => {
    expect(schemaFaults(JUNIT_XSD, xml)).toContain(fault);
  });

  it("stays well-formed with hostile text", async () => {
    const root = parseXml(await renderDocument("junit", hostileReport()));

    const texts = root.children
      .flatMap(({ children }) => children)
      .flatMap(({ children }) => children.map(({ text }) => text));
    expect(texts.join("")).toContain("<script>alert(1)</script>]]>");
  });
});
