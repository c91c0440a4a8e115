import { describe, expect, it } from "vitest";
import { hostileReport } from "../report/support/hostile-report.ts";
import { sampleReport } from "../report/support/sample-report.ts";
import type { Report } from "../../src/core/report.ts";
import { say } from "../../src/locale/say.ts";
import { drawScreen } from "../../src/ui/draw.ts";
import { SCREENS, type Screen } from "../../src/ui/keys.ts";
import { fit, lineWidth } from "../../src/ui/lines.ts";
import { applyEvent, newLiveScan } from "../../src/ui/scan-model.ts";
import { initialState, type UiState } from "../../src/ui/state.ts";
import { fakePorts, fleetOf, sampleEvents } from "./support.ts";

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 12 },
  { columns: 20, rows: 6 },
  { columns: 12, rows: 4 },
  { columns: 1, rows: 1 },
];

function stateOn(screen: Screen, report: Report): UiState {
  const [finding] = report.findings;
  return {
    ...initialState("https://bakery.test"),
    screen,
    trail: ["result"],
    report,
    wish: { target: "bakery.test", profileId: "bakery", authorisedBy: null },
    live: sampleEvents().reduce(applyEvent, newLiveScan("bakery.test", 0)),
    waiver: finding === undefined ? null : { cursor: 0, reason: "", expires: "", finding },
    history: {
      points: [20, 40, 45].map((total, index) => ({
        at: `2026-0${String(index + 1)}-01T00:00:00Z`,
        total,
        grade: "D",
        provisional: false,
        profileDigest: index === 0 ? "old" : "new",
        algorithm: "1",
      })),
      changes: [{ at: "2026-03-01T00:00:00Z", first: null, appeared: ["Exposed secrets"], fixed: ["HSTS"] }],
    },
    fleet: { ...initialState("").fleet, open: true, name: "sites.yaml", canScan: true, rows: fleetOf(50) },
    sites: { cursor: 1, path: "", faults: ["sites.yaml:4:5: sites.0.url: a host needs a dot".repeat(9)] },
  };
}

function draw(state: UiState, size: { columns: number; rows: number }, language: "en" | "fr" = "en", unicode = true) {
  const { ports } = fakePorts({ language });
  return drawScreen(state, size, { language, unicode, now: 0, ports });
}

describe("every screen", () => {
  const cases = SCREENS.flatMap((screen) => SIZES.map((size) => ({ screen, ...size })));

  it.each(cases)(
    "$screen fits $columns × $rows: one row less than the terminal, no row wider",
    ({ screen, ...size }) => {
      for (const report of [sampleReport("fr"), hostileReport()]) {
        const rows = draw(stateOn(screen, report), size, "fr");

        expect(rows.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
        expect(rows.map((row) => lineWidth(fit(row, size.columns))).filter((width) => width > size.columns)).toEqual(
          [],
        );
      }
    },
  );

  it.each(SCREENS)("%s shows no control and no bidirectional mark of a hostile site", (screen) => {
    const text = draw(stateOn(screen, hostileReport()), { columns: 120, rows: 40 })
      .flatMap((row) => row.map((segment) => segment.text))
      .join("\n");

    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[\p{Cc}--[\n]]/v);
  });

  it.each(SCREENS)("%s does without UTF-8 symbols where it must", (screen) => {
    const text = draw(stateOn(screen, sampleReport()), { columns: 100, rows: 30 }, "en", false)
      .flatMap((row) => row.map((segment) => segment.text))
      .join("\n");

    expect(text).not.toMatch(/[▸█░✖▲●○⠋↑⏎┊▁]/u);
  });
});

describe("the result", () => {
  it("tells grade, areas, the way to the next grade and the findings at 120 × 40", () => {
    const text = draw(stateOn("result", sampleReport()), { columns: 120, rows: 40 })
      .map((row) => row.map((segment) => segment.text).join(""))
      .join("\n");

    for (const words of [
      "Grade E",
      "32.1 out of 100",
      "Security headers",
      "The shortest way to grade D",
      "Exposed secrets",
      "high (2)",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("scrolls a list of 5,000 by drawing only what is seen", () => {
    const report = sampleReport();
    const findings = Array.from({ length: 5000 }, (_, index) => ({
      ...report.findings[0]!,
      fingerprint: `v1:${String(index)}`,
      title: `Finding ${String(index)}`,
    }));
    const state = stateOn("result", { ...report, findings });

    const rows = draw({ ...state, list: { ...state.list, cursor: 4321 } }, { columns: 80, rows: 24 });

    expect(rows).toHaveLength(23);
    expect(rows.flat().some(({ text }) => text === "Finding 4321")).toBe(true);
  });
});

describe("what a hostile site sends", () => {
  const HOSTILE = `\u001B]0;owned\u0007\u001B[2J\u202Eevil\u2066\u200F\n\r\t${"A".repeat(10_000)}`;

  it.each(SIZES)("in texts, paths and names neither escapes nor widens a row at $columns × $rows", (size) => {
    const clean = sampleReport();
    const report = {
      ...hostileReport(),
      target: { ...clean.target, host: "a".repeat(253) },
      findings: hostileReport().findings.map((each) => ({ ...each, page: "https://x.test/".padEnd(9000, "é") })),
    };
    const state: UiState = {
      ...stateOn("result", report),
      message: say({ en: "Written: {path}", fr: "Enregistré : {path}" }, "en", { path: HOSTILE }),
      list: { ...stateOn("result", report).list, grouping: "page", query: "" },
      fleet: { ...initialState("").fleet, rows: fleetOf(3).map((row) => ({ ...row, id: "b".repeat(100) })) },
    };

    for (const screen of ["result", "detail", "fleet"] as const) {
      const rows = draw({ ...state, screen }, size);
      const fitted = rows.map((row) => fit(row, size.columns));

      expect(rows.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
      expect(fitted.filter((row) => lineWidth(row) > size.columns)).toEqual([]);
      expect(fitted.flat().some(({ text }) => /[[\p{Cc}\p{Bidi_Control}]--[\n]]/v.test(text))).toBe(false);
    }
  });
});
