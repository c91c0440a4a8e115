import type { ReactElement, ReactNode } from "react";
import type { Report, ReportFinding } from "../../core/report.ts";
import { formatList, type Language, type LocalText } from "../../core/text.ts";
import { SEVERITIES, severityRank, type Severity } from "../../core/severity.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { AREA_NAMES, SEVERITY_COUNTS, SEVERITY_SYMBOLS } from "../../locale/words.ts";
import { actOf } from "../act-of.ts";
import { openFindings } from "../build.ts";
import { bindingCaps, capSentence } from "../cap-sentence.ts";
import { goodPoints } from "../good-points.ts";
import type { HistoryPoint } from "../history.ts";
import { formatNumber, formatPercent } from "../text/layout.ts";
import { nothingSeen, unseenReason } from "../unseen.ts";
import { HistoryLine } from "./history-line.tsx";
import { Bar, ScoreGauge } from "./shapes.tsx";

/** The first page: what the owner of the shop needs, and nothing that takes an engineer to read. */
export function OwnerPart({
  report,
  history,
  alarm,
}: {
  readonly report: Report;
  readonly history: readonly HistoryPoint[];
  /** The alarm, where a leak was confirmed. */
  readonly alarm: ReactNode;
}): ReactElement {
  const { lang } = report;
  if (nothingSeen(report)) return <UnseenPart report={report} />;
  // The page must stay one sheet of paper, and an alarm or the score line takes its share of it.
  const told = report.incident === undefined && history.length < 2 ? 5 : 2;
  return (
    <div className="owner">
      <Hero report={report} />
      {alarm}
      <section aria-labelledby="first">
        <h2 id="first">{say(firstHeading(report), lang)}</h2>
        <FirstThings report={report} />
      </section>
      <section aria-labelledby="areas">
        <h2 id="areas">{say(T.areas, lang)}</h2>
        <AreaBars report={report} />
      </section>
      <div className="two">
        <section aria-labelledby="risks">
          <h2 id="risks">{say(T.risk, lang)}</h2>
          <Points className="risks" points={risksOf(report).slice(0, Math.min(told, 4))} empty={say(H.noRisk, lang)} />
        </section>
        <section aria-labelledby="good">
          <h2 id="good">{say(T.good, lang)}</h2>
          <Points
            className="goods"
            points={goodPoints(report)
              .slice(0, told + 1)
              .map((text) => ({ title: null, text }))}
            empty={say(H.nothingGood, lang)}
          />
        </section>
      </div>
      {report.incident === undefined && <History points={history} language={lang} />}
    </div>
  );
}

/** The score line, where two scans make one. In an incident it follows the plan: the sheet before has no room for it. */
export function History({
  points,
  language,
}: {
  readonly points: readonly HistoryPoint[];
  readonly language: Language;
}): ReactElement | null {
  if (points.length < 2) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(H.history, language)}</h2>
      <HistoryLine points={points} language={language} />
    </section>
  );
}

/** Nothing was seen: no grade, no bars and no list that would read as a verdict. */
function UnseenPart({ report }: { readonly report: Report }): ReactElement {
  const { lang } = report;
  return (
    <div className="owner">
      <section className="hero" aria-label={say(T.grade, lang)}>
        <ScoreGauge report={report} />
        <div>
          <p className="lead serif">{leadOf(report)}</p>
          <p className="note alert">{unseenReason(report)}</p>
          <p>{say(H.unseenAct, lang)}</p>
        </div>
      </section>
    </div>
  );
}

function firstHeading(report: Report): LocalText {
  if (report.incident !== undefined) return T.thenThings;
  const grave = openFindings(report).some(({ severity }) => severityRank(severity) >= severityRank("medium"));
  return grave || report.score.next !== null ? T.firstThings : H.further;
}

function Hero({ report }: { readonly report: Report }): ReactElement {
  const { lang, score, summary } = report;
  return (
    <section className="hero" aria-label={say(T.grade, lang)}>
      <ScoreGauge report={report} />
      <div>
        <p className="lead serif">{leadOf(report)}</p>
        <p className="chips">
          {SEVERITIES.toReversed().map((severity) =>
            summary.findings[severity] === 0 ? null : (
              <span key={severity} className={`badge ${severity}`}>
                <span aria-hidden="true">{SEVERITY_SYMBOLS[severity].unicode}</span>
                {say(SEVERITY_COUNTS[severity], lang, { count: summary.findings[severity] })}
              </span>
            ),
          )}
        </p>
        <p>
          {score.provisional
            ? say(T.provisionalWhy, lang, { coverage: formatPercent(score.coverage, lang) })
            : say(H.seenShare, lang, { coverage: formatPercent(score.coverage, lang) })}
        </p>
        {score.range.high > score.range.low && <p className="soft small">{say(H.rangeNote, lang, score.range)}</p>}
        {bindingCaps(report)
          // How a mean is kept from rising is for the technical part.
          .filter(({ reason }) => reason !== "no-lift")
          .map((cap) => (
            <p key={`${cap.reason} ${cap.severity ?? ""}`} className="soft small">
              {capSentence(cap, lang)}
            </p>
          ))}
        {summary.waived > 0 && <p className="soft small">{say(T.waivedCount, lang, { count: summary.waived })}</p>}
        {report.conditions.interrupted && <p className="note alert">{say(T.interrupted, lang)}</p>}
      </div>
    </section>
  );
}

