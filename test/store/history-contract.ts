import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/evidence/evidence.ts";
import { evidenceWith } from "../builders/evidence.ts";
import type { HistoryStore, NewResult, RunRecord } from "../../src/store/history.ts";

/** Evidence of a scan that saw nothing: enough for a store, which does not look inside. */
export function emptyEvidence(siteId: string, finishedAt: string): Evidence {
  const target = { id: siteId, url: `https://${siteId}/`, host: siteId, domain: siteId };
  return { ...evidenceWith({}), target, startedAt: finishedAt, finishedAt };
}

export function runRecord(id: string, startedAt: string, overrides: Partial<RunRecord> = {}): RunRecord {
  return { id, kind: "fleet", startedAt, finishedAt: null, sitesDigest: "d1", toolVersion: "0.0.0", ...overrides };
}

export function newResult(
  runId: string,
  siteId: string,
  finishedAt: string,
  overrides: Partial<NewResult> = {},
): NewResult {
  return {
    runId,
    siteId,
    url: `https://${siteId}/`,
    startedAt: finishedAt,
    finishedAt,
    toolVersion: "0.0.0",
    score: {
      total: 81.5,
      grade: "B",
      coverage: 0.9,
      low: 70,
      high: 90,
      provisional: false,
      algorithm: "1",
      profileId: "merchant",
      profileVersion: "1",
      profileDigest: "0123456789abcdef",
    },
    error: null,
    counts: { high: 1 },
    worst: { check: "forms/action-transport", severity: "high", title: "The form is sent in clear." },
    nextExpiry: "2026-12-24T00:00:00.000Z",
    evidence: emptyEvidence(siteId, finishedAt),
    states: {},
    findings: [],
    fixed: [],
    ...overrides,
  };
}

const knownFinding = {
  fingerprint: `v1:${"a".repeat(32)}`,
  check: "headers/hsts",
  subject: "bakery.test",
  severity: "medium",
  title: "No HSTS.",
} as const;

const MONDAY = "2026-11-23T02:17:00.000Z";
const TUESDAY = "2026-11-24T02:17:00.000Z";
const WEDNESDAY = "2026-11-25T02:17:00.000Z";

