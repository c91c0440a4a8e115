import type { Field, Form, PagesValue } from "../../src/core/evidence/pages.ts";
import { notApplicable, notAssessed, type Verdict } from "../../src/core/verdict.ts";
import { isOptOut } from "../../src/parse/forms/consent.ts";
import { pathOf } from "../forms/personal-forms.ts";

/** A box, a radio or a select that asks for leave to send offers, or to pass data on to partners. */
export interface MarketingBox {
  readonly field: Field;
  readonly form: Form;
  readonly page: string;
  readonly pages: readonly string[];
  /** Worded the wrong way round: leaving it empty means yes. */
  readonly optOut: boolean;
  readonly subject: string;
  readonly wording: string;
}

const MARKETING: ReadonlySet<string> = new Set([
  "consent.marketing_email",
  "consent.marketing_sms",
  "consent.partners",
]);

/** Every such box of the pages, once, however many pages show it. */
export function marketingBoxes(pages: PagesValue): readonly MarketingBox[] {
  const found = new Map<string, MarketingBox>();
  for (const page of pages.pages) {
    for (const form of page.forms) {
      for (const field of form.fields) {
        if (!field.consent.some((kind) => MARKETING.has(kind))) continue;
        const subject = `${form.kind} ${pathOf(form.action)} ${field.name ?? field.id ?? field.label?.slice(0, 60) ?? ""}`;
        const known = found.get(subject);
        const wording = (field.label ?? field.hint ?? "").slice(0, 200);
        if (known === undefined)
          found.set(subject, {
            field,
            form,
            page: page.url,
            pages: [page.url],
            optOut: isOptOut(field),
            subject,
            wording,
          });
        else if (!known.pages.includes(page.url)) found.set(subject, { ...known, pages: [...known.pages, page.url] });
      }
    }
  }
  return [...found.values()];
}

/** What to say where there is no such box: no box on an account form is not a fault (own similar products, after a sale). */
export function withoutBoxes(pages: PagesValue): readonly Verdict<never>[] {
  if (pages.pages.every(({ rendered }) => rendered === "empty-root")) {
    return [notAssessed(pages.pages.length === 0 ? "no-pages" : "not-rendered")];
  }
  return [pages.pages.some(({ truncated }) => truncated) ? notAssessed("page-cut") : notApplicable("no-consent-box")];
}
