import { stripVTControlCharacters } from "node:util";
import { render } from "ink-testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hostileReport } from "../report/support/hostile-report.ts";
import { sampleReport } from "../report/support/sample-report.ts";
import { App } from "../../src/ui/app.tsx";
import { SCREENS } from "../../src/ui/keys.ts";
import { applyEvent, newLiveScan } from "../../src/ui/scan-model.ts";
import { announce } from "../../src/ui/speech/announce.ts";
import { focusSpeech } from "../../src/ui/speech/focus.ts";
import { initialState, NO_FLEET, type UiState } from "../../src/ui/state.ts";
import { act } from "../../src/ui/update.ts";
import { fakePorts, fleetOf, sampleEvents } from "./support.ts";

const DOWN = "\u001B[B";
const DRAWN = /[─-╿▀-▟■-◿✓✗✖▸⠀-⣿↑↓←→⏎┊]|[[\p{Cc}\p{Bidi_Control}]--[\n]]/v;

/** With ordinary spaces, which tests are easier to read with. */
function plain(text: string | undefined): string {
  return text?.replaceAll(/[\u00A0\u202F]/g, " ") ?? "";
}

const english = { language: "en", ports: fakePorts().ports } as const;
const french = { language: "fr", ports: fakePorts({ language: "fr" }).ports } as const;

function stateOn(screen: UiState["screen"], report = sampleReport()): UiState {
  const [finding] = report.findings;
  return {
    ...initialState("https://bakery.test"),
    screen,
    trail: ["result"],
    report,
    live: sampleEvents().reduce(applyEvent, newLiveScan("bakery.test", 0)),
    waiver: finding === undefined ? null : { cursor: 0, reason: "", expires: "", finding },
    history: { points: [], changes: [] },
    fleet: { ...NO_FLEET, open: true, name: "sites.yaml", canScan: true, rows: fleetOf(3) },
  };
}

describe("what is said", () => {
  it.each(SCREENS)("of %s has words for everything and draws nothing, whatever a site calls itself", (screen) => {
    for (const context of [english, french]) {
      for (const report of [sampleReport(context.language), hostileReport()]) {
        const state = stateOn(screen, report);
        const said = [...announce(null, state, context), focusSpeech(state, context)];

        expect(said.length).toBeGreaterThan(1);
        expect(said.filter((line) => DRAWN.test(line))).toEqual([]);
        expect(said.filter((line) => line.length > 2000)).toEqual([]);
      }
    }
  });

  it("names the keys as they are called, and only those that do something", () => {
    const said = announce(null, stateOn("result", sampleReport("fr")), french).at(-1);

    expect(plain(said)).toContain("Touches : Entrée ouvrir, flèches haut et bas déplacer, c copier");
    expect(announce(null, initialState(""), english).at(-1)).not.toContain("slash");
  });

  it.each([
    [0, "Site, text field: https://bakery.test"],
    [1, "Profile: A merchant’s shop; left and right arrows change it"],
    [2, "Authorisation, text field, empty"],
    [3, "Start the scan, button"],
    [7, "Recent, https://florist.test/, button"],
  ])("of choice %i at home is its label, its kind and its value", (cursor, sentence) => {
    const home = initialState("https://bakery.test");

    expect(focusSpeech({ ...home, home: { ...home.home, cursor } }, english)).toBe(sentence);
  });

  it("of a finding is its place in the list, its severity, and then the words", () => {
    expect(focusSpeech(stateOn("result"), english)).toMatch(/^1 of 7: critical, Exposed secrets\. /);
    expect(plain(focusSpeech(stateOn("result", sampleReport("fr")), french))).toMatch(/^1 sur 7 : critique, /);
  });

  it("of a site is every cell of its row with its name", () => {
    expect(plain(focusSpeech(stateOn("fleet"), french))).toBe(
      "1 sur 3 : shop-0000.test, note C, 0 sur 100, évolution -3, pire constat de gravité critique, Exposed secrets, " +
        "certificat jusqu’au 30 décembre 2026, analysé le 23 novembre 2026, étiquettes paris",
    );
  });

  it("of a move of the cursor is nothing: only what stands under it is told", () => {
    const before = stateOn("result");

    expect(announce(before, act(before, "down", english.ports).state, english)).toEqual([]);
  });

  it("of another filter and of another finding is what they show", () => {
    const list = stateOn("result");
    const detail = stateOn("detail");

    expect(announce(list, act(list, "filter", english.ports).state, english)).toEqual([
      "2 of 7 listed, critical and above, by severity.",
    ]);
    expect(announce(detail, act(detail, "right", english.ports).state, english)[0]).toMatch(
      /^Finding 2 of 7: critical\. /,
    );
  });

  it("of a scan is each probe once as it settles, and what is grave", () => {
    const before = { ...stateOn("scan"), live: newLiveScan("bakery.test", 0) };
    const said: string[] = [];
    let state: UiState = before;
    for (const event of sampleEvents()) {
      const next: UiState = { ...state, live: applyEvent(state.live!, event) };
      said.push(...announce(state, next, english));
      state = next;
    }

    expect(said.filter((line) => line.startsWith("Encryption"))).toEqual(["Encryption and certificate: seen."]);
    expect(said.filter((line) => line.startsWith("Services"))).toHaveLength(1);
    expect(said.filter((line) => line.startsWith("Finding, "))).not.toHaveLength(0);
    expect(said.some((line) => line.includes("low"))).toBe(false);
  });
});

describe("the terminal with a screen reader", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("adds lines and never writes over one, from home to a finding", async () => {
    vi.stubEnv("INK_SCREEN_READER", "true");
    const { ports } = fakePorts();
    const start = { target: "https://bakery.test", authorisedBy: "", sites: null };
    const app = render(<App ports={ports} colour={false} unicode start={start} keyboard />);
    const text = (): string => stripVTControlCharacters(app.lastFrame() ?? "");
    const says = async (words: string): Promise<void> =>
      await vi.waitFor(() => expect(text()).toContain(words), { timeout: 5000, interval: 10 });

    await says("Site, text field: https://bakery.test");
    const atHome = text().split("\n").slice(0, 4);
    for (const key of [DOWN, DOWN, DOWN]) app.stdin.write(key);
    await says("Start the scan, button");
    app.stdin.write("\r");
    await says("1 of 7: critical, Exposed secrets.");
    app.stdin.write("\r");
    await says("Why it matters.");

    const spoken = text();
    expect(spoken.split("\n").slice(0, 4)).toEqual(atHome);
    expect(spoken).toContain("Encryption and certificate: seen.");
    expect(spoken).not.toMatch(DRAWN);
    app.unmount();
  });
});
