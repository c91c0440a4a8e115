import type { Report, ReportFinding } from "../../core/report.ts";
import { REPORT_TEXT } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { shiftText } from "../../locale/shifts.ts";
import { AREA_NAMES, CONFIDENCE_NAMES, SEVERITY_COUNTS, SEVERITY_NAMES, STATE_NAMES } from "../../locale/words.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { actOf } from "../act-of.ts";
import { bindingCaps, capSentence } from "../cap-sentence.ts";
import { conditionRows } from "../conditions.ts";
import { sslLabsLines } from "../ssl-labs-lines.ts";
import { tableSentences } from "../dated-tables.ts";
import { compactReferences } from "../references.ts";
import { nothingSeen, unseenReason } from "../unseen.ts";
import {
  bar,
  cutTo,
  displayWidth,
  formatInstant,
  formatNumber,
  formatPercent,
  hanging,
  padEnd,
  padStart,
  wrap,
} from "./layout.ts";
import { paintOf, type Paint, type PaintOptions } from "./paint.ts";

const T = REPORT_TEXT;

const COLON = { en: ":", fr: "\u00A0:" } as const;

/** The report for a person at a terminal: 80 columns, grade first, then what to do, then everything else. */
export function renderTextReport(report: Report, options: PaintOptions): string {
  const paint = paintOf(options);
  const blocks = [
    titleBlock(report, paint),
    incidentBlock(report, paint),
    areaBlock(report, paint),
    nextBlock(report, paint),
    lostBlock(report, paint),
    findingsBlock(report, paint),
    fixedBlock(report, paint),
    inOrderBlock(report, paint),
    notAssessedBlock(report, paint),
    conditionsBlock(report, paint),
    limitsBlock(report, paint),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading(text: string, paint: Paint): string {
  return wrap(text.toLocaleUpperCase("fr"), paint.columns)
    .map((line) => paint.style("bold", line))
    .join("\n");
}

function titleBlock(report: Report, paint: Paint): readonly string[] {
  const { lang, score } = report;
  const title = `Vigie · ${report.target.host}`;
  const date = formatInstant(report.finishedAt, lang);
  const gap = paint.columns - displayWidth(title) - displayWidth(date);
  const grade = `${say(T.grade, lang)} ${score.grade}${score.provisional ? ` (${say(T.provisional, lang)})` : ""}`;
  const total = say(T.scoreOf, lang, { total: score.total });
  const platform = report.platform === null ? "" : ` · ${say(T.platform, lang)} ${report.platform.name}`;
  const profile = `${say(T.profile, lang)} ${report.profile.id} ${report.profile.version}${platform}`;
  const lines =
    gap >= 2
      ? [`${paint.style("bold", title)}${" ".repeat(gap)}${date}`]
      : [...wrap(title, paint.columns), ...wrap(date, paint.columns)];
  lines.push(...wrap(report.target.url, paint.columns), "");
  if (nothingSeen(report)) {
    lines.push(...hanging("  ", say(T.noGrade, lang), paint.columns).map((line) => paint.style("bold", line)));
    lines.push(...hanging("  ", unseenReason(report), paint.columns), ...hanging("  ", profile, paint.columns));
    return lines;
  }
  for (const line of hanging("  ", `${grade} — ${total}`, paint.columns)) {
    lines.push(gradeStyle(score.grade, paint, line));
  }
  if (score.next === null) lines.push(...hanging("  ", say(T.best, lang), paint.columns));
  if (score.range.low < score.range.high) {
    lines.push(...hanging("  ", say(T.range, lang, { low: score.range.low, high: score.range.high }), paint.columns));
  }
  lines.push(
    ...hanging("  ", say(T.coverageOf, lang, { coverage: formatPercent(score.coverage, lang) }), paint.columns),
  );
  lines.push(...hanging("  ", profile, paint.columns));
  for (const line of sslLabsLines(report)) lines.push(...hanging("  ", line, paint.columns));
  lines.push(...hanging("  ", severityCounts(report, paint), paint.columns));
  if (report.summary.waived > 0) {
    lines.push(...hanging("  ", say(T.waivedCount, lang, { count: report.summary.waived }), paint.columns));
  }
  if (report.conditions.interrupted) lines.push(...hanging("  ! ", say(T.interrupted, lang), paint.columns));
  return lines;
}

function incidentBlock({ incident }: Report, paint: Paint): readonly string[] {
  if (incident === undefined) return [];
  return [
    heading(incident.title, paint),
    ...wrap(incident.lead, paint.columns).map((line) => paint.style(["bold", "red"], line)),
    ...incident.leaks.flatMap((leak) => hanging("  ! ", leak.message, paint.columns)),
    ...incident.steps.flatMap(({ title, text }, index) =>
      hanging(`  ${index + 1}. `, `${title}. ${text}`, paint.columns),
    ),
    ...incident.doors.flatMap(({ name, text, url }) => [
      ...hanging(paint.unicode ? "  → " : "  > ", `${name} — ${text}`, paint.columns),
      ...hanging("    ", url, paint.columns),
    ]),
  ];
}

function gradeStyle(grade: string, paint: Paint, text: string): string {
  const first = grade.charAt(0);
  return paint.style(["bold", first === "A" || first === "B" ? "green" : first === "C" ? "yellow" : "red"], text);
}

function severityCounts(report: Report, paint: Paint): string {
  const { lang } = report;
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const count = report.summary.findings[severity];
    return count === 0 ? [] : [`${paint.severitySymbol(severity)} ${say(SEVERITY_COUNTS[severity], lang, { count })}`];
  });
  return counts.length === 0 ? say(T.noFindings, lang) : counts.join("  ");
}

