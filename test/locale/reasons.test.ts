import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SKIP_REASONS } from "../../src/core/evidence/section.ts";
import { REASON_CODES, reasonText } from "../../src/locale/reasons.ts";
import { SHIFT_CODES, shiftText } from "../../src/locale/shifts.ts";
import { NET_ERROR_CODES } from "../../src/net/net.ts";
import { packageRoot } from "../../src/package-root.ts";

const sources = globSync("checks/**/*.ts", { cwd: packageRoot() }).map((path) =>
  readFileSync(join(packageRoot(), path), "utf8"),
);

function codesIn(pattern: RegExp): readonly string[] {
  return [...new Set(sources.flatMap((text) => Array.from(text.matchAll(pattern), ([, code = ""]) => code)))];
}

describe("reasons", () => {
  it.each([...SKIP_REASONS, ...NET_ERROR_CODES])("%s has a sentence", (code) => {
    expect(REASON_CODES).toContain(code);
  });

  it("every reason that a check gives has a sentence", () => {
    const given = codesIn(/not(?:Assessed|Applicable)\(\s*"([\w-]+)"/g);

    expect(given.filter((code) => !REASON_CODES.includes(code))).toEqual([]);
  });

  it("every reason for a moved severity has a sentence", () => {
    const given = codesIn(/shiftReason: "([\w-]+)"/g);

    expect(given.filter((code) => !SHIFT_CODES.includes(code))).toEqual([]);
  });

  it("an unknown code still prints sensibly", () => {
    expect(reasonText("quota-of-the-moon", "en")).toBe("Reason: quota of the moon.");
    expect(reasonText("quota-of-the-moon", "fr")).toBe("Motif\u00A0: quota of the moon.");
    expect(shiftText("full-moon", "en")).toBe("Severity adjusted: full moon.");
    expect(reasonText("constructor", "en")).toBe("Reason: constructor.");
  });
});
