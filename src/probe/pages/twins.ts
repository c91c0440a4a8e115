import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { Page } from "../../core/evidence/pages.ts";
import { NetError } from "../../net/net.ts";
import { decodePage } from "../../parse/html/decode.ts";
import { readPage } from "../../parse/page/page-model.ts";
import { withoutQuery } from "../../parse/page/resolve.ts";
import { redirectOf } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";

export type Twin = NonNullable<Page["twin"]>;

const MAX_BYTES = 64 * 1024;

/**
 * Asks for an https page by http, on the same host: a page with a form that also answers in clear is a form in clear, for
 * everybody who types the name or follows an old link. Null for a page that has no http address to ask.
 */
export async function askTwin(
  context: ProbeContext,
  pageUrl: string,
  origins: SectionValue<"http">["origins"],
): Promise<Twin | null> {
  const url = twinAddress(pageUrl, origins);
  if (url === null) return null;
  const twin = (outcome: Twin["outcome"], location: string | null = null): Twin => ({
    url: withoutQuery(url),
    outcome,
    location: location === null ? null : withoutQuery(location),
  });
  try {
    const answer = await context.net.request(url, {
      reason: "linked-page",
      maxBytes: MAX_BYTES,
      signal: context.signal,
    });
    context.step("http");
    const location = redirectOf(answer);
    if (location !== null) return twin(leadsHome(location, pageUrl) ? "redirects" : "redirects-elsewhere", location);
    if (answer.status >= 400) return twin("refuses");
    const refresh = readPage(decodePage(answer.body).text, url).metaRefresh;
    if (refresh?.startsWith("https:") === true) return twin("redirects-by-page", refresh);
    return twin("serves");
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return twin(
      ["refused", "unreachable", "reset", "timeout", "not-http"].includes(error.code) ? "refuses" : "not-tested",
    );
  }
}

/** The http address beside an https page: port 80 for 443, else the port that the entry addresses used for http. */
function twinAddress(pageUrl: string, origins: SectionValue<"http">["origins"]): string | null {
  const url = URL.parse(pageUrl);
  if (url === null || url.protocol !== "https:") return null;
  const known = origins
    .map((origin) => URL.parse(origin.url))
    .find((entry) => entry?.protocol === "http:" && entry.hostname === url.hostname);
  if (url.port !== "" && known === undefined) return null;
  url.protocol = "http:";
  url.port = known?.port ?? "";
  return url.href;
}

/** Straight to https on the same host, or on its twin with or without www. */
function leadsHome(location: string, pageUrl: string): boolean {
  const to = URL.parse(location);
  const from = URL.parse(pageUrl);
  const bare = (host: string | undefined): string => (host ?? "").replace(/^www\./, "");
  return to?.protocol === "https:" && bare(to.hostname) === bare(from?.hostname);
}