function areaBlock(report: Report, paint: Paint): readonly string[] {
  const { lang } = report;
  const nameWidth = Math.min(
    paint.columns - 20,
    Math.max(...report.score.areas.map(({ id }) => displayWidth(say(AREA_NAMES[id], lang))), 0),
  );
  const barWidth = Math.max(0, Math.min(20, paint.columns - nameWidth - 24));
  const lines = report.score.areas.map(({ id, score, coverage }) => {
    const name = padEnd(cutTo(say(AREA_NAMES[id], lang), nameWidth), nameWidth);
    if (score === null) {
      const unseen = report.checks.some((check) => check.area === id && check.status === "not-assessed");
      return `  ${name}  ${paint.style("gray", say(unseen ? T.notSeen : T.nothingApplies, lang))}`;
    }
    const colour = score >= 80 ? "green" : score >= 50 ? "yellow" : "red";
    const shown = barWidth === 0 ? "" : `${paint.style(colour, bar(score / 100, barWidth, paint.unicode))}  `;
    const seen = coverage < 1 ? `  (${formatPercent(coverage, lang)})` : "";
    return `  ${name}  ${shown}${padStart(formatNumber(score, lang), 5)}${seen}`;
  });
  return lines.length === 0 ? [] : [heading(say(T.areas, lang), paint), ...lines];
}

/** A way to the next grade with more fixes than these is a list of the findings, which follow anyway. */
const NAMED_FIXES = 6;

function nextBlock(report: Report, paint: Paint): readonly string[] {
  const { lang, score } = report;
  if (score.next === null || nothingSeen(report)) return [];
  const lines = [heading(say(T.next, lang, { grade: score.next.grade }), paint)];
  if (score.next.fixes.length === 0 || !score.next.reachable) {
    return [...lines, ...hanging("  ", say(T.nextOnlyCoverage, lang, { grade: score.next.grade }), paint.columns)];
  }
  score.next.fixes.slice(0, NAMED_FIXES).forEach((check, index) => {
    lines.push(...hanging(`  ${index + 1}. `, fixLine(report, check), paint.columns));
  });
  const more = score.next.fixes.length - NAMED_FIXES;
  if (more > 0) lines.push(`     ${say(T.more, lang, { count: more })}`);
  const reached = say(T.nextReached, lang, { count: score.next.fixes.length, total: score.next.total });
  return [...lines, ...hanging("  ", reached, paint.columns)];
}

