import { formatDate } from "../../core/text.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { SPEECH_TEXT as S } from "../../locale/speech-text.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { AREA_NAMES, SEVERITY_COUNTS, SEVERITY_NAMES } from "../../locale/words.ts";
import { formatNumber, formatPercent } from "../../report/text/layout.ts";
import { nothingSeen } from "../../report/unseen.ts";
import { detailParts, type DetailPart } from "../detail-parts.ts";
import { findingsOf, fixTitles, listRows, selectedFinding } from "../finding-list.ts";
import type { UiState } from "../state.ts";
import { spokenKeys, type SpeechContext } from "./context.ts";

/** What is said when a screen comes up, one sentence a line, from the most important to the keys. */
export function enteredScreen(state: UiState, context: SpeechContext): readonly string[] {
  const keys = spokenKeys(state, context);
  if (state.screen === "help") return [say(U.help, context.language), ...keys];
  return [...bodyOf(state, context), say(S.keys, context.language, { keys: keys.join(", ") })];
}

function bodyOf(state: UiState, context: SpeechContext): readonly string[] {
  const { language } = context;
  switch (state.screen) {
    case "home":
      return [
        `Vigie ${context.ports.version}, ${say(U.tagline, language)}.`,
        say(S.home, language),
        say(U.authorisationOne, language),
        say(U.authorisationTwo, language),
      ];
    case "sites":
      return [say(U.openSites, language), say(U.sitesHint, language)];
    case "scan":
      return [say(U.scanning, language, { host: state.live?.host ?? "" })];
    case "result":
      return resultLines(state);
    case "detail":
      return detailSpeech(state);
    case "export":
      return [say(U.exportTitle, language)];
    case "waiver":
      return [say(U.waiverTitle, language), state.waiver?.finding.title ?? "", say(U.waiverHint, language)];
    case "fleet":
      return fleetLines(state, context);
    case "history":
      return historyLines(state, context);
    case "help":
      return [];
  }
}

function resultLines({ report }: UiState): readonly string[] {
  if (report === null) return [];
  const { lang, score, findings } = report;
  const blind = nothingSeen(report);
  const grade = blind ? say(T.noGrade, lang) : `${say(T.grade, lang)} ${score.grade}`;
  const unseen = new Set(report.checks.filter(({ status }) => status === "not-assessed").map(({ area }) => area));
  const fixes = fixTitles(report);
  return [
    say(S.result, lang, { host: report.target.host }),
    `${[
      score.provisional && !blind ? `${grade}, ${say(T.provisional, lang)}` : grade,
      ...(blind ? [] : [say(T.scoreOf, lang, { total: score.total })]),
      `${say(T.coverage, lang).toLocaleLowerCase(lang)} ${formatPercent(score.coverage, lang)}`,
    ].join(", ")}.`,
    ...score.areas.map(({ id, score: value }) =>
      value === null
        ? say(S.areaWithout, lang, {
            area: say(AREA_NAMES[id], lang),
            reason: say(unseen.has(id) ? T.notSeen : T.nothingApplies, lang),
          })
        : say(S.area, lang, { area: say(AREA_NAMES[id], lang), score: formatNumber(value, lang) }),
    ),
    ...(fixes.length === 0 ? [] : [say(S.fixes, lang, { title: say(U.fixFirst, lang), fixes: fixes.join(", ") })]),
    findings.length === 0
      ? say(S.noFindings, lang)
      : say(S.findings, lang, {
          count: findings.length,
          parts: SEVERITIES.toReversed()
            .flatMap((severity) => {
              const count = findings.filter((finding) => finding.severity === severity).length;
              return count === 0 ? [] : [say(SEVERITY_COUNTS[severity], lang, { count })];
            })
            .join(", "),
        }),
  ];
}

/** The whole of a finding: it stands in the reader's own history, where its commands go back and forth. */
export function detailSpeech(state: UiState): readonly string[] {
  const { report, list } = state;
  const finding = selectedFinding(state);
  if (finding === null || report === null) return [];
  const count = findingsOf(listRows(report, list)).length;
  const severity = say(SEVERITY_NAMES[finding.severity], report.lang);
  return [
    say(S.finding, report.lang, { index: list.cursor + 1, count, severity, title: finding.title }),
    ...detailParts(finding, report).flatMap((part) => partSpeech(part, report.lang)),
  ];
}

function partSpeech(part: DetailPart, language: SpeechContext["language"]): readonly string[] {
  if (part.kind === "gap") return [];
  if (part.kind === "pair") return [say(U.labelled, language, { label: part.name, value: part.value })];
  if (part.kind === "head") return [`${part.text}.`];
  return [part.kind === "note" ? part.text.replaceAll(" · ", ", ") : part.text];
}

function fleetLines({ fleet }: UiState, { language }: SpeechContext): readonly string[] {
  if (fleet.rows.length === 0) return [say(U.fleetEmpty, language)];
  return [say(S.fleet, language, { name: fleet.name ?? say(U.knownSites, language), count: fleet.rows.length })];
}

function historyLines({ history, report }: UiState, { language }: SpeechContext): readonly string[] {
  if (history === null) return [];
  if (history.points.length === 0) return [say(U.noHistory, language)];
  return [
    `${say(U.history, language)}, ${report?.target.host ?? ""}.`,
    ...history.points.map(({ at, grade, total }) =>
      say(S.point, language, { date: formatDate(at, language), grade, total }),
    ),
    ...history.changes.flatMap(({ at, first, appeared, fixed }) => [
      `${formatDate(at, language)}.`,
      ...(first === null ? [] : [`${say(U.firstScan, language, { count: first })}.`]),
      ...appeared.map((title) => `${say(U.appeared, language)}, ${title}.`),
      ...fixed.map((title) => `${say(U.fixed, language)}, ${title}.`),
    ]),
  ];
}
