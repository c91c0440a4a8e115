import { describe, expect, it } from "vitest";
import { runVigie } from "../cli/run-vigie.ts";

interface ReportJson {
  readonly score: {
    readonly total: number;
    readonly grade: string;
    readonly areas: readonly { readonly id: string }[];
  };
  readonly findings: readonly { readonly check: string; readonly code: string; readonly severity: string }[];
  readonly cost: { readonly connections: number; readonly dnsQueries?: number };
  readonly incident?: unknown;
}

async function demo(argv: readonly string[]): Promise<{ readonly code: number | null; readonly report: ReportJson }> {
  const ran = await runVigie(["demo", "-q", "--format", "json", ...argv]);
  return { code: ran.code, report: JSON.parse(ran.stdout) as ReportJson };
}

describe("the demo shop, by the real binary", () => {
  it("shows what a shop in a hurry does wrong in every area, and exits 0 without a gate", async () => {
    const { code, report } = await demo([]);

    const found = report.findings.map((finding) => `${finding.check} ${finding.code}`);
    expect(code).toBe(0);
    expect(report.score.grade).toBe("F");
    for (const expected of [
      "tls/protocols obsolete",
      "certificate/expiry soon",
      "headers/https-redirect forms-in-clear",
      "headers/hsts absent",
      "cookies/flags session-not-secure",
      "exposure/secrets secret-dotenv",
      "exposure/database-dumps dump-sql",
      "forms/action-transport action-in-clear",
      "forms/mailto mailto-action",
      "forms/bank-details collected-here",
      "forms/excess-fields not-needed",
      "forms/password short-minimum",
      "exposure/admin-panels admin-prestashop",
      "privacy/legal-notice missing",
    ]) {
      expect(found).toContain(expected);
    }
    expect(report.incident).toBeTruthy();
    expect(report.cost.connections).toBeGreaterThan(40);
    expect(report.cost.dnsQueries).toBeGreaterThan(0);
  });

  it("scores A once repaired, with nothing worse than information", async () => {
    const { code, report } = await demo(["--fixed"]);

    expect(code).toBe(0);
    expect(report.score.grade).toBe("A");
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("without a command and without a terminal is the text report of the shop", async () => {
    const ran = await runVigie([]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("bakery.test");
    expect(ran.stdout).toMatch(/\d+ (?:questions to the resolver|questions au résolveur)/);
    // Lines to paste are never broken; everything that is told fits the terminal.
    const told = ran.stdout.split("\n").filter((line) => !line.startsWith("      "));
    expect(told.filter((line) => line.length > 80)).toEqual([]);
  });
});
