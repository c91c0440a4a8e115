import type { Report, ReportFinding } from "../core/report.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";
import { shiftText } from "../locale/shifts.ts";
import { CONFIDENCE_NAMES, STATE_NAMES } from "../locale/words.ts";
import { observedPairs } from "../report/observed.ts";
import { referenceLabels } from "../report/references.ts";

/** A piece of the detail of a finding, to be drawn or to be spoken. */
export type DetailPart =
  | { readonly kind: "head" | "code" | "caution"; readonly text: string }
  | { readonly kind: "text" | "strong" | "place" | "note" | "waiver"; readonly text: string }
  | { readonly kind: "pair"; readonly name: string; readonly value: string }
  | { readonly kind: "gap" };

/** What was seen, why it matters, the lines to paste, the references: everything about a finding but its name. */
export function detailParts(finding: ReportFinding, report: Report): readonly DetailPart[] {
  const { lang } = report;
  const part = (kind: Exclude<DetailPart["kind"], "pair" | "gap">, text: string): DetailPart => ({ kind, text });
  const pair = (name: string, value: string): DetailPart => ({ kind: "pair", name, value });
  return [
    part("text", finding.message),
    ...(finding.waiver === undefined
      ? []
      : [part("waiver", say(T.waived, lang, { reason: finding.waiver.reason, expires: finding.waiver.expires }))]),
    part("head", say(T.why, lang)),
    part("text", finding.why),
    ...(finding.shiftReason === undefined ? [] : [part("note", shiftText(finding.shiftReason, lang))]),
    part("head", say(T.fix, lang)),
    ...finding.fixes.flatMap((fix, index): readonly DetailPart[] => [
      ...(index === 0 ? [] : [{ kind: "gap" } as const]),
      part("strong", fix.title),
      ...fix.steps.map((step) => part("text", step)),
      ...fix.snippets.flatMap(({ place, lines }) => [part("place", place), ...lines.map((row) => part("code", row))]),
      ...(fix.caution === null ? [] : [part("caution", fix.caution)]),
    ]),
    part("head", say(T.seen, lang)),
    pair(say(T.subject, lang), finding.subject),
    ...(finding.pages.length === 0 ? [] : [pair(say(T.page, lang), finding.pages.join(", "))]),
    ...observedPairs(finding, lang).map(({ name, value }) => pair(name, value)),
    ...(finding.state === "unknown" ? [] : [pair(say(T.state, lang), say(STATE_NAMES[finding.state], lang))]),
    ...(finding.confidence === "high" ? [] : [part("note", say(CONFIDENCE_NAMES[finding.confidence], lang))]),
    part("head", say(T.relevant, lang)),
    part("note", [finding.check, ...referenceLabels(finding.references, lang).map(({ label }) => label)].join(" · ")),
  ];
}
