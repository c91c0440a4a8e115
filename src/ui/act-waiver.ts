import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import type { Update } from "./effect.ts";
import type { Action } from "./keys.ts";
import type { UiPorts, WaiverDraft } from "./ports.ts";
import { goBack, moved, type UiState } from "./state.ts";

/** The form of a waiver: a reason and a day to come, or it is not written. */
export function actWaiver(state: UiState, action: Action, ports: UiPorts): Update {
  const { waiver, report } = state;
  if (waiver === null || report === null) return { state };
  const to = (cursor: number): Update => ({ state: { ...state, waiver: { ...waiver, cursor }, message: null } });
  if (action === "back") return { state: goBack(state) };
  if (action === "up") return to(moved(waiver.cursor, -1, 3));
  if (action === "down") return to(moved(waiver.cursor, 1, 3));
  if (action === "next") return to((waiver.cursor + 1) % 3);
  if (action !== "open") return { state };
  if (waiver.cursor < 2) return to(waiver.cursor + 1);
  const complain = (text: { en: string; fr: string }, cursor: number): Update => ({
    state: { ...state, waiver: { ...waiver, cursor }, message: say(text, ports.language) },
  });
  if (waiver.reason.trim().length < 10) return complain(U.waiverNeedsReason, 0);
  const today = ports.now().toISOString().slice(0, 10);
  if (!isDay(waiver.expires.trim()) || waiver.expires.trim() <= today) return complain(U.waiverNeedsDate, 1);
  const draft: WaiverDraft = {
    check: waiver.finding.check,
    site: report.target.id,
    subject: waiver.finding.subject,
    reason: waiver.reason.trim(),
    expires: waiver.expires.trim(),
  };
  return { state: goBack(state), effect: { kind: "waiver", draft } };
}

/** A real day of the calendar as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
