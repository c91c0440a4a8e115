import { FORMATS } from "../../report/formats.ts";
import { formatDate, type LocalText } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { SPEECH_TEXT as S } from "../../locale/speech-text.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { SEVERITY_NAMES } from "../../locale/words.ts";
import { formatNumber } from "../../report/text/layout.ts";
import { findingsOf, listRows, selectedFinding } from "../finding-list.ts";
import { fleetRows } from "../fleet-list.ts";
import { homeChoice } from "../home-choices.ts";
import type { FleetRow } from "../ports.ts";
import { gradeText } from "../screens/fleet-columns.ts";
import type { UiState } from "../state.ts";
import type { SpeechContext } from "./context.ts";

/** What stands under the cursor, as one sentence: the only line that is ever written over. */
export function focusSpeech(state: UiState, context: SpeechContext): string {
  const { language, ports } = context;
  const field = (label: LocalText, value: string, hint: string): string => fieldSpeech(label, value, hint, context);
  switch (state.screen) {
    case "home":
      return homeFocus(state, context);
    case "sites": {
      const { cursor, path } = state.sites;
      return cursor === 0
        ? field(U.sitesPath, path, "sites.yaml")
        : item(cursor, ports.sitesFiles.length, ports.sitesFiles[cursor - 1] ?? "", context);
    }
    case "scan":
      return say(U.scanning, language, { host: state.live?.host ?? "" });
    case "result":
      if (state.list.searching) return field(U.search, state.list.query, "");
      return findingFocus(state, context);
    case "detail":
      return findingFocus(state, context);
    case "export":
      return item(state.exportCursor + 1, FORMATS.length, FORMATS[state.exportCursor] ?? "", context);
    case "waiver": {
      if (state.waiver === null) return "";
      const { cursor, reason, expires } = state.waiver;
      if (cursor === 0) return field(U.waiverReason, reason, "");
      if (cursor === 1) return field(U.waiverExpires, expires, "");
      return say(S.button, language, { label: say(U.waiverSave, language) });
    }
    case "fleet": {
      if (state.list.searching) return field(U.search, state.fleet.query, "");
      const rows = fleetRows(state.fleet);
      const row = rows[state.fleet.cursor];
      if (row === undefined) return say(S.nothing, language);
      return item(state.fleet.cursor + 1, rows.length, siteSpeech(row, context), context);
    }
    case "history":
      return say(U.history, language);
    case "help":
      return say(U.help, language);
  }
}

function homeFocus(state: UiState, context: SpeechContext): string {
  const { language, ports } = context;
  const choice = homeChoice(state, ports);
  const button = (label: string): string => say(S.button, language, { label });
  switch (choice?.kind) {
    case "target":
      return fieldSpeech(U.site, state.home.target, say(U.sitePlaceholder, language), context);
    case "authorised":
      return fieldSpeech(U.authorisation, state.home.authorisedBy, "", context);
    case "profile": {
      const profile = ports.profiles[state.home.profile];
      return say(S.choice, language, { label: say(U.profile, language), value: profile?.title[language] ?? "" });
    }
    case "start":
      return button(say(U.start, language));
    case "demo":
      return button(say(U.demo, language));
    case "sites":
      return button(say(U.openSites, language));
    case "opened":
      return button(say(U.backToFleet, language, { name: choice.name }));
    case "known":
      return button(say(U.knownSites, language));
    case "recent":
      return button(`${say(U.recent, language)}, ${choice.address}`);
    case undefined:
      return "";
  }
}

function fieldSpeech(label: LocalText, value: string, hint: string, { language }: SpeechContext): string {
  const name = say(label, language);
  if (value !== "") return say(S.field, language, { label: name, value });
  return hint === ""
    ? say(S.blankField, language, { label: name })
    : say(S.emptyField, language, { label: name, hint });
}

function item(index: number, count: number, text: string, { language }: SpeechContext): string {
  return say(S.item, language, { index, count, text });
}

function findingFocus(state: UiState, context: SpeechContext): string {
  const { report, list } = state;
  const finding = selectedFinding(state);
  if (report === null || finding === null) return say(S.nothing, context.language);
  const count = findingsOf(listRows(report, list)).length;
  const severity = say(SEVERITY_NAMES[finding.severity], report.lang);
  const text = state.screen === "detail" ? finding.title : `${finding.title}. ${finding.message}`;
  return item(list.cursor + 1, count, `${severity}, ${text}`, context);
}

/** A site of a fleet as one sentence: every cell of its row with its name. */
export function siteSpeech(row: FleetRow, { language }: SpeechContext): string {
  const { grade, total, change, worst, nextExpiry, lastScan, tags, error } = row;
  const graded = row.state === "done" && grade !== null && total !== null;
  return [
    row.id,
    graded ? say(S.siteGrade, language, { grade, total }) : gradeText(row, language),
    ...(graded && row.provisional ? [say(S.provisional, language)] : []),
    ...(change === null ? [] : [say(S.siteChange, language, { change: signed(change, language) })]),
    ...(error === null ? [] : [error]),
    ...(worst === null
      ? []
      : [say(S.siteWorst, language, { severity: say(SEVERITY_NAMES[worst.severity], language), title: worst.title })]),
    ...(nextExpiry === null ? [] : [say(S.siteExpiry, language, { date: formatDate(nextExpiry, language) })]),
    ...(lastScan === null ? [] : [say(U.scannedOn, language, { date: formatDate(lastScan, language) })]),
    ...(tags.length === 0 ? [] : [say(S.siteTags, language, { tags: tags.join(", ") })]),
  ].join(", ");
}

function signed(value: number, language: SpeechContext["language"]): string {
  return `${value > 0 ? "+" : ""}${formatNumber(value, language)}`;
}
