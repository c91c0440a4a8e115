import type { Report } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";
import { PACE_NAMES, SECTION_STATES, SECTION_TEXTS } from "../locale/words.ts";
import { formatInstant } from "./text/layout.ts";

/** What the scan did and under which conditions, as pairs of a name and a sentence; every format tells the same. */
export function conditionRows(report: Report): readonly (readonly [string, string])[] {
  const { lang, conditions, authorised } = report;
  const { dnsQueries, ...cost } = report.cost;
  const list = new Intl.ListFormat(lang, { type: "unit" });
  const seconds = Math.round((Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000);
  const rows: (readonly [string, string])[] = [
    [say(T.method, lang), say(T.methodText, lang, { version: report.tool.version })],
    [say(T.date, lang), formatInstant(report.startedAt, lang)],
    [say(T.duration, lang), say(T.seconds, lang, { seconds })],
    [say(T.cost, lang), say(T.costText, lang, cost)],
    [say(T.pace, lang), say(PACE_NAMES[report.pace], lang)],
    [say(T.authorisation, lang), authorisationSentence(authorised, lang)],
    [say(T.profile, lang), `${report.profile.id} ${report.profile.version} (${report.profile.digest})`],
    [say(T.userAgent, lang), conditions.userAgent],
    [say(T.scope, lang), list.format(conditions.scope)],
  ];
  if (dnsQueries !== undefined) rows.push([say(T.dns, lang), say(T.dnsQueries, lang, { dnsQueries })]);
  if (conditions.extraRoots.length > 0) rows.push([say(T.extraRoots, lang), list.format(conditions.extraRoots)]);
  if (conditions.proxy !== null) rows.push([say(T.proxy, lang), conditions.proxy]);
  const pinned = Object.entries(conditions.resolve).map(([name, address]) => `${name} = ${address}`);
  if (pinned.length > 0) rows.push([say(T.pinned, lang), list.format(pinned)]);
  for (const section of report.sections) {
    if (section.state === "collected") continue;
    rows.push([
      say(SECTION_STATES[section.state], lang),
      `${say(SECTION_TEXTS[section.name], lang)} — ${section.message ?? section.reason ?? ""}`,
    ]);
  }
  return rows;
}

function authorisationSentence(authorised: Report["authorised"], lang: Language): string {
  if (authorised === null) return say(T.notAuthorised, lang);
  const sentence = say(T.authorisedBy, lang, { by: authorised.by, on: authorised.on });
  return authorised.reference === undefined
    ? sentence
    : `${sentence} (${say(T.authorisedReference, lang, { reference: authorised.reference })})`;
}
