import type { ReportFinding } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { HTML_TEXT as H } from "../locale/html-text.ts";
import { OBSERVED_NAMES } from "../locale/observed-names.ts";
import { nameOf, say } from "../locale/say.ts";

/** A pair of a finding's evidence in words. */
export interface ObservedPair {
  readonly name: string;
  readonly value: string;
}

/** The evidence of a finding in the reader's language, without what its subject and pages have said already. */
export function observedPairs(finding: ReportFinding, language: Language): readonly ObservedPair[] {
  const told = new Set<unknown>([finding.subject, ...finding.pages, null, ""]);
  return Object.entries(finding.observed)
    .filter(([, value]) => !told.has(value))
    .map(([name, value]) => ({ name: observedName(name, language), value: observedText(value, language) }));
}

/** A key of the evidence in words; one that no table has, split at its capitals. */
function observedName(key: string, language: Language): string {
  return nameOf(
    OBSERVED_NAMES,
    Object.hasOwn(OBSERVED_NAMES, key) ? key : key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-"),
    language,
  );
}

function observedText(value: ReportFinding["observed"][string], language: Language): string {
  if (typeof value === "boolean") return say(value ? H.yes : H.no, language);
  return Array.isArray(value) ? value.join(", ") : String(value);
}
