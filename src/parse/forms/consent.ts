import type { Field } from "../../core/evidence/pages.ts";
import { CONSENTS, NEGATIONS, NO_WORDS, YES_WORDS } from "../../data/personal-data/consent.ts";
import { normaliseName, normaliseText } from "./normalise.ts";
import { compilePhrases } from "./phrase.ts";

const KINDS = CONSENTS.map((kind) => ({
  id: kind.id,
  words: compilePhrases(Object.values(kind.phrases).flat()),
  names: compilePhrases(kind.names, "head"),
}));

const NEGATION = compilePhrases(NEGATIONS);
const NO = compilePhrases(NO_WORDS.map((word) => `=${word.replace("*", "")}`));
const NO_START = compilePhrases(NO_WORDS);
const YES_START = compilePhrases(YES_WORDS);

/** Words far into a long sentence are often a footnote; this much of it is read. */
const CONSENT_TEXT = 300;

export interface ConsentReading {
  readonly consent: readonly string[];
  /** A ticked box, or a default option that means yes. */
  readonly checked: boolean;
}

const NONE: ConsentReading = { consent: [], checked: false };

/** What a box, a radio or a yes-or-no select asks a person to agree to, and whether it says yes before being touched. */
export function readConsent(field: Field): ConsentReading {
  const isBox = field.type === "checkbox" || field.type === "radio";
  if (!isBox && field.type !== "select") return NONE;
  const own = normaliseText(field.label ?? field.attributes["aria-label"] ?? field.hint ?? "");
  const label = longText(field.label ?? field.attributes["aria-label"] ?? field.hint ?? "");
  const isAnswer = field.type === "radio" && (startsWith(YES_START, own) || startsWith(NO_START, own));
  const sentence =
    isAnswer || field.type === "select" ? `${label} ${longText(field.group ?? field.hint ?? "")}` : label;
  const names = [field.name, field.id].map((name) => normaliseName(name ?? ""));
  if (isAnswer && saysNo(own)) return { consent: [], checked: false };
  const spoken = KINDS.filter(({ words }) => words?.test(sentence) === true);
  // What a person reads outranks the name: `sms_optin` is an "opt-in" to text messages only.
  const named = KINDS.filter(({ names: own }) => names.some((name) => own?.test(name) === true));
  const consent = (spoken.length > 0 ? spoken : named).map((kind) => kind.id);
  if (field.type === "select" && (consent.length === 0 || !isYesNo(field))) return NONE;
  if (consent.length === 0) return { consent, checked: isBox && field.checked };
  return { consent, checked: isBox ? field.checked : saysYes(field.attributes["selected"] ?? "") };
}

/** Whether a box is worded the wrong way round: leaving it empty would mean yes. */
export function isOptOut(field: Field): boolean {
  return NEGATION?.test(longText(field.label ?? field.hint ?? "")) === true;
}

function longText(text: string): string {
  let folded = "";
  for (let start = 0; start < Math.min(text.length, CONSENT_TEXT); start += 150)
    folded += ` ${normaliseText(text.slice(start, start + 150))}`;
  return folded.trim();
}

function saysNo(text: string): boolean {
  return NO?.test(text) === true || startsWith(NO_START, text);
}

function saysYes(option: string): boolean {
  return startsWith(YES_START, normaliseText(option));
}

function startsWith(expression: RegExp | null, text: string): boolean {
  return expression?.exec(text)?.index === 0;
}

function isYesNo(field: Field): boolean {
  const options = (field.options ?? []).map((option) => normaliseText(option));
  return options.some((option) => startsWith(YES_START, option)) && options.some((option) => saysNo(option));
}
