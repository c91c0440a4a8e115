import type { Page, PageRole, PagesValue } from "../../src/core/evidence/pages.ts";
import { unseenReason } from "../unseen-pages.ts";
import { policyText, SHORTEST_DOCUMENT } from "../../src/data/policy-words.ts";

/** What became of a document that customers must find. */
export type DocumentState =
  | { readonly state: "read"; readonly page: Page; /** Prepared for searching. */ readonly text: string }
  | { readonly state: "dead" | "empty"; readonly page: Page }
  | { readonly state: "not-linked" }
  /** It may be there, and could not be seen; the reason says why. */
  | { readonly state: "unseen"; readonly reason: string };

/** Finds a document among the pages. One that is written by script, or that the network kept away, is unseen and no fault. */
export function documentState(pages: PagesValue, role: PageRole): DocumentState {
  const page = pages.pages.find((candidate) => candidate.role === role && candidate.frameOf === undefined);
  if (page === undefined) {
    const missing = pages.missing.find((entry) => entry.role === role);
    if (missing === undefined || pages.pages.length === 0) return { state: "unseen", reason: "no-pages" };
    if (missing.error.code !== "not-found" && !missing.error.code.startsWith("status-"))
      return { state: "unseen", reason: missing.error.code };
    // Links that a script writes cannot be missed from outside.
    const home = pages.pages.find((candidate) => candidate.role === "home");
    if (home === undefined) return { state: "unseen", reason: "not-rendered" };
    const reason = unseenReason(home);
    if (reason !== null) return { state: "unseen", reason };
    // An error in the place of the home page links nothing.
    return home.status >= 400 ? { state: "unseen", reason: "http-error" } : { state: "not-linked" };
  }
  if (page.status >= 400)
    return page.status === 404 || page.status === 410
      ? { state: "dead", page }
      : { state: "unseen", reason: "http-error" };
  const reason = unseenReason(page);
  if (reason !== null) return { state: "unseen", reason };
  // One document for two addresses: an application tells them apart by script, and what it then shows was not seen.
  const home = pages.pages.find((candidate) => candidate.role === "home" && candidate.url !== page.url);
  if (home?.bodyDigest === page.bodyDigest && page.scripts.length > 0)
    return { state: "unseen", reason: "not-rendered" };
  if (page.text.length >= SHORTEST_DOCUMENT) return { state: "read", page, text: policyText(page.text) };
  // A short page full of scripts may fetch its text; one without is empty.
  return page.scripts.length > 3 && page.text.length < 200
    ? { state: "unseen", reason: "not-rendered" }
    : { state: "empty", page };
}
