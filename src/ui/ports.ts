import type { Evidence } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import type { Profile } from "../core/profile.ts";
import type { Report, ReportWaiver } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import type { Language } from "../core/text.ts";
import type { Format } from "../report/formats.ts";
import type { HistoryPoint } from "../report/history.ts";

/** What the home screen asks for. */
export interface ScanWish {
  /** As typed; null is the demo shop. */
  readonly target: string | null;
  readonly profileId: string;
  /** The name of who gives the word; null where nobody did. */
  readonly authorisedBy: string | null;
}

/** One scan under way. */
export interface RunningScan {
  /** Ends with `scan-finished`, also after an abort. Rejects with a sentence for the user when nothing could be started. */
  readonly events: AsyncIterable<ScanEvent>;
  readonly slowDown: () => void;
}

/** What is known of one site of a fleet. */
export interface FleetRow {
  readonly id: string;
  readonly url: string;
  readonly tags: readonly string[];
  /** `unknown` was never scanned; `failed` could not be seen at all. */
  readonly state: "unknown" | "waiting" | "running" | "done" | "failed";
  /** Probes settled and planned, while it runs. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly grade: string | null;
  readonly provisional: boolean;
  readonly total: number | null;
  /** Change of the total since the last comparable scan. */
  readonly change: number | null;
  readonly worst: { readonly severity: Severity; readonly title: string } | null;
  /** ISO 8601 instants. */
  readonly lastScan: string | null;
  readonly nextExpiry: string | null;
  readonly error: string | null;
}

/** Which sites of a fleet to scan. */
export interface FleetWish {
  readonly ids: readonly string[];
  /** Go on with an interrupted run over the same sites instead of beginning a new one. */
  readonly resume: boolean;
}

/** A fleet scan under way. */
export interface RunningFleet {
  /** Rows as they change. What is done is kept, also after an abort. Rejects with a sentence for the user. */
  readonly rows: AsyncIterable<FleetRow>;
  readonly slowDown: () => void;
  /** What the run had to say besides its rows: notices that were sent, or not. */
  readonly remarks: () => readonly string[];
}

/** Sites to look at together: those of a sites file, or all that the history knows. */
export interface FleetPort {
  /** The sites file as it was named; null for the sites of the history. */
  readonly name: string | null;
  readonly rows: () => Promise<readonly FleetRow[]>;
  /** Null where there is no file that says who authorised what. */
  readonly scan: ((wish: FleetWish, signal: AbortSignal) => RunningFleet) | null;
  /** Whether a run over all the sites was interrupted. */
  readonly resumable: () => Promise<boolean>;
  /** The last report of a site; null where there is none. */
  readonly report: (id: string) => Promise<Report | null>;
}

/** A sites file that was opened, or what is wrong with it: one line a fault, with file, line and column. */
export type OpenedSites = { readonly fleet: FleetPort } | { readonly faults: readonly string[] };

/** A past of one site: the score line, and what came and went with each scan. */
export interface SiteHistory {
  readonly points: readonly HistoryPoint[];
  /** Newest first. */
  readonly changes: readonly {
    readonly at: string;
    /** How many findings the very first scan had; null for a later one. */
    readonly first: number | null;
    readonly appeared: readonly string[];
    readonly fixed: readonly string[];
  }[];
}

export interface WaiverDraft extends ReportWaiver {
  readonly check: string;
  readonly site: string;
  readonly subject: string;
}

/** Everything that the terminal may ask for. It touches neither files nor network by itself. */
export interface UiPorts {
  readonly language: Language;
  /** The tool's version. */
  readonly version: string;
  readonly profiles: readonly Profile[];
  /** The most http requests that a scan sends. */
  readonly budget: number;
  /** Addresses scanned before, newest first. */
  readonly recent: readonly string[];
  readonly now: () => Date;
  readonly startScan: (wish: ScanWish, signal: AbortSignal) => RunningScan;
  /** Judges and keeps a finished scan, and tells it in the language of the terminal. */
  readonly settle: (evidence: Evidence, wish: ScanWish) => Promise<Report>;
  /** Writes the report in a format beside the user's other files; gives the path. */
  readonly exportReport: (report: Report, format: Format) => Promise<string>;
  /** Puts text on the user's clipboard. */
  readonly copy: (text: string) => void;
  /** Adds a draft to the waivers file; gives its path. */
  readonly draftWaiver: (waiver: WaiverDraft) => Promise<string>;
  readonly history: (siteId: string) => Promise<SiteHistory>;
  /** The sites that the history knows; null where nothing is kept. */
  readonly fleet: FleetPort | null;
  /** Sites files in the working directory. */
  readonly sitesFiles: readonly string[];
  /** Reads and checks a sites file. */
  readonly openSites: (path: string) => Promise<OpenedSites>;
}