/** What every history must do, whatever keeps it. A new implementation passes this before it is used. */
export function describeHistory(name: string, open: () => Promise<HistoryStore>): void {
  async function withStore(work: (store: HistoryStore) => Promise<void>): Promise<void> {
    const store = await open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  describe(`${name} keeps a history`, () => {
    it("gives back what was added, newest first", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        await store.beginRun(runRecord("r2", TUESDAY));
        await store.addResult(newResult("r1", "bakery.test", MONDAY));
        await store.addResult(newResult("r2", "bakery.test", TUESDAY));

        const results = await store.results("bakery.test", 10);

        expect(results.map(({ runId }) => runId)).toEqual(["r2", "r1"]);
        const {
          evidence: _evidence,
          states: _states,
          findings: _findings,
          fixed: _fixed,
          ...kept
        } = newResult("r2", "bakery.test", TUESDAY);
        expect(results[0]).toEqual(kept);
        expect(await store.evidence("r1", "bakery.test")).toEqual(emptyEvidence("bakery.test", MONDAY));
        expect((await store.runs(5)).map(({ id }) => id)).toEqual(["r2", "r1"]);
        expect(await store.sites()).toEqual(["bakery.test"]);
      }));

    it("refuses a second result for the same site of a run, and keeps the first", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        await store.addResult(newResult("r1", "bakery.test", MONDAY));

        await expect(
          store.addResult(newResult("r1", "bakery.test", TUESDAY, { findings: [knownFinding] })),
        ).rejects.toThrow();

        expect((await store.resultsOfRun("r1"))[0]?.finishedAt).toBe(MONDAY);
        expect(await store.findings("bakery.test")).toEqual([]);
      }));

    it("finds the run to resume, and only an unfinished one over the same sites", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        await store.beginRun(runRecord("r2", TUESDAY));
        await store.addResult(newResult("r2", "bakery.test", TUESDAY));

        expect((await store.resumable("d1"))?.id).toBe("r2");
        expect(await store.sitesDone("r2")).toEqual(new Set(["bakery.test"]));
        expect(await store.resumable("d2")).toBeNull();
        await store.finishRun("r2", TUESDAY);
        expect((await store.resumable("d1"))?.id).toBe("r1");
      }));

    it("follows a finding from its first sight to its repair and its return", () =>
      withStore(async (store) => {
        for (const [run, day] of [
          ["r1", MONDAY],
          ["r2", TUESDAY],
          ["r3", WEDNESDAY],
        ] as const) {
          await store.beginRun(runRecord(run, day));
        }
        expect(await store.past("bakery.test")).toBeNull();

        await store.addResult(newResult("r1", "bakery.test", MONDAY, { findings: [knownFinding] }));
        expect((await store.past("bakery.test"))?.last.map(({ check }) => check)).toEqual(["headers/hsts"]);

        await store.addResult(newResult("r2", "bakery.test", TUESDAY, { fixed: [knownFinding.fingerprint] }));
        expect((await store.past("bakery.test"))?.last).toEqual([]);
        expect((await store.past("bakery.test"))?.fixedBefore).toEqual(new Set([knownFinding.fingerprint]));

        await store.addResult(newResult("r3", "bakery.test", WEDNESDAY, { findings: [knownFinding] }));
        expect(await store.findings("bakery.test")).toEqual([
          { ...knownFinding, firstSeen: MONDAY, lastSeen: WEDNESDAY, fixedAt: null },
        ]);
      }));

    it("keeps a failed site as a result without score", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        const error = { code: "internal", message: "the oven is cold" };
        await store.addResult(
          newResult("r1", "bakery.test", MONDAY, { score: null, error, evidence: null, worst: null }),
        );

        expect(await store.results("bakery.test", 1)).toMatchObject([{ score: null, error }]);
        expect(await store.evidence("r1", "bakery.test")).toBeNull();
      }));

    it("drops old evidence but never the newest of a site, and old results", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        await store.beginRun(runRecord("r2", TUESDAY));
        await store.addResult(newResult("r1", "bakery.test", MONDAY));
        await store.addResult(newResult("r2", "bakery.test", TUESDAY));
        // The florist is scanned to this day, the bakery no more.
        await store.beginRun(runRecord("r3", "2027-05-31T02:17:00.000Z"));
        await store.addResult(newResult("r3", "florist.test", "2027-05-31T02:17:00.000Z"));

        await store.retain({ evidenceDays: 30, resultDays: 1000 }, new Date("2027-06-01T00:00:00Z"));
        expect(await store.evidence("r1", "bakery.test")).toBeNull();
        expect(await store.evidence("r2", "bakery.test")).not.toBeNull();
        expect(await store.results("bakery.test", 9)).toHaveLength(2);

        await store.retain({ evidenceDays: 30, resultDays: 30 }, new Date("2027-06-01T00:00:00Z"));
        expect(await store.results("bakery.test", 9)).toEqual([]);
        expect(await store.results("florist.test", 9)).toHaveLength(1);
      }));

    it("drops nothing on the night on which the clock leaps ahead", () =>
      withStore(async (store) => {
        const leapt = "2099-01-01T02:17:00.000Z";
        await store.beginRun(runRecord("r1", MONDAY));
        await store.addResult(newResult("r1", "bakery.test", MONDAY));
        await store.beginRun(runRecord("r2", leapt));
        await store.addResult(newResult("r2", "bakery.test", leapt));

        await store.retain({ evidenceDays: 90, resultDays: 1096 }, new Date(leapt));

        expect(await store.results("bakery.test", 9)).toHaveLength(2);
        expect(await store.evidence("r1", "bakery.test")).not.toBeNull();
      }));

    it("takes the last that was added for the newest when the clock jumps back", () =>
      withStore(async (store) => {
        for (const [run, at] of [
          ["r1", MONDAY],
          ["r2", "2099-01-01T02:17:00.000Z"],
          ["r3", TUESDAY],
        ] as const) {
          await store.beginRun(runRecord(run, at));
          await store.addResult(newResult(run, "bakery.test", at));
        }

        expect((await store.runs(2)).map(({ id }) => id)).toEqual(["r3", "r2"]);
        expect((await store.results("bakery.test", 2)).map(({ runId }) => runId)).toEqual(["r3", "r2"]);
        expect(await store.resumable("d1")).toMatchObject({ id: "r3" });
      }));

    it("forgets a site and nothing else", () =>
      withStore(async (store) => {
        await store.beginRun(runRecord("r1", MONDAY));
        await store.addResult(newResult("r1", "bakery.test", MONDAY, { findings: [knownFinding] }));
        await store.addResult(newResult("r1", "florist.test", MONDAY, { findings: [knownFinding] }));

        expect(await store.forget("bakery.test")).toBe(1);

        expect(await store.sites()).toEqual(["florist.test"]);
        expect(await store.findings("bakery.test")).toEqual([]);
        expect(await store.findings("florist.test")).toHaveLength(1);
      }));
  });
}
