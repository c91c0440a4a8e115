import type { Remedy } from "../core/remedy.ts";
import type { ReportFinding } from "../core/report.ts";

/** Remedies whose title only says where the work is; their first step says what it is. */
const TITLED_BY_PLACE: ReadonlySet<Remedy["action"]> = new Set(["edit-form", "edit-page", "ask-host", "review"]);

/** What to do first about a finding, in one sentence; null where no remedy is known. */
export function actOf({ remedy, fixes }: Pick<ReportFinding, "remedy" | "fixes">): string | null {
  const [fix] = fixes;
  if (fix === undefined) return null;
  const action = remedy[0]?.action;
  const step = action !== undefined && TITLED_BY_PLACE.has(action) ? fix.steps[0] : undefined;
  return step === undefined ? fix.title : firstSentence(step);
}

/** Up to the first full stop before a space: addresses and file names keep theirs. */
function firstSentence(text: string): string {
  const end = text.indexOf(". ");
  return (end < 0 ? text : text.slice(0, end)).replace(/\.$/, "");
}
