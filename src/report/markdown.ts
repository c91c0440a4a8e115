import { isReport, type Fleet, type Report, type ReportFinding } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";
import { AREA_NAMES, SEVERITY_COUNTS, SEVERITY_NAMES, SEVERITY_SYMBOLS, STATE_NAMES } from "../locale/words.ts";
import { actOf } from "./act-of.ts";
import { worstSeverity } from "./build.ts";
import { bindingCaps, capSentence } from "./cap-sentence.ts";
import { conditionRows } from "./conditions.ts";
import { tableSentences } from "./dated-tables.ts";
import { escapeMarkdown } from "./markdown-escape.ts";
import { compactReferences } from "./references.ts";
import { sslLabsLines } from "./ssl-labs-lines.ts";
import { nothingSeen, unseenReason } from "./unseen.ts";
import { formatInstant, formatNumber, formatPercent } from "./text/layout.ts";

/** A report as Markdown for a ticket or a mail: CommonMark with pipe tables, no HTML. */
export function renderMarkdown(report: Report): string {
  const { lang, score } = report;
  const provisional = score.provisional ? ` (${say(T.provisional, lang)})` : "";
  const grade = `${say(T.grade, lang)} ${escapeMarkdown(score.grade)}${provisional}, ${say(T.scoreOf, lang, { total: score.total })}`;
  const blocks = [
    `# ${escapeMarkdown(report.target.host)} — ${nothingSeen(report) ? say(T.noGrade, lang) : grade}`,
    nothingSeen(report) ? escapeMarkdown(unseenReason(report)) : "",
    `${formatInstant(report.finishedAt, lang)} · ${say(T.profile, lang)} ${escapeMarkdown(report.profile.id)} ${escapeMarkdown(report.profile.version)} · ${say(T.coverageOf, lang, { coverage: formatPercent(score.coverage, lang) })}`,
    severityLine(report),
    ...sslLabsLines(report).map(escapeMarkdown),
    ...bindingCaps(report).map((cap) => capSentence(cap, lang)),
    ...incidentBlocks(report),
    `## ${say(T.areas, lang)}`,
    areaTable(report),
    ...nextBlocks(report),
    `## ${say(T.findings, lang)} (${report.findings.length})`,
    ...(report.findings.length === 0 ? [say(T.noFindings, lang)] : []),
    ...report.findings.flatMap((finding) => findingBlocks(finding, report)),
    ...fixedBlocks(report),
    ...notAssessedBlocks(report),
    `## ${say(T.conditions, lang)}`,
    conditionRows(report)
      .map(([name, value]) => `- **${escapeMarkdown(name)}** — ${escapeMarkdown(value)}`)
      .join("\n"),
    `## ${say(T.limits, lang)}`,
    say(T.limitsLead, lang),
    report.limits.map(({ text }) => `- ${text}`).join("\n"),
    ...tableBlocks(report),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function tableBlocks(report: Report): readonly string[] {
  const { told, warnings } = tableSentences(report);
  if (told.length === 0) return [];
  return [
    `### ${say(T.tables, report.lang)}`,
    told.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n"),
    ...warnings.map((sentence) => `> ${escapeMarkdown(sentence)}`),
  ];
}

function incidentBlocks({ incident }: Report): readonly string[] {
  if (incident === undefined) return [];
  return [
    `## ${incident.title}`,
    `**${incident.lead}**`,
    incident.leaks.map((leak) => `- ${escapeMarkdown(leak.message)}`).join("\n"),
    incident.steps.map(({ title, text }, index) => `${index + 1}. **${title}.** ${text}`).join("\n"),
    incident.doors.map(({ name, text, url }) => `- [${name}](${url}) — ${text}`).join("\n"),
  ];
}

/** A fleet as one Markdown table, then what fails most often. */
export function renderMarkdownFleet(fleet: Fleet): string {
  const { lang, summary } = fleet;
  const rows = fleet.sites.map((site) => {
    const name = escapeMarkdown(site.target.id);
    if (!isReport(site)) return `| ${name} | – | – | ${say(T.error, lang)} — ${escapeMarkdown(site.error.message)} |`;
    if (nothingSeen(site)) return `| ${name} | ? | – | ${escapeMarkdown(unseenReason(site))} |`;
    const worst = worstSeverity(site);
    const grade = `${escapeMarkdown(site.score.grade)}${site.score.provisional ? " ?" : ""}`;
    const mark = worst === null ? "–" : `${SEVERITY_SYMBOLS[worst].unicode} ${say(SEVERITY_NAMES[worst], lang)}`;
    return `| ${name} | ${grade} | ${formatNumber(site.score.total, lang)} | ${mark} |`;
  });
  const common = summary.common.map(
    ({ check, title, sites }) =>
      `- ${say(T.commonLine, lang, { sites, all: summary.reported })} — ${escapeMarkdown(title)} (\`${check}\`)`,
  );
  const blocks = [
    `# ${say(T.fleet, lang)} — ${say(T.sites, lang, { count: summary.sites })}`,
    formatInstant(fleet.finishedAt, lang),
    [
      `| ${say(T.site, lang)} | ${say(T.grade, lang)} | ${say(T.score, lang)} | ${say(T.worst, lang)} |`,
      "| --- | --- | ---: | --- |",
      ...rows,
    ].join("\n"),
    ...(common.length === 0 ? [] : [`## ${say(T.common, lang)}`, common.join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function severityLine(report: Report): string {
  return SEVERITIES.toReversed()
    .flatMap((severity) => {
      const count = report.summary.findings[severity];
      return count === 0
        ? []
        : [`${SEVERITY_SYMBOLS[severity].unicode} ${say(SEVERITY_COUNTS[severity], report.lang, { count })}`];
    })
    .join(", ");
}

function areaTable(report: Report): string {
  const { lang, score } = report;
  const rows = score.areas.map((area) => {
    const total = area.score === null ? "–" : formatNumber(area.score, lang);
    return `| ${say(AREA_NAMES[area.id], lang)} | ${total} | ${formatPercent(area.coverage, lang)} |`;
  });
  return [
    `| ${say(T.area, lang)} | ${say(T.score, lang)} | ${say(T.coverage, lang)} |`,
    "| --- | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function nextBlocks(report: Report): readonly string[] {
  const { lang, score } = report;
  if (nothingSeen(report)) return [];
  if (score.next === null) return [say(T.best, lang)];
  if (score.next.fixes.length === 0 || !score.next.reachable) {
    return [say(T.nextOnlyCoverage, lang, { grade: escapeMarkdown(score.next.grade) })];
  }
  const lines = score.next.fixes.map((check, index) => {
    const finding = report.findings.find((candidate) => candidate.check === check);
    return `${index + 1}. ${escapeMarkdown((finding === undefined ? null : actOf(finding)) ?? finding?.title ?? check)} (\`${check}\`)`;
  });
  return [
    `## ${say(T.next, lang, { grade: escapeMarkdown(score.next.grade) })}`,
    lines.join("\n"),
    say(T.nextReached, lang, { count: score.next.fixes.length, total: score.next.total }),
  ];
}

function findingBlocks(finding: ReportFinding, report: Report): readonly string[] {
  const { lang } = report;
  const severity = `${SEVERITY_SYMBOLS[finding.severity].unicode} ${say(SEVERITY_NAMES[finding.severity], lang)}`;
  const state = finding.state === "unknown" ? "" : ` · ${say(STATE_NAMES[finding.state], lang)}`;
  const page = finding.page === undefined ? "" : ` · ${codeSpan(finding.page)}`;
  const waiver =
    finding.waiver === undefined
      ? []
      : [
          `> ${escapeMarkdown(say(T.waived, lang, { reason: finding.waiver.reason, expires: finding.waiver.expires }))}`,
        ];
  return [
    `### ${severity} — ${escapeMarkdown(finding.title)}`,
    `**${escapeMarkdown(finding.message)}**`,
    `\`${finding.check}\`${state}${page}`,
    ...waiver,
    escapeMarkdown(finding.why),
    ...finding.fixes.flatMap((fix) => [
      `**${escapeMarkdown(fix.title)}**`,
      ...fix.steps.map(escapeMarkdown),
      ...fix.snippets.flatMap((snippet) => [escapeMarkdown(snippet.place), codeBlock(snippet.lines)]),
      ...(fix.caution === null ? [] : [`> ${escapeMarkdown(fix.caution)}`]),
    ]),
    compactReferences(finding.references, lang).map(escapeMarkdown).join(" · "),
  ];
}

function fixedBlocks(report: Report): readonly string[] {
  if (report.fixed.length === 0) return [];
  const lines = report.fixed.map(({ title, subject }) => `- ${escapeMarkdown(title)} — ${codeSpan(subject)}`);
  return [`## ${say(T.fixed, report.lang)}`, lines.join("\n")];
}

function notAssessedBlocks(report: Report): readonly string[] {
  const unseen = report.verdicts.filter(({ status }) => status === "not-assessed");
  if (unseen.length === 0) return [];
  const lines = unseen.map(({ check, message }) => `- \`${check}\` — ${escapeMarkdown(message)}`);
  return [`## ${say(T.notAssessed, report.lang)}`, [...new Set(lines)].join("\n")];
}

/** A code span that no run of backticks inside can end (CommonMark 6.1). */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

function codeBlock(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => Array.from(line.matchAll(/`+/g), ([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [fence, ...lines, fence].join("\n");
}