/** What to do about a check: the first remedy of its worst finding, else its title. */
function fixLine(report: Report, check: string): string {
  const finding = report.findings.find((candidate) => candidate.check === check);
  const title = report.checks.find((candidate) => candidate.check === check)?.title ?? check;
  const fix = finding === undefined ? null : actOf(finding);
  return fix === null ? `${title} (${check})` : `${fix} (${check})`;
}

function lostBlock(report: Report, paint: Paint): readonly string[] {
  const { lang, score } = report;
  if (score.lost.length === 0 && score.caps.length === 0) return [];
  const lines = [heading(say(T.lost, lang), paint)];
  for (const lost of score.lost.slice(0, 8)) {
    const title = report.checks.find(({ check }) => check === lost.check)?.title ?? lost.check;
    const mark = paint.severity(lost.severity, paint.severitySymbol(lost.severity));
    lines.push(
      `  ${padStart(`−${formatNumber(lost.points, lang)}`, 6)}  ${mark} ${cutTo(`${title} (${lost.check})`, paint.columns - 12)}`,
    );
  }
  if (score.lost.length > 8) lines.push(`          ${say(T.more, lang, { count: score.lost.length - 8 })}`);
  for (const cap of bindingCaps(report)) lines.push(...hanging("  ", capSentence(cap, lang), paint.columns));
  return lines;
}

function findingsBlock(report: Report, paint: Paint): readonly string[] {
  const { lang, findings } = report;
  const title = heading(`${say(T.findings, lang)} (${formatNumber(findings.length, lang)})`, paint);
  if (findings.length === 0) return [title, `  ${say(T.noFindings, lang)}`];
  return [
    title,
    ...findings.flatMap((finding, index) => [...(index === 0 ? [] : [""]), ...findingLines(finding, report, paint)]),
  ];
}

function findingLines(finding: ReportFinding, report: Report, paint: Paint): readonly string[] {
  const { lang } = report;
  const word = say(SEVERITY_NAMES[finding.severity], lang).toLocaleUpperCase("fr");
  const mark = paint.severity(finding.severity, `${paint.severitySymbol(finding.severity)} ${word}`);
  const state = finding.state === "unknown" ? "" : ` · ${say(STATE_NAMES[finding.state], lang)}`;
  const lines = [`${mark}  ${paint.style("bold", cutTo(finding.title, paint.columns - word.length - 4))}`];
  const body = (headText: string, text: string): void => {
    lines.push(...hanging(`  ${headText}`, text, paint.columns));
  };
  body("", finding.message);
  if (finding.waiver !== undefined)
    body("", say(T.waived, lang, { reason: finding.waiver.reason, expires: finding.waiver.expires }));
  if (finding.page !== undefined && !finding.message.includes(finding.page)) {
    const others = finding.pages.length - 1;
    body(
      `${say(T.page, lang)} `,
      others > 0 ? say(T.onPages, lang, { page: finding.page, count: others }) : finding.page,
    );
  }
  body("", finding.why);
  if (finding.shiftReason !== undefined) body("", shiftText(finding.shiftReason, lang));
  const arrow = paint.unicode ? "→" : ">";
  for (const fix of finding.fixes) {
    body(`${arrow} `, fix.title);
    for (const step of fix.steps) body("  ", step);
    for (const snippet of fix.snippets) {
      body("  ", `${snippet.place}${snippet.lines.length === 0 ? "" : COLON[lang]}`);
      lines.push(...snippet.lines.map((line) => paint.style("cyan", `      ${line}`)));
    }
    if (fix.caution !== null) body("  ! ", fix.caution);
  }
  const references = compactReferences(finding.references, lang);
  const confidence = finding.confidence === "high" ? "" : ` · ${say(CONFIDENCE_NAMES[finding.confidence], lang)}`;
  for (const line of hanging(
    "  ",
    `${finding.check}${state}${confidence}${references.map((text) => ` · ${text}`).join("")}`,
    paint.columns,
  )) {
    lines.push(paint.style("gray", line));
  }
  return lines;
}

