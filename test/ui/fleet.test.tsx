import { stripVTControlCharacters } from "node:util";
import { render } from "ink-testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EventQueue } from "../../src/scan/event-queue.ts";
import { App } from "../../src/ui/app.tsx";
import { drawScreen } from "../../src/ui/draw.ts";
import { fleetRemainingMs, fleetRows, withRows } from "../../src/ui/fleet-list.ts";
import { fit, lineWidth } from "../../src/ui/lines.ts";
import type { FleetRow, FleetWish, UiPorts } from "../../src/ui/ports.ts";
import { initialState, NO_FLEET, type FleetState, type UiState } from "../../src/ui/state.ts";
import { act } from "../../src/ui/update.ts";
import { fakePorts, fleetOf } from "./support.ts";

const ESCAPE = "\u001B";
const NOW = new Date("2026-11-23T20:16:00.000Z").getTime();

function fleetState(rows: readonly FleetRow[], patch: Partial<FleetState> = {}): FleetState {
  return { ...NO_FLEET, open: true, name: "sites.yaml", canScan: true, rows, ...patch };
}

function running(ids: readonly string[]): FleetState["run"] {
  return { startedAt: NOW - 60_000, ids, done: new Set(), slowed: false, stopping: false };
}

function screenOf(fleet: FleetState, columns: number, rows = 24, language: "en" | "fr" = "en"): readonly string[] {
  const { ports } = fakePorts({ language });
  const state: UiState = { ...initialState(""), screen: "fleet", trail: ["home"], fleet };
  return drawScreen(state, { columns, rows }, { language, unicode: true, now: NOW, ports }).map((row) =>
    fit(row, columns)
      .map(({ text }) => text)
      .join(""),
  );
}

describe("rows that change while a fleet is scanned", () => {
  const rows = fleetOf(5);
  const [first, second, third] = rows;

  it("leave the cursor on its site, wherever the order takes it", () => {
    const fleet = fleetState(rows, { sort: "grade", cursor: 2, run: running(rows.map(({ id }) => id)) });
    const here = fleetRows(fleet)[2]?.id;

    const next = withRows(fleet, [
      { ...first!, total: 100 },
      { ...second!, total: 99 },
    ]);

    expect(next.cursor).toBe(0);
    expect(fleetRows(next)[next.cursor]?.id).toBe(here);
  });

  it("are counted once they are settled, done or not reached", () => {
    const fleet = fleetState(rows, { run: running(rows.map(({ id }) => id)) });

    const next = withRows(withRows(fleet, [first!, { ...second!, state: "running" }]), [
      first!,
      { ...third!, state: "failed" },
    ]);

    expect([...(next.run?.done ?? [])]).toEqual([first!.id, third!.id]);
  });

  it("say how long the rest may take once three are done", () => {
    const run = { ...running(rows.map(({ id }) => id))!, done: new Set(rows.slice(0, 3).map(({ id }) => id)) };

    expect(fleetRemainingMs(run, NOW)).toBe(40_000);
    expect(fleetRemainingMs({ ...run, done: new Set() }, NOW)).toBeNull();
  });
});

