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
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly grade: string | null;
  readonly total: number | null;
  /** Change of the total since the last comparable scan. */
  readonly change: number | null;
  readonly worst: { readonly severity: Severity; readonly title: string } | null;
  /** ISO 8601 instants. */
  readonly lastScan: string | null;
  readonly nextExpiry: string | null;
  readonly error: string | null;
}

export interface FleetPort {
  readonly rows: () => Promise<readonly FleetRow[]>;
  /** Scans every site; each row is told again as it changes. */
  readonly scan: ((signal: AbortSignal) => AsyncIterable<FleetRow>) | null;
  /** The last report of a site; null where there is none. */
  readonly report: (id: string) => Promise<Report | null>;
}

/** A past of one site: the score line, and what came and went with each scan. */
export interface SiteHistory {
  readonly points: readonly HistoryPoint[];
  /** Newest first. */
  readonly changes: readonly {
    readonly at: string;
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
  /** Null where no sites file was named. */
  readonly fleet: FleetPort | null;
}
