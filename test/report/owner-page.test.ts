import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { Report, ReportFinding } from "../../src/core/report.ts";
import type { Severity } from "../../src/core/severity.ts";
import { AREA_PRAISE } from "../../src/locale/praise.ts";
import { say } from "../../src/locale/say.ts";
import { actOf } from "../../src/report/act-of.ts";
import { renderDocument } from "../../src/report/formats.ts";
import { goodPoints } from "../../src/report/good-points.ts";
import { firstFindings } from "../../src/report/html/owner.tsx";
import { renderHtmlReport } from "../../src/report/html/render-html.tsx";
import { sampleReport, seenEvidence } from "./support/sample-report.ts";

const FIX = { snippets: [], caution: null, changeable: true };

/** The sample report with these worst severities in an area and nothing else wrong. */
function reportWith(area: Report["findings"][number]["area"], severities: readonly Severity[]): Report {
  const report = sampleReport("en");
  const [finding] = report.findings;
  return {
    ...report,
    findings: severities.map((severity): ReportFinding => ({ ...finding!, area, severity })),
    checks: [
      { check: "certificate/expiry", area, title: "Expiry", status: "pass", partly: false, weight: 4, worst: null },
      { check: "tls/groups", area: "tls", title: "Groups", status: "pass", partly: false, weight: 9, worst: null },
    ],
    verdicts: [
      { check: "certificate/expiry", area, status: "pass", message: "The certificate is valid for 40 days." },
      { check: "tls/groups", area: "tls", status: "pass", message: "Modern groups." },
    ],
    score: {
      ...report.score,
      areas: [
        { id: area, score: 90, coverage: 1 },
        { id: "tls", score: 90, coverage: 0.5 },
      ],
    },
  };
}

describe("what is already good", () => {
  const praise = say(AREA_PRAISE.certificate, "en");
  const single = "The certificate is valid for 40 days.";

  it.each([
    ["no fault", [], [praise]],
    ["mild faults", ["low", "info"], [praise]],
    ["a medium fault", ["medium"], [single]],
    ["a high fault", ["medium", "high"], []],
    ["a critical fault", ["critical"], []],
  ] as const)("an area with %s", (_name, severities, points) => {
    expect(goodPoints(reportWith("certificate", severities))).toEqual(points);
  });

  it("does not praise what was seen in part, nor in words for engineers", () => {
    const points = goodPoints(reportWith("certificate", []));

    expect(points).not.toContain(say(AREA_PRAISE.tls, "en"));
    expect(points).not.toContain("Modern groups.");
  });
});

describe("what to do, in one line", () => {
  it.each([
    ["edit-form", ["Send the form to https. Then redirect."], "Send the form to https"],
    ["edit-form", [], "Change the form"],
    ["deny-path", ["Ask for it."], "Change the form"],
    ["review", ["Read bakery.test/a.txt first."], "Read bakery.test/a.txt first"],
  ] as const)("%s with %j is %j", (action, steps, act) => {
    // Only the action decides; the other members of each remedy are of no account here.
    const remedy = [{ action }] as unknown as ReportFinding["remedy"];

    expect(actOf({ remedy, fixes: [{ ...FIX, title: "Change the form", steps: [...steps] }] })).toBe(act);
  });

  it("is nothing without a remedy", () => {
    expect(actOf({ remedy: [], fixes: [] })).toBeNull();
  });
});

