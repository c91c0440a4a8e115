import type { SectionValue } from "../core/evidence/evidence.ts";
import type { PageRole } from "../core/evidence/pages.ts";
import { isRefusal } from "../core/refusal.ts";
import { isDocument, type HeaderFields } from "./headers.ts";

export type Page = SectionValue<"pages">["pages"][number];
export type Hop = SectionValue<"http">["origins"][number]["chain"][number];

/** An answer of the merchant's own server that can be judged: what it says, on which address, for which role. */
export interface SiteAnswer {
  readonly url: string;
  readonly role: PageRole;
  readonly headers: HeaderFields;
  readonly cookies: Hop["cookies"];
  /** Policies in meta elements; empty where the document was not read. */
  readonly metaPolicies: readonly string[];
  readonly metaReferrer: string | null;
  /** The page as the pages probe read it; null for an entry address that it did not read. */
  readonly page: Page | null;
}

export interface SiteAnswers {
  /** Answers that can be judged, https ones only where there are any: what http answers is the redirect check's. */
  readonly documents: readonly SiteAnswer[];
  /** Addresses whose answer says nothing about the merchant's own settings, with the reason code. */
  readonly unseen: readonly { readonly url: string; readonly reason: string }[];
}

/**
 * The answers by which a site's headers are judged: where the entry addresses end, and the pages that were read. A bot
 * wall's challenge and an error page are not the merchant's page, whatever headers they carry.
 */
export function siteAnswers(http: SectionValue<"http">, pages: SectionValue<"pages"> | undefined): SiteAnswers {
  const found = new Map<string, SiteAnswer>();
  const unseen = new Map<string, string>();
  for (const page of pages?.pages ?? []) {
    const reason = page.foundBy === "saved-file" ? "no-headers" : unjudgeable(page);
    if (reason !== null) unseen.set(page.url, reason);
    else if (!found.has(page.url)) found.set(page.url, fromPage(page));
  }
  for (const { chain, end } of http.origins) {
    const last = chain.at(-1);
    if (last === undefined || end !== "answered") continue;
    const reason = unjudgeable(last);
    if (reason !== null) unseen.set(last.url, reason);
    else if (!found.has(last.url)) found.set(last.url, fromHop(last));
  }
  const all = [...found.values()];
  const secure = all.filter(({ url }) => url.startsWith("https:"));
  return {
    documents: secure.length > 0 ? secure : all,
    unseen: [...unseen].filter(([url]) => !found.has(url)).map(([url, reason]) => ({ url, reason })),
  };
}

export interface NetworkAnswers {
  /** The answers of the merchant's own servers, whatever their status: the hops of the entry chains and the pages. */
  readonly answers: readonly (Hop | Page)[];
  /**
   * Why nothing may be concluded from what they lack, as a reason code: `no-answer`, `blocked`, or `http-error` where the server
   * only failed. Null when at least one answer came from a server at work.
   */
  readonly unseen: string | null;
  /** Whether an answer only turned the visitor away, and was left out. */
  readonly refused: boolean;
}

/**
 * Every answer that came over the network but those that only turn a visitor away, which say nothing about how the site is set. A
 * page that the user saved has no headers of its own.
 */
export function networkAnswers(http: SectionValue<"http">, pages: SectionValue<"pages"> | undefined): NetworkAnswers {
  const fetched = (pages?.pages ?? []).filter(({ foundBy }) => foundBy !== "saved-file");
  const all = [...http.origins.flatMap(({ chain }) => chain), ...fetched];
  const answers = all.filter((answer) => !isRefusal(answer));
  return { answers, unseen: whyUnseen(all, answers), refused: answers.length < all.length };
}

function whyUnseen(all: readonly (Hop | Page)[], answers: readonly (Hop | Page)[]): string | null {
  if (all.length === 0) return "no-answer";
  if (answers.length === 0) return "blocked";
  return answers.every(({ status }) => status >= 500) ? "http-error" : null;
}

/** Only the documents among the answers: headers that guide how a page is rendered mean nothing on an image or on JSON. */
export function htmlAnswers(answers: SiteAnswers): SiteAnswers {
  return { ...answers, documents: answers.documents.filter(({ headers }) => isDocument(headers)) };
}

function unjudgeable(answer: { readonly status: number; readonly challenge?: boolean | undefined }): string | null {
  if (isRefusal(answer)) return "blocked";
  return answer.status >= 200 && answer.status < 300 ? null : "http-error";
}

function fromPage(page: Page): SiteAnswer {
  return {
    url: page.url,
    role: page.role,
    headers: page.headers,
    cookies: page.cookies,
    metaPolicies: page.metaPolicies,
    metaReferrer: page.metaReferrer,
    page,
  };
}

function fromHop(hop: Hop): SiteAnswer {
  return {
    url: hop.url,
    role: "home",
    headers: hop.headers,
    cookies: hop.cookies,
    metaPolicies: [],
    metaReferrer: null,
    page: null,
  };
}
