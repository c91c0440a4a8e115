import { describe, expect, it } from "vitest";
import { sampleReport } from "../report/support/sample-report.ts";
import { findingsOf, GROUPINGS, listRows } from "../../src/ui/finding-list.ts";
import { fleetRows } from "../../src/ui/fleet-list.ts";
import { actionOf, bindingsOf, KEYS, SCREENS, type Action, type Screen, type Situation } from "../../src/ui/keys.ts";
import { applyEvent, newLiveScan, remainingMs } from "../../src/ui/scan-model.ts";
import { initialState, type UiState } from "../../src/ui/state.ts";
import type { Effect } from "../../src/ui/effect.ts";
import { act, type } from "../../src/ui/update.ts";
import { fakePorts, fleetOf, sampleEvents } from "./support.ts";

const { ports } = fakePorts();

const NOTHING: Situation = {
  typing: false,
  scanning: false,
  free: false,
  idle: false,
  resumable: false,
  tagged: false,
  listed: false,
  choosing: false,
};

function at(situation: Partial<Situation>): Situation {
  return { ...NOTHING, ...situation };
}

/** Typing, scanning and free exclude each other; the rest may be so or not. */
function situations(): readonly Situation[] {
  const all = { idle: true, resumable: true, tagged: true, listed: true, choosing: true };
  return [{}, { typing: true }, { scanning: true }, { free: true }].flatMap((kind) => [
    at(kind),
    at({ ...all, ...kind }),
  ]);
}

/** Plays actions one after the other; gives the last state and the effects on the way. */
function play(state: UiState, ...actions: readonly Action[]): { state: UiState; effects: readonly Effect[] } {
  const effects: Effect[] = [];
  let current = state;
  for (const action of actions) {
    const { state: next, effect } = act(current, action, ports);
    current = next;
    if (effect !== undefined) effects.push(effect);
  }
  return { state: current, effects };
}

const home = initialState("https://bakery.test");
const result: UiState = { ...home, screen: "result", trail: ["home"], report: sampleReport() };

describe("the table of keys", () => {
  it("never binds a key twice on one screen", () => {
    for (const screen of SCREENS) {
      for (const situation of situations()) {
        const keys = bindingsOf(screen, situation).flatMap((binding) => binding.keys);
        expect(keys, `${screen} ${JSON.stringify(situation)}`).toEqual([...new Set(keys)]);
      }
    }
  });

  it("leaves letters to the text field that has the cursor", () => {
    expect(actionOf("result", "c", at({ listed: true }))).toBe("copy");
    expect(actionOf("result", "c", at({ listed: true, typing: true }))).toBeNull();
    expect(actionOf("home", "ctrl+c", at({ typing: true }))).toBe("quit");
  });

  it("lets every screen be left and has a label for every key in both languages", () => {
    expect(KEYS.every(({ label }) => label.en !== "" && label.fr !== "")).toBe(true);
    const screens: readonly Screen[] = ["detail", "export", "waiver", "fleet", "history", "help", "result"];
    for (const screen of screens) expect(actionOf(screen, "escape", at({ free: true }))).toBe("back");
    for (const screen of ["scan", "fleet"] as const) {
      expect(actionOf(screen, "escape", at({ scanning: true }))).toBe("stop");
    }
  });
});

describe("home", () => {
  it("starts the typed site under the chosen profile, with the word of whoever gave it", () => {
    const typed = type({ ...home, home: { ...home.home, cursor: 2 } }, "Camille Martin", "none", ports);

    const { state, effects } = play(typed, "up", "right", "down", "open", "open");

    expect(state.screen).toBe("scan");
    expect(effects).toEqual([
      { kind: "scan", wish: { target: "https://bakery.test", profileId: "strict", authorisedBy: "Camille Martin" } },
    ]);
  });

  it("asks for an address when there is none", () => {
    const { state, effects } = play(initialState("  "), "down", "down", "down", "open");

    expect(effects).toEqual([]);
    expect(state.message).toBe("Type the address of a site first.");
  });

  it("offers the demo shop, the fleet and what was scanned before", () => {
    const wishes = [4, 7].map((cursor) => play({ ...home, home: { ...home.home, cursor } }, "open").effects[0]);

    expect(wishes).toEqual([
      { kind: "scan", wish: { target: null, profileId: "bakery", authorisedBy: null } },
      { kind: "scan", wish: { target: "https://florist.test/", profileId: "bakery", authorisedBy: null } },
    ]);
  });

  it("takes no control characters from a paste, and erases by whole characters", () => {
    const pasted = type(initialState(""), "bak\u001B[31mery\n.test", "none", ports);
    const erased = type(type(initialState(""), "é👩‍🍳", "none", ports), "", "last", ports);

    expect(pasted.home.target).toBe("bak[31mery.test");
    expect(erased.home.target.startsWith("é")).toBe(true);
    expect(type(pasted, "", "all", ports).home.target).toBe("");
  });
});

