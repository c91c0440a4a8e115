import type { Field, Form, Page, PagesValue } from "../../src/core/evidence/pages.ts";
import { absenceReason, unseenReason } from "../unseen-pages.ts";
import { fail, notApplicable, notAssessed, type FailInput, type Verdict } from "../../src/core/verdict.ts";

/** A form that takes personal data, with every page that shows it: a newsletter in the footer is one form. */
export interface PersonalForm {
  readonly form: Form;
  /** The first page that shows it. */
  readonly page: Page;
  readonly pages: readonly string[];
  /** The personal fields; consent boxes are no data that is asked for. */
  readonly fields: readonly Field[];
  readonly categories: readonly string[];
  /** Stable: what the form is for, where it posts to, and what it asks. */
  readonly subject: string;
}

/** The fields of a form that take personal data. */
export function personalFields(form: Form): readonly Field[] {
  return form.fields.filter(({ category }) => category !== null && !category.startsWith("consent."));
}

/** Every form with personal data, once, in page order. */
export function personalForms(value: PagesValue): readonly PersonalForm[] {
  const found = new Map<string, PersonalForm>();
  for (const page of value.pages) {
    for (const form of page.forms) {
      const fields = personalFields(form);
      if (fields.length === 0) continue;
      const categories = [...new Set(fields.flatMap(({ category }) => category ?? []))].toSorted();
      const subject = subjectOf(form, categories);
      // The same form in clear on one page and encrypted on another is two situations.
      const key = `${schemeOf(page.url)} ${schemeOf(form.action)} ${subject}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { form, page, pages: [page.url], fields, categories, subject });
      else if (!known.pages.includes(page.url)) found.set(key, { ...known, pages: [...known.pages, page.url] });
    }
  }
  return [...found.values()];
}

/** What to say where no form with personal data was seen: nothing to judge, or nothing that could be seen. */
export function withoutPersonalForms(value: PagesValue): readonly Verdict<never>[] {
  const reason = absenceReason(value);
  return [reason === null ? notApplicable("no-personal-data") : notAssessed(reason)];
}

/** Adds what could not be seen to verdicts: the mount points of applications, where forms are made by script, and cut pages. */
export function withUnseen<Code extends string>(
  value: PagesValue,
  verdicts: readonly Verdict<Code>[],
): readonly Verdict<Code>[] {
  const unseen = value.pages.flatMap((page) => {
    const reason = unseenReason(page);
    return reason === null ? [] : [notAssessed(reason, page.role)];
  });
  return [...verdicts, ...unseen];
}

/** A page or action in words that never change between scans: without query, fragment and scheme. */
export function pathOf(address: string | null): string {
  const url = address === null ? null : URL.parse(address);
  if (url === null) return "-";
  return url.protocol === "http:" || url.protocol === "https:" ? `${url.host}${url.pathname}` : url.protocol;
}

/** How forms are named in findings' subjects: kind, where it posts to, and what it asks. */
export function subjectOf(form: Form, categories: readonly string[]): string {
  return `${form.kind} ${pathOf(form.action)} ${categories.join(",")}`.slice(0, 300);
}

function schemeOf(address: string | null): string {
  return address === null ? "" : address.slice(0, address.indexOf(":"));
}

/** A fault of a form: names it, its page and what it asks, in the parameters that every sentence of this area may use. */
export function formFault<const Code extends string>(
  personal: PersonalForm,
  input: Omit<FailInput<Code>, "subject" | "pages">,
): Verdict<Code> {
  const { form, page, categories, subject, pages } = personal;
  return fail({
    ...input,
    subject,
    params: { form: form.kind, page: page.url, categories, ...input.params },
    observed: { selector: form.selector, action: form.action, ...input.observed },
    pages,
  });
}
