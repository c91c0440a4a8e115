import type { CheckResult } from "./assessment.ts";
import type { Cost, Evidence, SectionName, Sections, Target } from "./evidence/evidence.ts";

/**
 * The progress of one scan, for front ends. Events are only progress: the evidence is the record. They are plain data, one
 * JSON object a line in the `jsonl` format.
 */
export type ScanEvent =
  | {
      readonly type: "scan-started";
      readonly target: Target;
      readonly at: string;
      readonly sections: readonly SectionName[];
    }
  | {
      readonly type: "probe-started";
      readonly section: SectionName;
      readonly at: string;
      readonly budget: number | null;
    }
  | {
      readonly type: "probe-progress";
      readonly section: SectionName;
      /** Requests or connections made so far in this probe. */
      readonly done: number;
      /** How many are planned; null where it is not known beforehand. */
      readonly planned: number | null;
      readonly note?: string;
    }
  | {
      readonly type: "probe-finished";
      readonly section: SectionName;
      readonly at: string;
      readonly state: Sections[SectionName]["state"];
      readonly reason?: string;
      readonly cost: Cost;
    }
  | { readonly type: "check-finished"; readonly result: CheckResult }
  | { readonly type: "scan-finished"; readonly at: string; readonly evidence: Evidence };

/** What a probe says while it works. */
export type ProgressReporter = (done: number, planned: number | null, note?: string) => void;
