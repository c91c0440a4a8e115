import { sampleCatalogue } from "../report/support/sample-checks.ts";
import { sampleProfile, sampleReport, seenEvidence } from "../report/support/sample-report.ts";
import { runChecks } from "../../src/core/assessment.ts";
import type { ScanEvent } from "../../src/core/events.ts";
import type { Language } from "../../src/core/text.ts";
import type { FleetPort, FleetRow, UiPorts } from "../../src/ui/ports.ts";

/** What the ports were asked to do, in order. */
export type Deed = readonly [what: string, detail: string];

/** The events of a scan of the sample shop. */
export function sampleEvents(): readonly ScanEvent[] {
  const cost = seenEvidence.cost;
  return [
    {
      type: "scan-started",
      target: seenEvidence.target,
      at: seenEvidence.startedAt,
      sections: ["tls", "pages", "hosts"],
    },
    { type: "probe-started", section: "tls", at: seenEvidence.startedAt, budget: 30 },
    { type: "probe-progress", section: "tls", done: 12, planned: 30, note: "bakery.test" },
    { type: "probe-finished", section: "tls", at: seenEvidence.startedAt, state: "collected", cost },
    {
      type: "probe-finished",
      section: "hosts",
      at: seenEvidence.startedAt,
      state: "skipped",
      reason: "needs-authorisation",
      cost,
    },
    ...runChecks(sampleCatalogue, sampleProfile, seenEvidence).map(
      (result) => ({ type: "check-finished", result }) as const,
    ),
    { type: "scan-finished", at: seenEvidence.finishedAt, evidence: seenEvidence },
  ];
}

/** Ports that do nothing but remember; a scan waits for its signal before it ends when `hold` is set. */
export function fakePorts(
  options: {
    language?: Language;
    hold?: boolean;
    rows?: readonly FleetRow[];
    /** What opening a sites file finds wrong with it. */
    faults?: readonly string[];
    fleetScan?: NonNullable<FleetPort["scan"]>;
    resumable?: boolean;
  } = {},
): {
  readonly ports: UiPorts;
  readonly deeds: Deed[];
} {
  const deeds: Deed[] = [];
  const language = options.language ?? "en";
  const note = (what: string, detail: string): void => void deeds.push([what, detail]);
  const fleetPort = (name: string | null, scan: FleetPort["scan"]): FleetPort => ({
    name,
    rows: () => Promise.resolve(options.rows ?? []),
    scan,
    resumable: () => Promise.resolve(options.resumable ?? false),
    report: () => Promise.resolve(sampleReport(language)),
  });
  const ports: UiPorts = {
    language,
    version: "0.1.0",
    profiles: [sampleProfile, { ...sampleProfile, id: "strict" }],
    budget: 600,
    recent: ["https://florist.test/"],
    now: () => new Date("2026-11-23T20:16:00.000Z"),
    startScan: (wish, signal) => {
      note("scan", `${wish.target ?? "demo"} ${wish.profileId} ${wish.authorisedBy ?? "-"}`);
      if (wish.target === "nowhere") throw new Error("nowhere is not an address");
      async function* events(): AsyncGenerator<ScanEvent> {
        const all = sampleEvents();
        yield* all.slice(0, -1);
        if (options.hold === true && !signal.aborted) {
          await new Promise((resolve) => {
            signal.addEventListener("abort", resolve, { once: true });
          });
        }
        yield* all.slice(-1);
      }
      return { events: events(), slowDown: () => note("slow", "") };
    },
    settle: (_evidence, wish) => {
      note("settle", wish.profileId);
      return Promise.resolve(sampleReport(language));
    },
    exportReport: (_report, format) => {
      note("export", format);
      return Promise.resolve(`/tmp/vigie.${format}`);
    },
    copy: (text) => note("copy", text),
    draftWaiver: ({ check, reason, expires }) => {
      note("waiver", `${check} ${reason} ${expires}`);
      return Promise.resolve("/tmp/waivers.yaml");
    },
    history: () => Promise.resolve({ points: [], changes: [] }),
    fleet: fleetPort(null, null),
    sitesFiles: ["paris.sites.yaml", "sites.yaml"],
    openSites: (path) => {
      note("open", path);
      return Promise.resolve(
        options.faults === undefined
          ? { fleet: fleetPort(path, options.fleetScan ?? null) }
          : { faults: options.faults },
      );
    },
  };
  return { ports, deeds };
}

/** A fleet of so many sites. */
export function fleetOf(count: number): readonly FleetRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `shop-${String(index).padStart(4, "0")}.test`,
    url: `https://shop-${String(index)}.test/`,
    tags: [index % 2 === 0 ? "paris" : "lyon"],
    state: "done" as const,
    progress: null,
    grade: "C",
    provisional: false,
    total: index % 101,
    change: (index % 7) - 3,
    worst: { severity: index % 3 === 0 ? ("critical" as const) : ("low" as const), title: "Exposed secrets" },
    lastScan: "2026-11-23T03:00:00.000Z",
    nextExpiry: "2026-12-30T00:00:00.000Z",
    error: null,
  }));
}