describe("the table of sites", () => {
  const states: readonly FleetRow[] = [
    { ...fleetOf(1)[0]!, id: "boulangerie", provisional: true, total: 74, grade: "C" },
    { ...fleetOf(1)[0]!, id: "fleuriste", state: "running", progress: { done: 3, of: 7 } },
    { ...fleetOf(1)[0]!, id: "librairie-du-vieux-port-de-marseille", state: "failed", worst: null, change: -12.5 },
    { ...fleetOf(1)[0]!, id: "fromagerie", state: "unknown", grade: null, total: null, lastScan: null, worst: null },
  ];

  it.each([20, 40, 60, 80, 120, 200])("has its cells under their headings in %i columns", (columns) => {
    const rows = screenOf(fleetState(states, { sort: "site" }), columns, 24, "fr");
    const heading = rows.find((row) => row.includes("Site ")) ?? rows.find((row) => row.trim() === "Site") ?? "";

    expect(rows.every((row) => lineWidth([{ text: row }]) <= columns)).toBe(true);
    expect(rows.some((row) => row.includes("boulangerie"))).toBe(true);
    if (columns >= 60) {
      const at = heading.indexOf("Note");
      expect(rows.find((row) => row.includes("fleuriste"))?.slice(at)).toMatch(/^en cours 3\/7 /);
      expect(rows.find((row) => row.includes("boulangerie "))?.slice(at)).toMatch(/^C\? +74 /);
      expect(rows.find((row) => row.includes("librairie"))?.slice(at)).toMatch(/^injoignable /);
      expect(rows.find((row) => row.includes("fromagerie"))?.slice(at)).toMatch(/^jamais vu /);
    }
    if (columns >= 80) {
      const at = heading.indexOf("Expiration");
      expect(rows.find((row) => row.includes("boulangerie "))?.slice(at, at + 10)).toBe("30/12/2026");
    }
  });

  it("draws only what is on the screen of a thousand sites, and where it stands in a scan", () => {
    const rows = fleetOf(1000);
    const ids = rows.map(({ id }) => id);
    const run = { ...running(ids)!, done: new Set(ids.slice(0, 250)) };

    const screen = screenOf(fleetState(rows, { cursor: 700, sort: "site", run }), 80);

    expect(screen).toHaveLength(23);
    expect(screen.join("\n")).toContain("250 of 1,000 sites done, 0 running · 1:00 elapsed · about 3:00 left");
    expect(screen.filter((row) => row.includes("shop-0700.test"))).toHaveLength(1);
  });

  it("tells of the site under the cursor what the table has no room for", () => {
    const screen = screenOf(fleetState(fleetOf(1)), 80, 24, "fr").join("\n");

    expect(screen).toContain("https://shop-0.test/ · paris · analysé le 23/11/2026");
    expect(screen).toContain("✖ critique  Exposed secrets");
  });
});

let mounted: ReturnType<typeof render> | null = null;

afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

function open(ports: UiPorts, sites: string | null): ReturnType<typeof render> {
  const start = { target: "", authorisedBy: "", sites };
  mounted = render(<App ports={ports} colour={false} unicode start={start} keyboard />);
  return mounted;
}

async function shows(app: ReturnType<typeof render>, text: string): Promise<void> {
  await vi.waitFor(() => expect(stripVTControlCharacters(app.lastFrame() ?? "")).toContain(text), {
    timeout: 10_000,
    interval: 10,
  });
}

/** A fleet scan whose rows the test sends; it ends by itself when it is stopped. */
function scriptedScan(): {
  readonly scan: NonNullable<Parameters<typeof fakePorts>[0]>["fleetScan"] & {};
  readonly rows: () => EventQueue<FleetRow>;
  readonly wishes: FleetWish[];
  readonly slowed: () => number;
} {
  const wishes: FleetWish[] = [];
  let rows = new EventQueue<FleetRow>(() => undefined);
  let slowed = 0;
  return {
    wishes,
    rows: () => rows,
    slowed: () => slowed,
    scan: (wish, signal) => {
      wishes.push(wish);
      rows = new EventQueue<FleetRow>(() => undefined);
      const mine = rows;
      signal.addEventListener("abort", () => mine.end(), { once: true });
      return { rows, slowDown: () => (slowed += 1), remarks: () => [] };
    },
  };
}

