import type { Remedy } from "../core/remedy.ts";
import type { ReportFinding } from "../core/report.ts";

/** Remedies whose title only says where the work is; their first step says what it is. */
const TITLED_BY_PLACE: ReadonlySet<Remedy["action"]> = new Set(["edit-form", "edit-page", "ask-host", "review"]);

type Told = Pick<ReportFinding, "remedy" | "fixes">;

/** What to do about a finding, a sentence for each remedy, in order. */
export function actsOf({ remedy, fixes }: Told): readonly string[] {
  return fixes.map((fix, index) => {
    const action = remedy[index]?.action;
    const step = action !== undefined && TITLED_BY_PLACE.has(action) ? fix.steps[0] : undefined;
    return step === undefined ? fix.title : firstSentence(step);
  });
}

/** What to do first about a finding; null where no remedy is known. */
export function actOf(finding: Told): string | null {
  return actsOf(finding)[0] ?? null;
}

/** Up to the first full stop before a space: addresses and file names keep theirs. */
function firstSentence(text: string): string {
  const end = text.indexOf(". ");
  return (end < 0 ? text : text.slice(0, end)).replace(/\.$/, "");
}
