import { describe, expect, it } from "vitest";
import type { KnownFinding } from "../../src/core/comparison.ts";
import type { FindingState } from "../../src/core/finding-state.ts";
import { noticesOf, notAssessableNotice, type NoticeInput } from "../../src/core/notice.ts";
import { SEVERITIES, type Severity } from "../../src/core/severity.ts";

const NIGHT = new Date("2026-11-24T02:17:00Z");
const LAST_NIGHT = new Date("2026-11-23T02:17:00Z");

function finding(severity: Severity, of = "form"): KnownFinding {
  return { fingerprint: `${of}-${severity}`, check: "forms/action-transport", subject: of, severity, title: of };
}

/** What is told of a night on which findings of every severity came to have this state. */
function told(state: FindingState | "fixed", level: Severity): readonly string[] {
  const findings = SEVERITIES.map((severity) => finding(severity));
  return noticesOf({
    ...quiet,
    findings: state === "fixed" ? [] : findings,
    comparison: {
      states: new Map(state === "fixed" ? [] : findings.map(({ fingerprint }) => [fingerprint, state])),
      fixed: state === "fixed" ? findings : [],
      notAssessed: [],
    },
    level,
  }).map(({ event, severity }) => `${event} ${severity ?? ""}`);
}

const quiet: NoticeInput = {
  site: "bakery.test",
  findings: [],
  comparison: null,
  level: "medium",
  nextExpiry: null,
  expiringWaivers: [],
  at: NIGHT,
  lastRun: LAST_NIGHT,
};

describe("notices of findings", () => {
  it.each([
    ["new", "finding-new"],
    ["reopened", "finding-new"],
    ["worsened", "finding-worsened"],
    ["fixed", "finding-fixed"],
  ] as const)("tell what is %s, at the level or above it", (state, event) => {
    expect(told(state, "info")).toEqual(SEVERITIES.map((severity) => `${event} ${severity}`));
    expect(told(state, "high")).toEqual([`${event} high`, `${event} critical`]);
    expect(told(state, "critical")).toEqual([`${event} critical`]);
  });

  it.each([["persisting"], ["unknown"]] as const)("are silent about what is %s", (state) => {
    expect(told(state, "info")).toEqual([]);
  });

  it("are silent on the first night, when all is new and nothing changed", () => {
    expect(noticesOf({ ...quiet, findings: [finding("critical")] })).toEqual([]);
  });
});

describe("notices of what ends", () => {
  const end = (day: string, lastRun: Date | null = LAST_NIGHT) =>
    noticesOf({ ...quiet, level: "critical", nextExpiry: `${day}T02:00:00.000Z`, lastRun }).map(({ event }) => event);

  it.each([
    ["in 14 days", "2026-12-08", ["certificate-expiring"]],
    ["in 13 days, which was told last night", "2026-12-07", []],
    ["in 3 days", "2026-11-27", ["certificate-expiring"]],
    ["long ago", "2026-10-01", []],
    ["in a year", "2027-11-24", []],
  ])("tell of a certificate that ends %s, whatever the level", (_name, day, events) => {
    expect(end(day)).toEqual(events);
  });

  it("tell on the first night of what ends already within the days", () => {
    expect(end("2026-11-30", null)).toEqual(["certificate-expiring"]);
  });

  it("are told once though the clock jumps back", () => {
    const later = new Date("2026-11-24T09:00:00Z");

    expect(end("2026-12-08", later)).toEqual([]);
  });

  it("tell of a waiver by its last day", () => {
    const expiringWaivers = [{ check: "headers/csp", expires: "2026-11-26" }];

    expect(noticesOf({ ...quiet, expiringWaivers })).toEqual([
      {
        event: "waiver-expiring",
        site: "bakery.test",
        check: "headers/csp",
        title: expect.any(String),
        on: "2026-11-26",
      },
    ]);
  });
});

it("a site that cannot be assessed is told once, the third night", () => {
  const nights = [1, 2, 3, 4, 5].map((failures) => notAssessableNotice("bakery.test", failures, 3, "no answer")?.event);

  expect(nights).toEqual([undefined, undefined, "site-not-assessable", undefined, undefined]);
});