describe("a scan", () => {
  it("folds events into counts, results and findings", () => {
    const live = sampleEvents().reduce(applyEvent, newLiveScan("bakery.test", 0));

    expect(live.probes.map(({ section, state, done }) => [section, state, done])).toEqual([
      ["tls", "collected", 12],
      ["pages", "waiting", 0],
      ["hosts", "skipped", 0],
    ]);
    expect(live.results).toHaveLength(11);
    expect(live.findings).toHaveLength(7);
  });

  it("guesses the time that is left from the speed so far", () => {
    const live = sampleEvents().slice(0, 3).reduce(applyEvent, newLiveScan("bakery.test", 0));
    const started = Date.parse("2026-11-23T20:15:04.000Z");

    expect(remainingMs(live, started + 12_000)).toBe(18_000);
    expect(remainingMs(newLiveScan("bakery.test", 0), 1)).toBeNull();
  });

  it("is stopped by Esc and slowed down by s", () => {
    const scanning: UiState = { ...home, screen: "scan", live: newLiveScan("bakery.test", 0) };

    expect(play(scanning, "slow", "stop").effects).toEqual([{ kind: "slow" }, { kind: "cancel" }]);
  });
});

describe("the list of findings", () => {
  const view = { from: null, query: "", grouping: "severity" } as const;

  it.each([
    ["en-tete", ["headers/hsts"]],
    ["EXPOSES", ["exposure/secrets"]],
    ["commande", ["forms/insecure-action", "forms/preticked"]],
    ["boulangerie nulle part", []],
  ])("search %j finds %j, without accents", (query, checks) => {
    const rows = listRows(sampleReport("fr"), { ...view, query });

    expect(findingsOf(rows).map(({ check }) => check)).toEqual(checks);
  });

  it("filters by severity", () => {
    expect(findingsOf(listRows(sampleReport(), { ...view, from: "high" }))).toHaveLength(4);
  });

  it.each(GROUPINGS)("groups by %s without losing a finding", (grouping) => {
    const shown = findingsOf(listRows(sampleReport(), { ...view, grouping }));

    expect(new Set(shown.map(({ fingerprint }) => fingerprint)).size).toBe(7);
  });

  it("opens the finding under the cursor, copies its lines, and comes back", () => {
    const { state, effects } = play(result, "down", "down", "open", "copy", "back");

    expect(state.screen).toBe("result");
    expect(state.list.cursor).toBe(2);
    expect(effects).toHaveLength(1);
    expect(JSON.stringify(effects)).toContain("ssl_protocols TLSv1.2 TLSv1.3;");
  });
});

describe("a waiver", () => {
  const open = play(result, "waiver").state;
  const filled = (reason: string, expires: string): UiState => ({
    ...open,
    waiver: { ...open.waiver!, cursor: 2, reason, expires },
  });

  it("is written with reason and last day", () => {
    expect(play(filled("Renewed on Monday by the agency", "2026-12-01"), "open").effects).toMatchObject([
      { kind: "waiver", draft: { check: "exposure/secrets", site: "bakery.test", expires: "2026-12-01" } },
    ]);
  });

  it.each([
    ["short", "2026-12-01", 0],
    ["A reason that says why", "2026-11-23", 1],
    ["A reason that says why", "2027-02-30", 1],
    ["A reason that says why", "tomorrow", 1],
  ])("is refused with reason %j and day %j", (reason, expires, cursor) => {
    const { state, effects } = play(filled(reason, expires), "open");

    expect(effects).toEqual([]);
    expect(state.waiver?.cursor).toBe(cursor);
    expect(state.message).not.toBeNull();
  });
});

describe("a fleet", () => {
  const fleet = { ...home.fleet, rows: fleetOf(30) };

  it.each([
    ["worst", "shop-0000.test"],
    ["site", "shop-0000.test"],
    ["change", "shop-0000.test"],
  ] as const)("sorts by %s", (sort, first) => {
    expect(fleetRows({ ...fleet, sort })[0]?.id).toBe(first);
  });

  it("filters by tag and search, and cycles through the tags", () => {
    const onFleet: UiState = { ...home, screen: "fleet", fleet };

    expect(fleetRows({ ...fleet, tag: "lyon" })).toHaveLength(15);
    expect(fleetRows({ ...fleet, query: "0007" })).toHaveLength(1);
    expect(play(onFleet, "tag").state.fleet.tag).toBe("lyon");
    expect(play(onFleet, "tag", "tag", "tag").state.fleet.tag).toBeNull();
  });
});
