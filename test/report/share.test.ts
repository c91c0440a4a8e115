import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { shareable } from "../../src/report/share.ts";
import { runVigie } from "../cli/run-vigie.ts";

describe("a report to share", () => {
  it("holds no address, no operator and no masked value, and the same score", async () => {
    const ran = await runVigie(["demo", "-q", "--format", "json"]);
    const whole = JSON.parse(ran.stdout) as Report;
    expect(ran.stdout).toContain("127.0.0.1");

    const shared = shareable(whole);

    const text = JSON.stringify(shared);
    expect(text).not.toContain("127.0.0.1");
    expect(shared.authorised?.by).toBe("");
    expect(shared.conditions.extraRoots).toEqual([]);
    expect(JSON.stringify(shared.findings.map(({ observed }) => observed))).not.toContain("…");
    expect(shared.score).toEqual(whole.score);
    expect(shared.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      whole.findings.map(({ fingerprint }) => fingerprint),
    );
  });
});