describe("the owner's page in an incident", () => {
  const report = sampleReport("fr");
  const page = (told: Report) =>
    parse(renderHtmlReport({ report: told, evidence: seenEvidence, history: [], brand: null }));

  it("alarms, tells what to do next without the leaks, and has the plan on a sheet of its own", () => {
    const [leak] = report.findings;
    const incident = {
      stakes: ["credentials" as const],
      title: "Que faire maintenant",
      lead: "Des mots de passe sont lisibles.",
      leaks: [{ fingerprint: leak!.fingerprint, subject: leak!.subject, message: leak!.message }],
      steps: [
        { title: "Fermez l’accès", text: "Tout de suite." },
        { title: "Notez", text: "Qui, quoi, quand." },
      ],
      doors: [{ name: "CNIL", text: "Notifier", url: "https://www.cnil.fr/" }],
    };

    const quiet = page(report);
    const alarmed = page({ ...report, incident });

    expect(quiet.querySelector("#plan")).toBeNull();
    expect(quiet.querySelector("#first")?.text).toBe("À corriger en premier");
    expect(alarmed.querySelector(".owner .note.alert")?.text).toContain("Fermez l’accès");
    expect(alarmed.querySelectorAll(".plan li")).toHaveLength(3);
    expect(alarmed.querySelector("#first")?.text).toBe("À corriger ensuite");
    expect(alarmed.querySelectorAll(".steps h3").map(({ text }) => text)).not.toContain(leak!.title);
    expect(alarmed.querySelectorAll(".owner .risks strong").map(({ text }) => text)).not.toContain(`${leak!.title}. `);
  });
});

describe("a site of which nothing could be seen", () => {
  const report = sampleReport("fr");
  const unseen: Report = {
    ...report,
    findings: [],
    score: { ...report.score, total: 0, grade: "F", provisional: true, coverage: 0, range: { low: 0, high: 100 } },
    verdicts: report.verdicts.map(({ check, area }) => ({
      check,
      area,
      status: "not-assessed",
      message: "Le serveur a refusé la connexion.",
    })),
  };

  it("gets no grade, no praise and nothing that reads as an all-clear", () => {
    const page = parse(renderHtmlReport({ report: unseen, evidence: null, history: [], brand: null }));
    const owner = page.querySelector(".owner");

    expect(page.querySelector("title")?.text).toContain("Aucune note");
    expect(owner?.querySelector(".letter")?.text.trim()).toBe("?");
    expect(owner?.text).toContain("Le serveur a refusé la connexion.");
    expect(owner?.querySelector(".bars")).toBeNull();
    expect(owner?.text).not.toMatch(/Aucun défaut|Aucun risque|Rien à corriger|Note F/);
  });

  it.each(["text", "markdown"] as const)("is told without a grade as %s", async (format) => {
    const text = await renderDocument(format, unseen);

    expect(text).toContain("Aucune note");
    expect(text).toContain("Le serveur a refusé la connexion.");
    expect(text).not.toMatch(/Note F|plus court chemin/i);
  });
});

describe("the three things to do", () => {
  it("are the gravest, whatever costs more points", () => {
    const report = sampleReport();
    const severities = ["low", "medium", "high", "critical"] as const;
    const findings = severities.map((severity, index) => ({
      ...report.findings[0]!,
      check: `tls/${severity}`,
      severity,
      fingerprint: `v1:${String(index).repeat(32)}`,
    }));
    const lost = severities.map((severity, index) => ({
      check: `tls/${severity}`,
      area: "tls" as const,
      severity,
      points: 9 - index,
    }));

    const first = firstFindings({ ...report, findings, score: { ...report.score, lost, next: null } });

    expect(first.map(({ severity }) => severity)).toEqual(["critical", "high", "medium"]);
  });
});

describe("the way to the next grade", () => {
  const report = sampleReport("en");
  const fixes = report.findings.map(({ check }) => check);
  const way = (count: number, reachable: boolean): Report => ({
    ...report,
    score: { ...report.score, next: { grade: "A", fixes: fixes.slice(0, count), total: 92, reachable } },
  });

  it.each(["text", "markdown", "html"] as const)(
    "is no list where fixes alone do not lead there (%s)",
    async (format) => {
      const text = (await renderDocument(format, way(7, false))).replaceAll(/\s+/g, " ");

      expect(text).toContain("Fixes alone do not lead to grade A: more must be seen first.");
      expect(text).not.toMatch(/the score becomes/i);
    },
  );

  it("names a few fixes and counts the others", async () => {
    const page = parse(renderHtmlReport({ report: way(6, true), evidence: null, history: [], brand: null }));
    const text = await renderDocument("text", way(7, true));

    expect(page.querySelector(".after")?.text).toMatch(/and 2 others\. With these fixes the score becomes 92\./);
    expect(text).toContain("     and 1 more\n");
  });
});
