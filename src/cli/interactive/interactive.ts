import { join, resolve } from "node:path";
import { catalogue } from "../../../checks/index.ts";
import type { Evidence, SectionName } from "../../core/evidence/evidence.ts";
import type { ScanEvent } from "../../core/events.ts";
import type { Profile } from "../../core/profile.ts";
import type { Report } from "../../core/report.ts";
import type { Site } from "../../core/sites.ts";
import { parseTarget } from "../../core/target.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import type { Brand } from "../../report/brand.ts";
import { FILE_EXTENSIONS, renderDocument, type Format } from "../../report/formats.ts";
import { dataDirectory } from "../../store/data-directory.ts";
import { writeFileAtomically } from "../../store/files.ts";
import type { HistoryStore } from "../../store/history.ts";
import { loadProfile, shippedProfiles } from "../../store/profiles.ts";
import type { RunningScan, ScanWish, UiPorts } from "../../ui/ports.ts";
import { readBrand } from "../brand-file.ts";
import { demoRequest } from "../commands/demo.ts";
import type { FleetInputs } from "../fleet/fleet-inputs.ts";
import { historyPoints } from "../history-points.ts";
import type { Io } from "../io.ts";
import { judgeSite, reportOf } from "../judge-site.ts";
import { keepSingle, openKeeping } from "../keeping.ts";
import { languageFor } from "../language.ts";
import { speaksUtf8 } from "../locale.ts";
import { networkSettings, type NetworkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { performScan } from "../perform-scan.ts";
import { planFor, readHosts, readSections } from "../scan-inputs.ts";
import { toolVersion } from "../version.ts";
import { readWaivers } from "../waivers-file.ts";
import { historyPorts, recentSites } from "./history-ports.ts";
import { openSitesFile } from "./sites-fleet.ts";
import { sitesFilesIn } from "./sites-files.ts";
import { addWaiverDraft } from "./waiver-draft.ts";

/** `vigie` at a terminal: the interactive scan. Ink is loaded here and nowhere else. */
export async function interactive(options: Options, io: Io): Promise<number> {
  const { clipboardSequence, runUi } = await import("../../ui/run-ui.tsx");
  const history = await openKeeping(options, io);
  const network = await networkSettings(options, io);
  const session: Session = {
    options,
    io,
    history,
    network,
    profiles: readProfiles(options, io),
    scanned: new Map(),
    waivers: new Map(),
    sections: readSections(options),
    brand: await readBrand(options.text("brand")),
  };
  try {
    const language = languageFor(options, "text", io);
    const directory = dataDirectory(options.text("data"), io.env, io.cwd);
    const ports: UiPorts = {
      language,
      version: toolVersion(),
      profiles: session.profiles,
      budget: network.budget,
      recent: history === null ? [] : await recentSites(history),
      now: io.now,
      startScan: (wish, signal) => startScan(wish, AbortSignal.any([signal, io.signal]), session),
      settle: (evidence, wish) => settle(evidence, wish, session, language),
      exportReport: (report, format) => exportReport(report, format, session),
      copy: (text) => void process.stdout.write(clipboardSequence(text)),
      draftWaiver: (waiver) =>
        addWaiverDraft(
          session.waivers.get(waiver.site) ?? resolve(io.cwd, options.text("waivers") ?? "waivers.yaml"),
          waiver,
        ),
      sitesFiles: await sitesFilesIn(io.cwd),
      openSites: (path) =>
        openSitesFile(path, {
          options,
          io,
          network,
          language,
          history: history === null ? null : { store: history, directory },
          opened: (site, inputs) => noteOpened(site, inputs, session),
        }),
      ...historyPorts(history, language, (evidence, profileId) => {
        session.scanned.set(evidence.target.id, evidence);
        return reportOf(judgeSite(evidence, profileOf(session, profileId), [], null), language);
      }),
    };
    return await runUi({
      ports,
      noColour: (io.env["NO_COLOR"] ?? "") !== "",
      unicode: speaksUtf8(io.env),
      start: {
        target: options.positionals[0] ?? "",
        authorisedBy: options.text("authorised")?.trim() ?? "",
        sites: options.text("sites") ?? null,
      },
      // The variable is the one that Ink's own programs read.
      screenReader: options.flag("screen-reader") || io.env["INK_SCREEN_READER"] === "true",
      stdin: process.stdin,
      stdout: process.stdout,
      signal: io.signal,
    });
  } finally {
    await history?.close();
  }
}

interface Session {
  readonly options: Options;
  readonly io: Io;
  readonly history: HistoryStore | null;
  readonly network: NetworkSettings;
  /** The chosen one first. */
  readonly profiles: readonly Profile[];
  /** Evidence of this session by target id, for exports. */
  readonly scanned: Map<string, Evidence>;
  /** The probes that `--only` chose; undefined for all. */
  readonly sections: readonly SectionName[] | undefined;
  readonly brand: Brand | null;
  /** The waivers files that a sites file names, by site id. */
  readonly waivers: Map<string, string>;
}

/** Remembers of a site of a fleet what an export and a waiver of it need. */
async function noteOpened(site: Site, inputs: FleetInputs, session: Session): Promise<void> {
  const [last] = (await session.history?.results(site.id, 1)) ?? [];
  const evidence = last === undefined ? null : await session.history?.evidence(last.runId, site.id);
  if (evidence !== null && evidence !== undefined) session.scanned.set(site.id, evidence);
  if (site.waivers !== null && session.options.text("waivers") === undefined) {
    session.waivers.set(site.id, resolve(inputs.folder, site.waivers));
  }
}

function readProfiles(options: Options, io: Io): readonly Profile[] {
  const chosen = options.text("profile") ?? "merchant";
  const others = shippedProfiles().filter((id) => id !== chosen);
  return [chosen, ...others].map((reference) => loadProfile(reference, catalogue, io.cwd));
}

function profileOf(session: Session, id: string): Profile {
  const profile = session.profiles.find((candidate) => candidate.id === id) ?? session.profiles[0];
  if (profile === undefined) throw new Error("no profile is shipped");
  return profile;
}

function startScan(wish: ScanWish, signal: AbortSignal, session: Session): RunningScan {
  if (wish.target === null) return startDemo(wish, signal, session);
  const target = parseTarget(wish.target);
  const { io, network, options } = session;
  const schedulers = createSchedulerPool(network);
  async function* events(): AsyncGenerator<ScanEvent> {
    yield* performScan({
      target,
      hosts: readHosts(options),
      authorised:
        wish.authorisedBy === null
          ? null
          : { by: wish.authorisedBy.slice(0, 200), on: io.now().toISOString().slice(0, 10) },
      network,
      schedulers,
      plan: await planFor(options, network, io.now),
      ...(session.sections === undefined ? {} : { sections: session.sections }),
      profile: profileOf(session, wish.profileId),
      signal,
      now: io.now,
    });
  }
  return { events: events(), slowDown: () => schedulers.slowDown() };
}

/** The embedded shop; it is opened for the scan and closed after it. */
function startDemo(wish: ScanWish, signal: AbortSignal, session: Session): RunningScan {
  const { io, options } = session;
  // The shop is our own process: nobody is disturbed by a quick look, unless another pace was asked for.
  const network = options.text("pace") === undefined ? { ...session.network, pace: "fast" as const } : session.network;
  let slowDown = (): void => undefined;
  async function* events(): AsyncGenerator<ScanEvent> {
    const { openDemoShop } = await import("../../demo/shop.ts");
    const shop = await openDemoShop("hurried", io.now());
    try {
      const request = demoRequest(shop, network, io.now);
      slowDown = () => request.schedulers.slowDown();
      yield* performScan({ ...request, profile: profileOf(session, wish.profileId), signal, now: io.now });
    } finally {
      await shop.close();
    }
  }
  return { events: events(), slowDown: () => slowDown() };
}

/** Judges a scan against the history and the waivers, and keeps it; the demo shop is nobody's history. */
async function settle(
  evidence: Evidence,
  wish: ScanWish,
  session: Session,
  language: UiPorts["language"],
): Promise<Report> {
  const { history, options } = session;
  const demo = wish.target === null;
  const past = history === null || demo ? null : await history.past(evidence.target.id);
  const waivers = await readWaivers(options.text("waivers"));
  const judged = judgeSite(evidence, profileOf(session, wish.profileId), waivers, past);
  if (history !== null && !demo) await keepSingle(history, judged);
  session.scanned.set(evidence.target.id, evidence);
  return reportOf(judged, language);
}

/** Writes `vigie-HOST-DAY.EXT` into the working directory. */
async function exportReport(report: Report, format: Format, session: Session): Promise<string> {
  const host = report.target.id.replaceAll(/[^a-zA-Z0-9.-]/g, "_").slice(0, 100);
  const path = join(session.io.cwd, `vigie-${host}-${report.finishedAt.slice(0, 10)}.${FILE_EXTENSIONS[format]}`);
  const evidence = session.scanned.get(report.target.id);
  const text = await renderDocument(format, report, {
    evidence: new Map(evidence === undefined ? [] : [[report.target.id, evidence]]),
    history: new Map([[report.target.id, await historyPoints(session.history, report.target.id)]]),
    brand: session.brand,
  });
  await writeFileAtomically(path, text);
  return path;
}
