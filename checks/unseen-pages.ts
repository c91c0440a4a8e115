import type { Page, PagesValue } from "../src/core/evidence/pages.ts";

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
