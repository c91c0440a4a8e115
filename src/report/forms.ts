import { sameRegistrableDomain } from "../core/domain.ts";
import type { Form } from "../core/evidence/pages.ts";
import { cleanText, type Language } from "../core/text.ts";
import { CATEGORY_NAMES } from "../locale/categories.ts";
import { BOX_NAMES, CUT_REASONS, FORM_KIND_NAMES, FORM_LINE, POLICY_PLACES } from "../locale/form-words.ts";
import { nameOf, say } from "../locale/say.ts";

/** What `vigie forms` has read from one page. */
export interface FormsReading {
  /** Address of the page after redirects; for a saved file, the address that it is read as. */
  readonly url: string;
  readonly forms: readonly Form[];
  readonly truncated: keyof typeof CUT_REASONS | null;
}

/** `vigie forms` for people: one line a form, in the order of the page. */
export function renderFormsText(reading: FormsReading, language: Language): string {
  const lines = reading.forms
    .filter((form) => form.fields.length > 0)
    .map((form) => formLine(form, reading.url, language));
  if (lines.length === 0) lines.push(words("none", language));
  if (reading.truncated !== null) {
    lines.push(words("cut", language, { reason: say(CUT_REASONS[reading.truncated], language) }));
  }
  return `${lines.join("\n")}\n`;
}

/** `vigie forms --format json`: an array of forms, every field with its category, sensitivity, signal and matched text. */
export function renderFormsJson(reading: FormsReading): string {
  return `${JSON.stringify(reading.forms, null, 2)}\n`;
}

/**
 * One form in one line: kind · channel · data · marketing boxes · privacy policy, such as
 * `checkout · POST https → same site · e-mail, phone, IBAN · box "newsletter" pre-ticked · policy linked`.
 */
export function formLine(form: Form, pageUrl: string, language: Language): string {
  const parts = [
    nameOf(FORM_KIND_NAMES, form.kind, language),
    ...channels(form, pageUrl, language),
    data(form, language),
    ...boxes(form, language),
  ];
  if (form.fields.some((field) => field.category !== null)) parts.push(say(POLICY_PLACES[form.policyLink], language));
  return parts.join(" · ");
}

function channels(form: Form, pageUrl: string, language: Language): readonly string[] {
  const main =
    form.method === "none" ? words("noForm", language) : channel(form.method, form.action, pageUrl, language);
  const buttons = form.submitters
    .filter((submitter) => submitter.action !== form.action || submitter.method !== form.method)
    .map((submitter) => channel(submitter.method, submitter.action, pageUrl, language))
    .map((other) => words("otherButton", language, { channel: other }));
  const clear = URL.parse(pageUrl)?.protocol === "http:" ? [words("pageInClear", language)] : [];
  return [main, ...new Set(buttons), ...clear];
}

function channel(method: string, action: string | null, pageUrl: string, language: Language): string {
  const name = method.toUpperCase();
  const target = action === null ? null : URL.parse(action);
  if (target === null) return words("noAddress", language, { method: name });
  if (target.protocol === "mailto:") return words("byMail", language, { method: name });
  if (target.protocol === "javascript:") return words("byScript", language, { method: name });
  const scheme = target.protocol === "http:" ? words("inClear", language) : target.protocol.replace(":", "");
  const host = URL.parse(pageUrl)?.hostname ?? "";
  return sameRegistrableDomain(host, target.hostname)
    ? words("sameSite", language, { method: name, scheme })
    : words("otherHost", language, { method: name, scheme, host: cleanText(target.host, 100) });
}

const SHOWN_CATEGORIES = 10;

function data(form: Form, language: Language): string {
  const found = [...new Set(form.fields.flatMap((field) => (field.category === null ? [] : [field.category])))];
  if (found.length === 0) return words("nothing", language);
  const names = found.map((category) => nameOf(CATEGORY_NAMES, category, language));
  const shown = names.slice(0, SHOWN_CATEGORIES).join(", ");
  return names.length <= SHOWN_CATEGORIES
    ? shown
    : words("more", language, { shown, count: names.length - SHOWN_CATEGORIES });
}

function boxes(form: Form, language: Language): readonly string[] {
  return form.fields.flatMap((field) => {
    const asked = field.consent.filter((kind) => Object.hasOwn(BOX_NAMES, kind));
    if (asked.length === 0) return [];
    const name = asked.map((kind) => nameOf(BOX_NAMES, kind, language)).join(" + ");
    const state = words(field.checked ? "ticked" : "unticked", language, { name });
    return field.required ? [state, words("required", language, { name })] : [state];
  });
}

function words(key: string, language: Language, parameters: Readonly<Record<string, string | number>> = {}): string {
  const text = FORM_LINE[key];
  return text === undefined ? key : say(text, language, parameters);
}
