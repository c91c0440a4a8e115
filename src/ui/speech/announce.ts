import { catalogue } from "../../../checks/index.ts";
import { reasonText } from "../../locale/reasons.ts";
import { say } from "../../locale/say.ts";
import { SPEECH_TEXT as S } from "../../locale/speech-text.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { SECTION_TEXTS, SEVERITY_NAMES } from "../../locale/words.ts";
import { filterText, findingsOf, groupingText, listRows } from "../finding-list.ts";
import { fleetRows } from "../fleet-list.ts";
import type { UiState } from "../state.ts";
import { FLEET_COLUMN_NAMES } from "../screens/fleet-columns.ts";
import type { SpeechContext } from "./context.ts";
import { siteSpeech } from "./focus.ts";
import { detailSpeech, enteredScreen } from "./screens.ts";

/**
 * What is said of a change, one line each, oldest first. Lines are only ever added: a screen reader tells what is new, and
 * its user goes back with its own commands. Moving the cursor says nothing here; `focusSpeech` does.
 */
export function announce(before: UiState | null, after: UiState, context: SpeechContext): readonly string[] {
  return [
    ...scanNews(before, after, context),
    ...fleetNews(before, after, context),
    ...(before === null || before.screen !== after.screen || before.report !== after.report
      ? enteredScreen(after, context)
      : changesWithin(before, after, context)),
    ...(after.message !== null && after.message !== before?.message ? [after.message] : []),
  ].filter((line) => line.trim() !== "");
}

function changesWithin(before: UiState, after: UiState, context: SpeechContext): readonly string[] {
  const { language } = context;
  switch (after.screen) {
    case "detail":
      return before.list.cursor === after.list.cursor ? [] : detailSpeech(after);
    case "history":
      return before.history === after.history ? [] : enteredScreen(after, context);
    case "sites":
      return before.sites.faults === after.sites.faults || after.sites.faults.length === 0
        ? []
        : [say(U.sitesFaults, language), ...after.sites.faults];
    case "result":
      return listChange(before, after);
    case "fleet":
      return fleetChange(before, after, context);
    default:
      return [];
  }
}

/** Filter, grouping and a search that was ended: what they left in the list. */
function listChange(before: UiState, after: UiState): readonly string[] {
  const { report, list } = after;
  const same = before.list.from === list.from && before.list.grouping === list.grouping;
  const searched = before.list.searching && !list.searching;
  if (report === null || (same && !searched)) return [];
  return [
    say(S.listed, report.lang, {
      shown: findingsOf(listRows(report, list)).length,
      all: report.findings.length,
      filter: filterText(list, report.lang),
      grouping: groupingText(list, report.lang),
    }),
  ];
}

function fleetChange(before: UiState, after: UiState, { language }: SpeechContext): readonly string[] {
  const [old, fleet] = [before.fleet, after.fleet];
  const searched = before.list.searching && !after.list.searching;
  if (old.sort === fleet.sort && old.tag === fleet.tag && !searched) return [];
  const column = say(FLEET_COLUMN_NAMES[fleet.sort], language).toLocaleLowerCase(language);
  return [
    [
      say(U.listCount, language, { shown: fleetRows(fleet).length, all: fleet.rows.length }),
      ...(fleet.tag === null ? [] : [say(U.tag, language, { tag: fleet.tag })]),
      say(U.sortedBy, language, { column }),
    ].join(", "),
  ];
}

/** Probes that settled, and grave findings as they arrive; the others are counted in the result. */
function scanNews(before: UiState | null, after: UiState, { language }: SpeechContext): readonly string[] {
  const { live } = after;
  const old = before?.live ?? null;
  if (live === null || old === null || live === old) return [];
  const settled = live.probes.filter(({ section, state }) => {
    const was = old.probes.find((probe) => probe.section === section)?.state;
    return state !== was && state !== "running" && state !== "waiting";
  });
  const grave = live.findings
    .slice(old.findings.length)
    .filter(({ severity }) => severity === "critical" || severity === "high")
    // One check is told once, however many subjects it found.
    .filter(({ check }, index, all) => all.findIndex((finding) => finding.check === check) === index);
  const notice = live.cancelling && !old.cancelling ? U.cancelling : live.slowed && !old.slowed ? U.slowed : null;
  return [
    ...settled.map(({ section, reason }) => {
      const probe = say(SECTION_TEXTS[section], language);
      return reason === null
        ? say(S.probeSeen, language, { probe })
        : say(S.probeNot, language, { probe, reason: reasonText(reason, language) });
    }),
    ...grave.map(({ severity, check }) =>
      say(S.arrived, language, {
        severity: say(SEVERITY_NAMES[severity], language),
        title: catalogue.find(({ id }) => id === check)?.text[language].title ?? check,
      }),
    ),
    ...(notice === null ? [] : [say(notice, language)]),
  ];
}

/** The start of a fleet scan, and every site as it is done. */
function fleetNews(before: UiState | null, after: UiState, context: SpeechContext): readonly string[] {
  const { language } = context;
  const [old, run] = [before?.fleet.run ?? null, after.fleet.run];
  if (run === null || run === old) return [];
  const done = after.fleet.rows.filter(({ id }) => run.done.has(id) && old?.done.has(id) !== true);
  const notice =
    run.stopping && old?.stopping === false ? U.cancelling : run.slowed && old?.slowed === false ? U.slowed : null;
  return [
    ...(old === null ? [say(S.fleetStarted, language, { count: run.ids.length })] : []),
    ...done.map((row) => `${siteSpeech(row, context)}.`),
    ...(done.length === 0 ? [] : [`${say(S.fleetUnderWay, language, { done: run.done.size, all: run.ids.length })}.`]),
    ...(notice === null ? [] : [say(notice, language)]),
  ];
}
