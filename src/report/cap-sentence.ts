import type { Report } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import type { Language } from "../core/text.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";
import { SEVERITY_NAMES } from "../locale/words.ts";

/** Why the total is lower than the mean of the areas. */
export function capSentence(cap: Report["score"]["caps"][number], lang: Language): string {
  if (cap.reason === "coverage") return say(T.capCoverage, lang, { total: cap.total });
  if (cap.reason === "no-lift") return say(T.capNoLift, lang, { total: cap.total });
  const severity: Severity = cap.severity ?? "critical";
  return say(T.capFinding, lang, { total: cap.total, severity: say(SEVERITY_NAMES[severity], lang) });
}

/** The caps that make the total what it is; a milder one beside them says nothing to a reader. */
export function bindingCaps(report: Report): Report["score"]["caps"] {
  return report.score.caps.filter(({ total }) => total <= report.score.total);
}
