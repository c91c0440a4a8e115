import type { Field } from "../../core/evidence/pages.ts";
import { normaliseName, normaliseText } from "./normalise.ts";
import type { TextKind } from "./matcher.ts";

/**
 * What decided a category. `confidence` is the precision of the signal alone, measured on labelled real forms in November
 * 2026 (1,213 fields); the checks print it with the finding.
 */
export const SIGNALS = {
  autocomplete: { confidence: 0.98 },
  type: { confidence: 0.99 },
  platform: { confidence: 0.95 },
  label: { confidence: 0.95 },
  "aria-label": { confidence: 0.9 },
  placeholder: { confidence: 0.85 },
  name: { confidence: 0.85 },
  id: { confidence: 0.8 },
  title: { confidence: 0.7 },
  framework: { confidence: 0.5 },
  shape: { confidence: 0.45 },
  options: { confidence: 0.6 },
  hint: { confidence: 0.4 },
  group: { confidence: 0.4 },
  context: { confidence: 0.6 },
  "type-tel": { confidence: 0.33 },
} as const;

export type Signal = keyof typeof SIGNALS;

export interface SignalText {
  readonly signal: Signal;
  readonly kind: TextKind;
  readonly text: string;
}

const FRAMEWORK = [
  "formcontrolname",
  "ng-model",
  "v-model",
  "data-field",
  "data-name",
  "data-testid",
  "data-qa",
  "data-cy",
  "data-test",
];

/** Remembered by field: the rules for decoys, words and context all read them. */
const REMEMBERED = new WeakMap<Field, readonly SignalText[]>();

/** The normalised texts of a field, strongest first; names give their last segment before the whole path. */
export function signalTexts(field: Field): readonly SignalText[] {
  const known = REMEMBERED.get(field);
  if (known !== undefined) return known;
  const texts = readTexts(field);
  REMEMBERED.set(field, texts);
  return texts;
}

/** Everything that a field says of itself in one line, without what stands around it: for rules that look for one word. */
export function ownWords(field: Field): string {
  const own = signalTexts(field).filter(({ signal }) => OWN.has(signal));
  return own.map(({ text }) => text).join(" ");
}

const OWN = new Set<Signal>(["label", "aria-label", "placeholder", "name", "id", "title"]);

function readTexts(field: Field): readonly SignalText[] {
  const found: SignalText[] = [];
  const add = (signal: Signal, kind: TextKind, text: string | null | undefined): void => {
    if (text === null || text === undefined) return;
    const normalised = kind === "text" ? normaliseText(text) : normaliseName(text);
    if (normalised !== "") found.push({ signal, kind, text: normalised });
  };
  const { attributes } = field;
  for (const text of withoutAside(field.label)) add("label", "text", text);
  for (const text of withoutAside(attributes["aria-label"])) add("aria-label", "text", text);
  for (const text of withoutAside(attributes["placeholder"])) add("placeholder", "text", text);
  for (const name of segments(field.name)) add("name", "name", name);
  for (const id of segments(field.id)) add("id", "name", id);
  add("title", "text", attributes["title"]);
  for (const name of FRAMEWORK) for (const part of segments(attributes[name])) add("framework", "name", part);
  if (field.autocomplete !== null) add("framework", "name", field.autocomplete);
  add("hint", "text", field.hint);
  add("group", "text", field.group);
  return found;
}

/** `checkout[shipping][city]` speaks of a city first; the parts before are read one by one when it says nothing. */
function segments(name: string | null | undefined): readonly string[] {
  if (name === null || name === undefined || name === "") return [];
  const parts = name
    .slice(0, 160)
    .split(/[[\]$:.]+/)
    .filter((part) => /[a-z]/i.test(part));
  return parts.length <= 1 ? [name] : [...parts.toReversed().slice(0, 3), name];
}

/** "Mobile number (a one-time password will be sent)": what stands in brackets explains, so it is read last. */
function withoutAside(text: string | null | undefined): readonly string[] {
  if (text === null || text === undefined) return [];
  const main = text.replaceAll(/\([^()]{0,120}\)?/g, " ");
  return main !== text && /\p{L}{3}/u.test(main) ? [main, text] : [text];
}
