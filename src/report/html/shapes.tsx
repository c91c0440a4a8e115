import type { ReactElement } from "react";
import type { Report } from "../../core/report.ts";
import { formatDate, type Language } from "../../core/text.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { formatNumber } from "../text/layout.ts";
import { nothingSeen } from "../unseen.ts";

const CENTRE = 110;
const RADIUS = 90;
/** The gauge is three quarters of a circle, open at the bottom. */
const START = 135;
const SWEEP = 270;

/** The class of a grade's colour; grades of a profile's own take the colour of their first letter. */
export function gradeClass(grade: string): string {
  const letter = grade.charAt(0).toLowerCase();
  return "abcdef".includes(letter) && letter !== "" ? `grade-${letter}` : "grade-c";
}

/** The score as a gauge: a thick arc up to the total, a thin one over the range of what was not seen. */
export function ScoreGauge({ report }: { readonly report: Report }): ReactElement {
  const { score, lang } = report;
  if (nothingSeen(report)) {
    return (
      <svg className="gauge soft" viewBox="0 0 220 200" role="img" aria-label={say(H.noGauge, lang)}>
        <path className="track" d={arc(0, 100, RADIUS)} />
        <text className="letter" x={CENTRE} y={124}>
          ?
        </text>
      </svg>
    );
  }
  const label = say(H.gauge, lang, { grade: score.grade, total: score.total });
  return (
    <svg className={`gauge ${gradeClass(score.grade)}`} viewBox="0 0 220 200" role="img" aria-label={label}>
      <path className="track" d={arc(0, 100, RADIUS)} />
      {score.total > 0 && <path className="value" d={arc(0, score.total, RADIUS)} />}
      {score.range.high > score.range.low && (
        <path className="range" d={arc(score.range.low, score.range.high, RADIUS + 14)} />
      )}
      <text className="letter" x={CENTRE} y={124}>
        {score.grade}
      </text>
      <text className="number" x={CENTRE} y={152}>
        {formatNumber(score.total, lang)} / 100
      </text>
      {score.provisional && (
        <text className="end" x={CENTRE} y={174}>
          {say(T.provisional, lang)}
        </text>
      )}
      <text className="end" x={46} y={192}>
        0
      </text>
      <text className="end" x={174} y={192}>
        100
      </text>
    </svg>
  );
}

function arc(from: number, to: number, radius: number): string {
  const start = pointAt(from, radius);
  const end = pointAt(to, radius);
  const large = ((to - from) / 100) * SWEEP > 180 ? 1 : 0;
  return `M ${start} A ${radius} ${radius} 0 ${large} 1 ${end}`;
}

function pointAt(value: number, radius: number): string {
  const angle = ((START + (value / 100) * SWEEP) * Math.PI) / 180;
  return `${fixed(CENTRE + radius * Math.cos(angle))} ${fixed(CENTRE + radius * Math.sin(angle))}`;
}

function fixed(value: number): string {
  return value.toFixed(2);
}

/** A bar of 0 to 100; its colour says what the figure beside it says too. */
export function Bar({ value }: { readonly value: number }): ReactElement {
  const tone = value >= 80 ? "good" : value >= 50 ? "fair" : "poor";
  return (
    <svg className={`bar ${tone}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="10" />
      <rect className="value" width={fixed(Math.max(value, 0.8))} height="10" />
    </svg>
  );
}

export interface CalendarEntry {
  readonly name: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

const DAY = 86_400_000;
const CALENDAR_WIDTH = 760;
const LABELS = 300;

/** The life of each certificate on one line of time, with the day of the scan across. */
export function CertificateCalendar({
  entries,
  at,
  language,
}: {
  readonly entries: readonly CalendarEntry[];
  readonly at: string;
  readonly language: Language;
}): ReactElement {
  const now = Date.parse(at);
  const first = Math.min(now, ...entries.map((entry) => Date.parse(entry.notBefore)));
  const last = Math.max(now, ...entries.map((entry) => Date.parse(entry.notAfter)));
  const x = (instant: number): string =>
    fixed(LABELS + ((instant - first) / Math.max(DAY, last - first)) * (CALENDAR_WIDTH - LABELS - 10));
  const bottom = entries.length * 34 + 26;
  const height = bottom + 14;
  return (
    // Too small to read if it shrank with a telephone: it scrolls there, and so must be reachable by keyboard.
    <div className="scroll" tabIndex={0} role="region" aria-label={say(H.calendar, language)}>
      <svg
        className="calendar wide"
        viewBox={`0 0 ${CALENDAR_WIDTH} ${height}`}
        role="img"
        aria-label={say(H.calendar, language)}
      >
        <line className="now" x1={x(now)} x2={x(now)} y1="14" y2={bottom} />
        <text className="dim" x={x(now)} y="10" textAnchor={now - first > (last - first) / 2 ? "end" : "start"}>
          {say(H.today, language)}
        </text>
        {entries.map((entry, index) => {
          const y = 34 + index * 34;
          const days = Math.floor((Date.parse(entry.notAfter) - now) / DAY);
          const tone = days < 7 ? "poor" : days < 30 ? "fair" : "good";
          const left = days < 0 ? say(H.calendarExpired, language) : say(H.calendarLine, language, { days });
          return (
            <g key={`${entry.name} ${entry.notAfter} ${String(index)}`} className={tone}>
              <text x="0" y={y}>
                {entry.name.length > 40 ? `${entry.name.slice(0, 39)}…` : entry.name}
              </text>
              <text className="dim" x="0" y={y + 14}>
                {left}
              </text>
              <line className="base" x1={x(first)} x2={x(last)} y1={y} y2={y} />
              <line
                className="life"
                x1={x(Date.parse(entry.notBefore))}
                x2={x(Date.parse(entry.notAfter))}
                y1={y}
                y2={y}
              />
            </g>
          );
        })}
        <text className="dim" x={x(first)} y={height - 3}>
          {formatDate(new Date(first).toISOString(), language)}
        </text>
        <text className="dim" x={x(last)} y={height - 3} textAnchor="end">
          {formatDate(new Date(last).toISOString(), language)}
        </text>
      </svg>
    </div>
  );
}
