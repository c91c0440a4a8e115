import { createHash } from "node:crypto";
import type { PageRole } from "../../core/evidence/pages.ts";
import { NetError } from "../../net/net.ts";
import { decodePage } from "../../parse/html/decode.ts";
import { draftPage, type PageDraft } from "./draft.ts";
import { fetchPage, type FetchedPage } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";
import type { MissingPage } from "./visit-roles.ts";

/** A page that the user names: an address, or a page that a browser saved. */
export type UserPage =
  | { readonly role: PageRole; readonly url: string }
  | {
      readonly role: PageRole;
      /** File name, for messages. */
      readonly name: string;
      readonly content: Uint8Array;
      /** The address that it had; default what the browser wrote into it, else the target's. */
      readonly url?: string;
    };

/** `<!-- saved from url=(0021)https://bakery.test/x -->`, which Chrome, Edge and Firefox extensions write first. */
const SAVED_FROM = /<!--\s{0,3}saved from url=\(\d{4}\)(\S{1,2000})\s{0,3}-->/i;
/** What SingleFile writes. */
const SINGLE_FILE = /\burl: (https?:\/\/\S{1,2000})/;

/** Reads the pages that the user named; an address that cannot be reached becomes a missing page. */
export async function readUserPages(
  context: ProbeContext,
  pages: readonly UserPage[],
): Promise<{ readonly drafts: readonly PageDraft[]; readonly missing: readonly MissingPage[] }> {
  const drafts: PageDraft[] = [];
  const missing: MissingPage[] = [];
  for (const user of pages) {
    const siteHost = context.target.host;
    if ("content" in user) {
      drafts.push(draftPage(savedPage(user, context.target.url), { role: user.role, foundBy: "saved-file", siteHost }));
      continue;
    }
    try {
      const fetched = await fetchPage({ ...context, url: user.url, reason: "linked-page" });
      context.step(user.role);
      drafts.push(draftPage(fetched, { role: user.role, foundBy: "user", siteHost }));
    } catch (error) {
      if (!(error instanceof NetError) || error.code === "interrupted") throw error;
      missing.push({ role: user.role, url: user.url, error: { code: error.code, message: error.message } });
    }
  }
  return { drafts, missing };
}

/** A saved page as if it had been fetched from its own address; it has no headers, and checks of headers must know that. */
function savedPage(page: Extract<UserPage, { content: Uint8Array }>, targetUrl: string): FetchedPage {
  const html = decodePage(page.content).text;
  const head = html.slice(0, 4_000);
  const written = SAVED_FROM.exec(head)?.[1] ?? SINGLE_FILE.exec(head)?.[1];
  const url = URL.parse(page.url ?? written ?? targetUrl) ?? new URL(targetUrl);
  url.hash = "";
  return {
    requestedUrl: url.href,
    url: url.href,
    status: 200,
    headers: [],
    html,
    bodyDigest: createHash("sha256").update(page.content).digest("hex"),
    truncated: false,
    certificateError: null,
  };
}
