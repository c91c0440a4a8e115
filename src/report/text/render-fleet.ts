import { isReport, type Fleet, type FleetSite } from "../../core/report.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { SEVERITY_NAMES } from "../../locale/words.ts";
import { worstSeverity } from "../build.ts";
import { cutTo, formatInstant, formatNumber, hanging, padEnd, padStart } from "./layout.ts";
import { nothingSeen, unseenReason } from "../unseen.ts";
import { paintOf, type Paint, type PaintOptions } from "./paint.ts";

/** A fleet as a table: one line for each site, whatever happened to it, then what fails most often. */
export function renderTextFleet(fleet: Fleet, options: PaintOptions): string {
  const paint = paintOf(options);
  const { lang, summary } = fleet;
  const count = say(T.sites, lang, { count: summary.sites });
  const mean = summary.meanTotal === null ? "" : ` · ${say(T.mean, lang, { total: summary.meanTotal })}`;
  const lines = [
    paint.style("bold", `Vigie · ${say(T.fleet, lang)}`),
    `${formatInstant(fleet.finishedAt, lang)} · ${count}${mean}`,
    ...(summary.failed === 0 ? [] : [say(T.failedSites, lang, { count: summary.failed })]),
    "",
    ...fleet.sites.flatMap((site) => siteLines(site, fleet, paint)),
  ];
  if (summary.common.length > 0) {
    lines.push("", paint.style("bold", say(T.common, lang).toLocaleUpperCase("fr")));
    for (const { check, title, sites, severity } of summary.common) {
      const share = say(T.commonLine, lang, { sites, all: summary.reported });
      const mark = paint.severity(severity, paint.severitySymbol(severity));
      lines.push(
        `  ${mark} ${hanging("    ", `${share} — ${title} (${check})`, paint.columns).join("\n").trimStart()}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function siteLines(site: FleetSite, fleet: Fleet, paint: Paint): readonly string[] {
  const { lang } = fleet;
  const width = Math.max(8, paint.columns - 46);
  const name = padEnd(cutTo(site.target.id, width), width);
  if (!isReport(site))
    return hanging(
      `  ${name}  `,
      `${say(T.error, lang)}${lang === "fr" ? "\u00A0:" : ":"} ${site.error.message}`,
      paint.columns,
    );
  if (nothingSeen(site)) return hanging(`  ${name}  ${padEnd("?", 3)}    –  `, unseenReason(site), paint.columns);
  const worst = worstSeverity(site);
  const grade = padEnd(`${site.score.grade}${site.score.provisional ? "?" : ""}`, 3);
  const total = padStart(formatNumber(site.score.total, lang), 5);
  const mark =
    worst === null
      ? `${paint.statusSymbol("pass")} ${say(T.noFindings, lang)}`
      : paint.severity(worst, `${paint.severitySymbol(worst)} ${say(SEVERITY_NAMES[worst], lang)}`);
  const findings = say(T.findingCount, lang, { count: site.findings.length });
  return [`  ${name}  ${paint.style("bold", grade)} ${total}  ${padStart(findings, 13)}  ${mark}`];
}
