import type { Page } from "../../core/evidence/pages.ts";
import { NetError } from "../../net/net.ts";
import { readPage } from "../../parse/page/page-model.ts";
import { digest } from "./draft.ts";
import { fetchPage } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";

/**
 * Loads one page with script nonces a second time: a nonce that comes twice is no nonce (it is in a cached page or in the
 * template), and a policy built on it protects nothing. The answer holds for that page only.
 */
export async function compareNonces(context: ProbeContext, pages: readonly Page[]): Promise<readonly Page[]> {
  const subject = pages.find(
    (page) => page.nonces.length > 0 && page.foundBy !== "saved-file" && page.frameOf === undefined,
  );
  if (subject === undefined) return pages;
  try {
    const again = await fetchPage({ ...context, url: subject.url, reason: "linked-page" });
    context.step("nonce");
    const second = new Set(
      readPage(again.html, again.url).scripts.flatMap(({ nonce }) =>
        nonce === null ? [] : [digest(nonce).slice(0, 12)],
      ),
    );
    if (second.size === 0) return pages;
    const repeated = subject.nonces.some((nonce) => second.has(nonce));
    return pages.map((page) => (page === subject ? { ...page, nonceRepeated: repeated } : page));
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return pages;
  }
}
