import type { ReactElement } from "react";
import { formatDate, type Language } from "../../core/text.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { say } from "../../locale/say.ts";
import { comparableRuns, type HistoryPoint } from "../history.ts";
import { formatNumber } from "../text/layout.ts";

const WIDTH = 760;
const HEIGHT = 170;
const LEFT = 34;
const TOP = 12;
const BOTTOM = 140;

/** The score of a site over time; the line breaks, with a mark, where profile or algorithm changed. */
export function HistoryLine({
  points,
  language,
}: {
  readonly points: readonly HistoryPoint[];
  readonly language: Language;
}): ReactElement | null {
  const runs = comparableRuns(points);
  const sorted = runs.flat();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || sorted.length < 2) return null;
  const begin = Date.parse(first.at);
  const span = Math.max(1, Date.parse(last.at) - begin);
  const x = (point: HistoryPoint): number => LEFT + ((Date.parse(point.at) - begin) / span) * (WIDTH - LEFT - 40);
  const y = (total: number): number => BOTTOM - (total / 100) * (BOTTOM - TOP);
  const label = say(H.historyLabel, language, { from: first.at, to: last.at, first: first.total, last: last.total });
  return (
    <figure>
      <div className="scroll" tabIndex={0} role="region" aria-label={say(H.history, language)}>
        <svg className="line wide" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label}>
          {[0, 50, 100].map((value) => (
            <g key={value}>
              <line className="grid" x1={LEFT} x2={WIDTH - 10} y1={y(value)} y2={y(value)} />
              <text className="dim" x="0" y={y(value) + 4}>
                {value}
              </text>
            </g>
          ))}
          {runs.map((run, index) => (
            <g key={run[0]?.at ?? index}>
              {index > 0 && run[0] !== undefined && (
                <line className="break" x1={x(run[0]) - 6} x2={x(run[0]) - 6} y1={TOP} y2={BOTTOM} />
              )}
              <polyline
                className="path"
                points={run.map((point) => `${x(point).toFixed(1)},${y(point.total).toFixed(1)}`).join(" ")}
              />
              {run.map((point) => (
                <circle
                  key={point.at}
                  className="dot"
                  cx={x(point).toFixed(1)}
                  cy={y(point.total).toFixed(1)}
                  r="3.2"
                />
              ))}
            </g>
          ))}
          <text x={x(last) + 8} y={y(last.total) + 4}>
            {formatNumber(last.total, language)}
          </text>
          <text className="dim" x={LEFT} y={HEIGHT - 8}>
            {formatDate(first.at, language)}
          </text>
          <text className="dim" x={WIDTH - 10} y={HEIGHT - 8} textAnchor="end">
            {formatDate(last.at, language)}
          </text>
        </svg>
      </div>
      {runs.length > 1 && <figcaption className="soft small">{say(H.historyBreak, language)}</figcaption>}
    </figure>
  );
}
