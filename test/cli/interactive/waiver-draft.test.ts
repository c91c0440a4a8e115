import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../checks/index.ts";
import { addWaiverDraft } from "../../../src/cli/interactive/waiver-draft.ts";
import { parseWaivers } from "../../../src/core/waivers.ts";

const draft = {
  check: "headers/hsts",
  site: "bakery.test",
  subject: "bakery.test: [odd] 'subject' # *",
  reason: "The agency switches it on with the new server",
  expires: "2027-01-31",
};

describe("a waiver drafted at the terminal", () => {
  it("makes a waivers file that the scan reads", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "vigie-waiver-")), "waivers.yaml");

    await addWaiverDraft(path, draft);

    expect(parseWaivers(readFileSync(path, "utf8"), path, catalogue)).toMatchObject([draft]);
  });

  it("is added to a file without losing its comments", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "vigie-waiver-")), "waivers.yaml");
    await addWaiverDraft(path, draft);
    writeFileSync(path, `# reviewed every quarter\n${readFileSync(path, "utf8")}`);

    await addWaiverDraft(path, { ...draft, subject: "www.bakery.test" });

    const text = readFileSync(path, "utf8");
    expect(text).toContain("# reviewed every quarter");
    expect(parseWaivers(text, path, catalogue).map(({ subject }) => subject)).toEqual([
      draft.subject,
      "www.bakery.test",
    ]);
  });

  it("refuses to touch what is not YAML", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "vigie-waiver-")), "waivers.yaml");
    writeFileSync(path, "waivers: [");

    await expect(addWaiverDraft(path, draft)).rejects.toThrow(/is not YAML/);
    expect(readFileSync(path, "utf8")).toBe("waivers: [");
  });
});
