import { NetError } from "../../net/net.ts";
import { findProcessor } from "../../data/processors/lookup.ts";
import { sameRegistrableDomain } from "../../core/domain.ts";
import { draftPage, type PageDraft } from "./draft.ts";
import { fetchPage } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";

const MOST_FRAMES = 6;

/**
 * Reads the frames of the pages like pages: a form may live in one. Frames of known third parties are not fetched: whose they
 * are is known, and what they hold is theirs; a foreign frame of nobody known is read once, as a browser would. Only frames
 * that hold fields are kept.
 */
export async function readFrames(context: ProbeContext, drafts: readonly PageDraft[]): Promise<readonly PageDraft[]> {
  const found: PageDraft[] = [];
  const asked = new Set(drafts.map(({ page }) => page.url));
  for (const { frames, page } of drafts) {
    for (const frame of frames) {
      if (asked.size >= drafts.length + MOST_FRAMES) return found;
      if (frame.src === null || frame.neutralised || asked.has(frame.src)) continue;
      const url = URL.parse(frame.src);
      if (url === null || findProcessor(url.hostname, url.pathname) !== null) continue;
      asked.add(frame.src);
      const draft = await readFrame(context, frame.src, page.url);
      if (draft !== null && draft.page.forms.length > 0)
        found.push({ ...draft, page: { ...draft.page, role: page.role } });
    }
  }
  return found;
}

async function readFrame(context: ProbeContext, url: string, frameOf: string): Promise<PageDraft | null> {
  const host = URL.parse(url)?.hostname ?? "";
  const reason = sameRegistrableDomain(host, context.target.host) ? "linked-page" : "resource";
  try {
    const fetched = await fetchPage({ ...context, url, reason });
    context.step("frame");
    return draftPage(fetched, { role: "other", foundBy: "link", siteHost: context.target.host, frameOf });
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return null;
  }
}
