import { scoreResults } from "../../core/score.ts";
import { catalogue } from "../../../checks/index.ts";
import { reasonText } from "../../locale/reasons.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { typeset } from "../../locale/typography.ts";
import { PAGE_ROLES } from "../../core/evidence/pages.ts";
import {
  AREA_SHORT_NAMES,
  PAGE_ROLE_NAMES,
  SECTION_TEXTS,
  SEVERITY_NAMES,
  STATUS_SYMBOLS,
} from "../../locale/words.ts";
import { bar, cutTo, formatNumber, padEnd, padStart } from "../../report/text/layout.ts";
import { BLANK, line, spread, type Line, type Segment } from "../lines.ts";
import { remainingMs, type LiveScan, type ProbeProgress } from "../scan-model.ts";
import type { UiState } from "../state.ts";
import { clock, severityMark, toneOf, type DrawContext } from "./context.ts";

/** Probes with their counts, the score as it builds up, the findings as they arrive. */
export function drawScan(state: UiState, context: DrawContext): readonly Line[] {
  const { live } = state;
  if (live === null) return [];
  const { language, now, rows } = context;
  const left = remainingMs(live, now);
  const times = [
    say(U.elapsed, language, { time: clock(now - live.startedAt) }),
    ...(left === null ? [] : [say(U.remaining, language, { time: clock(left) })]),
    say(U.budget, language, { count: httpRequests(live), budget: context.ports.budget }),
  ].join(" · ");
  const notice = live.cancelling ? U.cancelling : live.slowed ? U.slowed : null;
  const head: Line[] = [
    line(`  ${times}`, { tone: "soft" }),
    ...(notice === null ? [] : [line(`  ${say(notice, language)}`, { tone: "medium" })]),
    probeHead(live, context),
    ...live.probes.map((probe) => probeLine(probe, context)),
    BLANK,
    ...scoreLines(live, state, context),
  ];
  const room = Math.max(0, rows - head.length - 2);
  return [
    ...head,
    BLANK,
    line(`  ${say(U.findingsSoFar, language)}`, { bold: true }),
    ...newest(live, room, context),
  ].slice(0, rows);
}

/** Requests of the probes that speak http: the ones that the budget bounds. */
function httpRequests(live: LiveScan): number {
  const spoken = live.probes.filter(({ section }) => section === "http" || section === "pages" || section === "paths");
  return spoken.reduce((sum, { done }) => sum + done, 0);
}

/** What the counts count: everything that was asked of a server, by whatever protocol. */
function probeHead(live: LiveScan, context: DrawContext): Line {
  if (live.probes.length === 0) return BLANK;
  const { language } = context;
  return line(`    ${" ".repeat(nameWidth(context))} ${padStart(say(U.asked, language), 9)}`, { tone: "soft" });
}

function nameWidth({ columns }: DrawContext): number {
  return Math.max(4, Math.min(36, columns - 16));
}

function probeLine(probe: ProbeProgress, context: DrawContext): Line {
  const { language, columns, unicode } = context;
  const width = nameWidth(context);
  const name = padEnd(cutTo(say(SECTION_TEXTS[probe.section], language), width), width);
  // What was planned matters only while it is being done.
  const planned = probe.planned === null || probe.state !== "running" ? "" : `/${String(probe.planned)}`;
  const count = `${String(probe.done)}${planned}`;
  const share = probe.planned === null || probe.planned === 0 ? 0 : probe.done / probe.planned;
  const meter =
    probe.state === "running" && probe.planned !== null && columns >= 70 ? ` ${bar(share, 10, unicode)}` : "";
  const role = PAGE_ROLES.find((candidate) => candidate === probe.note);
  const note = role === undefined ? (probe.note ?? "") : say(PAGE_ROLE_NAMES[role], language);
  const detail = probe.reason === null ? note : firstClause(reasonText(probe.reason, language));
  return [
    { text: "  " },
    stateMark(probe, context),
    { text: ` ${name} ` },
    { text: padStart(probe.done === 0 && probe.state !== "running" ? "" : count, 9) },
    { text: meter, tone: "accent" },
    { text: `  ${detail}`, tone: "soft" },
  ];
}

/** The report has room for the rest. */
function firstClause(text: string): string {
  return text.split(/\s?[:;.](?=\s|$)/, 1)[0] ?? text;
}

function stateMark({ state }: ProbeProgress, { unicode, now }: DrawContext): Segment {
  const kind = unicode ? "unicode" : "ascii";
  switch (state) {
    case "waiting":
      return { text: unicode ? "·" : ".", tone: "soft" };
    case "running": {
      const frames = unicode ? "⠋⠙⠹⠸⠼⠴⠦⠧" : "|/-+";
      return { text: frames.charAt(Math.floor(now / 250) % frames.length), tone: "accent" };
    }
    case "collected":
      return { text: STATUS_SYMBOLS.pass[kind], tone: "good" };
    case "failed":
      return { text: STATUS_SYMBOLS.fail[kind], tone: "poor" };
    case "skipped":
      return { text: STATUS_SYMBOLS["not-applicable"][kind], tone: "soft" };
  }
}

/** The score under the chosen profile as far as it can be said, and the areas on as few rows as they take. */
function scoreLines(live: LiveScan, state: UiState, context: DrawContext): readonly Line[] {
  const { language, columns, ports } = context;
  const profile = ports.profiles.find(({ id }) => id === state.wish?.profileId);
  const label: Segment = { text: `  ${say(U.soFar, language)}  `, bold: true };
  if (profile === undefined || live.results.length === 0) return [[label, { text: "…", tone: "soft" }]];
  const score = scoreResults(live.results, profile);
  const total: Line = [
    label,
    { text: `${score.grade} ${formatNumber(score.total, language)}`, tone: toneOf(score.total), bold: true },
    {
      text: ` · ${say(U.checksSoFar, language, { done: live.results.length, all: Object.keys(profile.checks).length })}`,
      tone: "soft",
    },
  ];
  const cells = score.areas.flatMap(({ id, score: value }) =>
    value === null ? [] : [{ name: say(AREA_SHORT_NAMES[id], language), value }],
  );
  const perRow = Math.max(1, Math.floor((columns - 2) / 32));
  const rows: Line[] = [total];
  for (let index = 0; index < cells.length; index += perRow) {
    rows.push([
      { text: "  " },
      ...cells
        .slice(index, index + perRow)
        .flatMap(({ name, value }): Segment[] => [
          { text: padEnd(cutTo(name, 22), 23) },
          { text: padStart(formatNumber(value, language), 5), tone: toneOf(value) },
          { text: "   " },
        ]),
    ]);
  }
  return rows;
}

function newest(live: LiveScan, room: number, context: DrawContext): readonly Line[] {
  const { language } = context;
  if (live.findings.length === 0) return [line(`  ${say(U.noneSoFar, language)}`, { tone: "soft" })];
  return live.findings.slice(-Math.max(1, room)).map((finding) => {
    const title = catalogue.find(({ id }) => id === finding.check)?.text[language].title ?? finding.check;
    return spread(
      [
        { text: "  " },
        severityMark(context, finding.severity),
        { text: ` ${padEnd(say(SEVERITY_NAMES[finding.severity], language), 12)}`, tone: finding.severity },
        { text: typeset(title, language) },
      ],
      [{ text: finding.check, tone: "soft" }],
      context.columns - 1,
    );
  });
}