function fixedBlock(report: Report, paint: Paint): readonly string[] {
  if (report.fixed.length === 0) return [];
  const mark = paint.style("green", paint.statusSymbol("pass"));
  return [
    heading(say(T.fixed, report.lang), paint),
    ...report.fixed.flatMap(({ title, subject }) => hanging(`  ${mark} `, `${title} — ${subject}`, paint.columns)),
  ];
}

function inOrderBlock(report: Report, paint: Paint): readonly string[] {
  const good = report.checks.filter(({ status }) => status === "pass");
  if (good.length === 0) return [];
  const lines = good.flatMap(({ check }) => {
    const verdict = report.verdicts.find((candidate) => candidate.check === check && candidate.status === "pass");
    return hangingMarked(paint.style("green", paint.statusSymbol("pass")), verdict?.message ?? check, paint);
  });
  return [heading(`${say(T.inOrder, report.lang)} (${good.length})`, paint), ...lines];
}

/** Grouped by reason: one sentence, then the checks that it concerns. */
function notAssessedBlock(report: Report, paint: Paint): readonly string[] {
  const { lang } = report;
  const byReason = new Map<string, string[]>();
  for (const verdict of report.verdicts) {
    if (verdict.status !== "not-assessed") continue;
    const checks = byReason.get(verdict.message) ?? [];
    if (!checks.includes(verdict.check)) checks.push(verdict.check);
    byReason.set(verdict.message, checks);
  }
  if (byReason.size === 0) return [];
  const count = new Set([...byReason.values()].flat()).size;
  return [
    heading(`${say(T.notAssessed, lang)} (${count})`, paint),
    ...[...byReason].flatMap(([reason, checks]) => [
      ...hangingMarked(paint.statusSymbol("not-assessed"), reason, paint),
      ...hanging("    ", checks.join(", "), paint.columns).map((line) => paint.style("gray", line)),
    ]),
  ];
}

function hangingMarked(mark: string, text: string, paint: Paint): readonly string[] {
  const [first = "", ...rest] = hanging("    ", text, paint.columns);
  return [`  ${mark} ${first.slice(4)}`, ...rest];
}

function conditionsBlock(report: Report, paint: Paint): readonly string[] {
  const { lang } = report;
  const rows = conditionRows(report).map(([name, value]) => ({ name, value }));
  const width = Math.min(Math.floor(paint.columns / 3), Math.max(...rows.map(({ name }) => displayWidth(name))));
  return [
    heading(say(T.conditions, lang), paint),
    ...rows.flatMap(({ name, value }) => hanging(`  ${padEnd(cutTo(name, width), width)}  `, value, paint.columns)),
  ];
}

function limitsBlock(report: Report, paint: Paint): readonly string[] {
  const { lang } = report;
  return [
    heading(say(T.limits, lang), paint),
    ...hanging("  ", say(T.limitsLead, lang), paint.columns),
    ...report.limits.flatMap(({ text }) => hanging(paint.unicode ? "  · " : "  - ", text, paint.columns)),
    ...tableLines(report, paint),
  ];
}

function tableLines(report: Report, paint: Paint): readonly string[] {
  const { told, warnings } = tableSentences(report);
  if (told.length === 0) return [];
  return [
    "",
    heading(say(T.tables, report.lang), paint),
    ...warnings.flatMap((sentence) => hanging("  ! ", sentence, paint.columns)),
    ...told.flatMap((sentence) => hanging("  ", sentence, paint.columns)),
  ];
}
