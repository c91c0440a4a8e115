import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { resolve } from "node:path";
import type { ScanEvent } from "../../core/events.ts";
import type { Site } from "../../core/sites.ts";
import { ConfigError } from "../../core/strict-yaml.ts";
import type { Language } from "../../core/text.ts";
import { EventQueue } from "../../scan/event-queue.ts";
import { lockDataDirectory } from "../../store/data-directory.ts";
import { FileError } from "../../store/files.ts";
import type { HistoryStore } from "../../store/history.ts";
import type { FleetPort, FleetRow, FleetWish, OpenedSites, RunningFleet } from "../../ui/ports.ts";
import { UsageError } from "../errors.ts";
import { readFleetInputs, type FleetInputs } from "../fleet/fleet-inputs.ts";
import { FleetScan } from "../fleet/fleet-scan.ts";
import { siteReport } from "../fleet/site-report.ts";
import type { Io } from "../io.ts";
import type { NetworkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { fleetRow } from "./fleet-row.ts";

export interface SitesFleetSettings {
  readonly options: Options;
  readonly io: Io;
  readonly network: NetworkSettings;
  readonly language: Language;
  /** Null where nothing is kept: a fleet works from its history. */
  readonly history: { readonly store: HistoryStore; readonly directory: string } | null;
  /** Hears of each site whose report is opened, before it is told. */
  readonly opened: (site: Site, inputs: FleetInputs) => Promise<void>;
}

/** Reads and checks a sites file with all that it refers to; its faults are data, one line each with file, line and column. */
export async function openSitesFile(path: string, settings: SitesFleetSettings): Promise<OpenedSites> {
  const { options, io, history } = settings;
  const file = path.startsWith("~/") ? resolve(homedir(), path.slice(2)) : path;
  try {
    const inputs = await readFleetInputs(options.with({ sites: file }), io);
    if (history === null) throw new UsageError("a fleet works from its history; start again without --no-save");
    return { fleet: sitesFleet(path, inputs, history, settings) };
  } catch (error) {
    if (error instanceof ConfigError) return { faults: error.faults };
    if (error instanceof UsageError || error instanceof FileError) return { faults: [error.message] };
    throw error;
  }
}

function sitesFleet(
  name: string,
  inputs: FleetInputs,
  history: NonNullable<SitesFleetSettings["history"]>,
  settings: SitesFleetSettings,
): FleetPort {
  const { language } = settings;
  const { store } = history;
  const byId = new Map(inputs.sites.map((site) => [site.id, site]));
  const rowOf = (site: Site): Promise<FleetRow> =>
    fleetRow(store, { id: site.id, url: site.target.url, tags: site.tags }, language);
  return {
    name,
    rows: () => Promise.all(inputs.sites.map(rowOf)),
    resumable: async () => (await store.resumable(inputs.digest)) !== null,
    scan: (wish, signal) => scanSites(narrowed(inputs, wish), wish, rowOf, history, settings, signal),
    report: async (id) => {
      const site = byId.get(id);
      const [last] = await store.results(id, 1);
      if (site === undefined || last === undefined) return null;
      await settings.opened(site, inputs);
      const report = await siteReport(store, last, inputs, site, language);
      return "error" in report ? null : report;
    },
  };
}

/** Looks at the sites with the runner of `vigie scan --sites`, and tells each row as it changes. */
function scanSites(
  inputs: FleetInputs,
  wish: FleetWish,
  rowOf: (site: Site) => Promise<FleetRow>,
  { store, directory }: NonNullable<SitesFleetSettings["history"]>,
  { options, io, network }: SitesFleetSettings,
  signal: AbortSignal,
): RunningFleet {
  const leaving = new AbortController();
  const rows = new EventQueue<FleetRow>(() => leaving.abort());
  const remarks: string[] = [];
  const progress = new Map<string, { readonly row: FleetRow; readonly done: number; readonly of: number }>();
  const scan = new FleetScan({
    history: store,
    inputs,
    options,
    network,
    io: {
      ...io,
      // The screen is the terminal's: what a command would say on stderr is told on it.
      stderr: { isTTY: false, columns: undefined, write: (text) => Promise.resolve(remember(remarks, text)) },
      signal: AbortSignal.any([io.signal, signal, leaving.signal]),
    },
    resume: wish.resume,
    listener: {
      event: (site, event) => {
        const entry = progressed(progress.get(site.id), event);
        if (entry === null) return;
        progress.set(site.id, entry);
        rows.push({ ...entry.row, state: "running", progress: { done: entry.done, of: entry.of } });
      },
      settled: async (site) => {
        progress.delete(site.id);
        rows.push(await rowOf(site));
      },
    },
  });
  const perform = async (): Promise<void> => {
    const unlock = await lockDataDirectory(directory, io.now());
    try {
      const unfinished = wish.resume ? await store.resumable(inputs.digest) : null;
      const done = unfinished === null ? new Set<string>() : await store.sitesDone(unfinished.id);
      for (const site of inputs.sites) {
        const row = await rowOf(site);
        if (done.has(site.id)) rows.push(row);
        else progress.set(site.id, { row, done: 0, of: 0 });
      }
      await scan.run();
    } finally {
      unlock();
    }
  };
  perform().then(
    () => rows.end(),
    (error: unknown) => rows.fail(error),
  );
  return { rows, slowDown: () => scan.slowDown(), remarks: () => remarks };
}

/** Probes settled and planned of a site; null where an event changes nothing of it. */
function progressed<Entry extends { readonly done: number; readonly of: number }>(
  entry: Entry | undefined,
  event: ScanEvent,
): Entry | null {
  if (entry === undefined) return null;
  if (event.type === "scan-started") return { ...entry, of: event.sections.length };
  if (event.type === "probe-finished") return { ...entry, done: entry.done + 1 };
  return null;
}

function remember(remarks: string[], text: string): void {
  const line = text.trim();
  if (line !== "") remarks.push(line);
}

/** The inputs of some of the sites; a digest of their own, so that a run over them is resumed as such. */
function narrowed(inputs: FleetInputs, { ids }: FleetWish): FleetInputs {
  const chosen = new Set(ids);
  const sites = inputs.sites.filter(({ id }) => chosen.has(id));
  if (sites.length === inputs.sites.length) return inputs;
  const digest = createHash("sha256")
    .update(JSON.stringify([inputs.digest, sites.map(({ id }) => id)]))
    .digest("hex")
    .slice(0, 32);
  return { ...inputs, sites, digest };
}