/** One sentence that says how grave it is, never graver than the findings. */
function leadOf(report: Report): string {
  const { lang } = report;
  if (nothingSeen(report)) return say(H.leadUnseen, lang);
  const open = openFindings(report);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  if (count("critical") > 0) return say(H.leadCritical, lang, { count: count("critical") });
  if (count("high") > 0) return say(H.leadHigh, lang, { count: count("high") });
  if (open.length === 0) return say(H.leadClean, lang);
  return say(report.score.next === null && count("medium") === 0 ? H.leadBest : H.leadMild, lang);
}

/**
 * At most three things to do: the gravest first, and among equals the way to the next grade, then what costs most points.
 * What the alarm already tells to close comes before them and is not told twice.
 */
export function firstFindings(report: Report): readonly ReportFinding[] {
  const leaks = new Set(report.incident?.leaks.map(({ fingerprint }) => fingerprint));
  const open = openFindings(report).filter(({ fingerprint }) => !leaks.has(fingerprint));
  const byPoints = report.score.lost.map(({ check }) => check);
  const checks = [...(report.score.next?.fixes ?? []), ...byPoints, ...open.map(({ check }) => check)];
  return [...new Set(checks)]
    .flatMap((check) => open.find((finding) => finding.check === check) ?? [])
    .toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity))
    .slice(0, 3);
}

function FirstThings({ report }: { readonly report: Report }): ReactElement {
  const { lang, score } = report;
  const findings = firstFindings(report);
  if (findings.length === 0) return <p className="note">{say(H.nothingFirst, lang)}</p>;
  return (
    <>
      <ol className="steps">
        {findings.map((finding) => {
          const lost = score.lost.find(({ check }) => check === finding.check);
          return (
            <li key={finding.fingerprint} className={finding.severity}>
              <h3>{finding.title}</h3>
              <p>{finding.message}</p>
              <p className="act">{actOf(finding) ?? ""}</p>
              <p className="small">
                <a href={`#${anchorOf(finding)}`}>{say(H.details, lang)}</a>
                {lost !== undefined && <span className="soft"> · {say(H.gain, lang, { points: lost.points })}</span>}
              </p>
            </li>
          );
        })}
      </ol>
      <NextGrade report={report} />
    </>
  );
}

/** A way to the next grade with more fixes than these is told by their number. */
const NAMED_FIXES = 4;

function NextGrade({ report }: { readonly report: Report }): ReactElement {
  const { lang, score } = report;
  if (score.next === null) return <p className="small soft after">{say(T.best, lang)}</p>;
  const { grade, fixes, total, reachable } = score.next;
  if (fixes.length === 0 || !reachable) {
    return <p className="small soft after">{say(T.nextOnlyCoverage, lang, { grade })}</p>;
  }
  const titles = fixes.map((check) => report.checks.find((candidate) => candidate.check === check)?.title ?? check);
  const more = titles.length > NAMED_FIXES ? [say(H.moreFixes, lang, { count: titles.length - NAMED_FIXES })] : [];
  const list = formatList([...titles.slice(0, NAMED_FIXES), ...more], lang);
  return (
    <p className="small after">
      <strong>{say(T.next, lang, { grade })}</strong>
      {lang === "fr" ? "\u00A0: " : ": "}
      {list}. {say(T.nextReached, lang, { count: fixes.length, total })}
    </p>
  );
}

function AreaBars({ report }: { readonly report: Report }): ReactElement {
  const { lang, score } = report;
  return (
    <table className="bars">
      <thead className="skip">
        <tr>
          <th scope="col">{say(T.area, lang)}</th>
          <td />
          <th scope="col">{say(T.score, lang)}</th>
          <th scope="col">{say(T.coverage, lang)}</th>
        </tr>
      </thead>
      <tbody>
        {score.areas.map((area) => {
          const unseen = report.checks.some((check) => check.area === area.id && check.status === "not-assessed");
          return (
            <tr key={area.id}>
              <th scope="row">{say(AREA_NAMES[area.id], lang)}</th>
              <td>{area.score !== null && <Bar value={area.score} />}</td>
              <td className="figure">{area.score === null ? "–" : formatNumber(area.score, lang)}</td>
              <td className="seen">
                {area.score === null
                  ? say(unseen ? T.notSeen : T.nothingApplies, lang)
                  : area.coverage < 1
                    ? `${formatPercent(area.coverage, lang)} ${lang === "fr" ? "vu" : "seen"}`
                    : ""}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A sentence of a list; what it speaks of before it, where it would not be clear alone. */
interface Point {
  readonly title: string | null;
  readonly text: string;
}

function risksOf(report: Report): readonly Point[] {
  const alarmed = new Set(report.incident?.leaks.map(({ fingerprint }) => fingerprint));
  const grave = openFindings(report).filter(
    ({ severity, fingerprint }) => severityRank(severity) >= severityRank("medium") && !alarmed.has(fingerprint),
  );
  const byCheck = new Map(grave.map(({ check, title, why }) => [check, { title, text: why }]));
  return [...byCheck.values()];
}

function Points({
  className,
  points,
  empty,
}: {
  readonly className: string;
  readonly points: readonly Point[];
  readonly empty: string;
}): ReactElement {
  if (points.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ul className={`list ${className}`}>
      {points.map(({ title, text }) => (
        <li key={`${title ?? ""} ${text}`}>
          {title !== null && <strong>{title}. </strong>}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The place of a finding in the technical part. */
export function anchorOf(finding: ReportFinding): string {
  return `f-${finding.fingerprint.replace("v1:", "").slice(0, 16)}`;
}
