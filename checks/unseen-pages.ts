import type { Page, PagesValue } from "../src/core/evidence/pages.ts";
import { notApplicable, notAssessed, type Verdict } from "../src/core/verdict.ts";

/** Why something that a page lacks may still be on it; null for a page that was read whole. */
export function unseenReason(page: Page): "not-rendered" | "page-cut" | null {
  if (page.rendered === "empty-root") return "not-rendered";
  return page.truncated ? "page-cut" : null;
}

/** Why nothing follows from what no page shows: one of them was not seen to its end, or none of them is the shop's own. */
export function absenceReason({ pages }: PagesValue): "no-pages" | "not-rendered" | "page-cut" | "http-error" | null {
  if (pages.length === 0) return "no-pages";
  for (const page of pages) {
    const reason = unseenReason(page);
    if (reason !== null) return reason;
  }
  return pages.every(({ status }) => status >= 400) ? "http-error" : null;
}

/** What to say where a thing was seen on no page: that the question does not arise, or why it could not be seen. */
export function nothingSeen(pages: PagesValue, reason: string): Verdict<never> {
  const unseen = absenceReason(pages);
  return unseen === null ? notApplicable(reason) : notAssessed(unseen);
}