describe("a fleet at the terminal", () => {
  const rows = fleetOf(4);

  it("is scanned live, slowed down, stopped with what is known, and gone on with", async () => {
    const { scan, rows: sent, wishes, slowed } = scriptedScan();
    const { ports } = fakePorts({ rows, fleetScan: scan });
    const app = open(ports, "sites.yaml");
    await shows(app, "sites.yaml 4 of 4");

    app.stdin.write("a");
    await shows(app, "0 of 4 sites done");
    sent().push({ ...rows[0]!, state: "running", progress: { done: 2, of: 7 } });
    await shows(app, "running 2/7");
    sent().push({ ...rows[0]!, total: 12, grade: "F" });
    await shows(app, "1 of 4 sites done");
    app.stdin.write("s");
    await shows(app, "two requests a second");
    app.stdin.write("\r");
    await shows(app, "Grade E");
    app.stdin.write(ESCAPE);
    await shows(app, "1 of 4 sites done");
    app.stdin.write(ESCAPE);
    await shows(app, "The sites that were done are kept");
    app.stdin.write("r");
    await shows(app, "0 of 4 sites done");
    sent().end();
    await shows(app, "All these sites are scanned");

    expect(slowed()).toBe(1);
    expect(wishes).toEqual([
      { ids: expect.arrayContaining(rows.map(({ id }) => id)), resume: false },
      { ids: wishes[0]?.ids, resume: true },
    ]);
  });

  it("scans the sites that the tag lets through", async () => {
    const { scan, wishes } = scriptedScan();
    const { ports } = fakePorts({ rows, fleetScan: scan });
    const app = open(ports, "sites.yaml");
    await shows(app, "4 of 4");

    app.stdin.write("t");
    await shows(app, "tag lyon");
    app.stdin.write("a");
    await shows(app, "0 of 2 sites done");

    expect(wishes.map(({ ids }) => ids.toSorted())).toEqual([["shop-0001.test", "shop-0003.test"]]);
  });

  it("draws a thousand rows that change at once as one", async () => {
    const many = fleetOf(1000);
    const { scan, rows: sent } = scriptedScan();
    const { ports } = fakePorts({ rows: many, fleetScan: scan });
    const app = open(ports, "sites.yaml");
    await shows(app, "1,000 of 1,000");
    app.stdin.write("a");
    await shows(app, "0 of 1,000 sites done");

    const before = app.frames.length;
    for (const row of many) sent().push({ ...row, total: 50 });
    await shows(app, "1,000 of 1,000 sites done");

    expect(app.frames.length - before).toBeLessThan(10);
  });

  it("says what is wrong with a sites file where it was chosen, and opens another", async () => {
    const faults = ['cassé.sites.yaml:2:37: unknown key "le" (known keys: by, on, reference)'];
    const { ports, deeds } = fakePorts({ rows, faults, language: "fr" });
    const app = open(ports, "cassé.sites.yaml");

    await shows(app, "Ce fichier ne peut pas être repris");
    await shows(app, 'cassé.sites.yaml:2:37: unknown key "le"');
    await shows(app, "paris.sites.yaml");

    expect(deeds).toEqual([["open", "cassé.sites.yaml"]]);
  });
});

describe("the choice of a sites file", () => {
  const { ports } = fakePorts({ rows: fleetOf(1) });
  const home = initialState("");

  it("is reached from home, or by a file's name in the field of the site", () => {
    const chosen = act({ ...home, home: { ...home.home, cursor: 5 } }, "open", ports);
    const typed = act({ ...home, home: { ...home.home, target: "~/clients/sites.yml" } }, "open", ports);
    const address = act({ ...home, home: { ...home.home, target: "https://bakery.test/menu.yaml" } }, "open", ports);

    expect([chosen.state.screen, chosen.effect]).toEqual(["sites", undefined]);
    expect([typed.state.screen, typed.effect]).toEqual(["sites", { kind: "sites-open", path: "~/clients/sites.yml" }]);
    expect([address.state.screen, address.effect]).toEqual(["home", undefined]);
  });

  it("takes a file of the folder or a typed path, and asks for one when there is none", () => {
    const sites: UiState = { ...home, screen: "sites", trail: ["home"] };
    const at = (cursor: number, path = ""): UiState => ({ ...sites, sites: { cursor, path, faults: [] } });

    expect(act(at(2), "open", ports).effect).toEqual({ kind: "sites-open", path: "sites.yaml" });
    expect(act(at(0, " other.yaml "), "open", ports).effect).toEqual({ kind: "sites-open", path: "other.yaml" });
    expect(act(at(0), "open", ports).state.message).toBe("Type the path of a sites file first.");
  });

  it("waits while a fleet is scanned, and so does a single scan", () => {
    const busy: UiState = { ...home, fleet: fleetState(fleetOf(2), { run: running(["shop-0000.test"]) }) };
    const demo = act({ ...busy, home: { ...busy.home, cursor: 4 } }, "open", ports);
    const other = act({ ...busy, screen: "sites", sites: { cursor: 1, path: "", faults: [] } }, "open", ports);

    for (const { state, effect } of [demo, other]) {
      expect(effect).toBeUndefined();
      expect(state.message).toContain("A fleet is being scanned");
    }
  });
});
