import { createHash } from "node:crypto";
import { isChallenge } from "../../net/block-detector.ts";
import { NetError, type HttpAnswer, type Net, type Reason } from "../../net/net.ts";
import { isDocument } from "../../parse/headers.ts";
import { decodePage } from "../../parse/html/decode.ts";
import { withoutQuery } from "../../parse/page/resolve.ts";
import { createChainJar } from "../http/chain-jar.ts";

/** A document as it came, with the way that led to it. */
export interface FetchedPage {
  readonly requestedUrl: string;
  /** Where the redirects ended, without fragment. */
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** Empty for anything that is no HTML document. */
  readonly html: string;
  readonly bodyDigest: string;
  readonly truncated: boolean;
  readonly certificateError: string | null;
}

const MAX_REDIRECTS = 8;

/** Bytes of a page that are read: shops' pages are under 1 MB; what is over is cut, and the evidence says so. */
const MAX_BYTES = 4 * 1024 * 1024;

const DEADLINE_MS = 20_000;

export interface FetchOptions {
  readonly net: Net;
  readonly url: string;
  readonly reason: Reason;
  readonly signal?: AbortSignal | undefined;
}

/**
 * GETs a document and follows its redirects within the scope, with the cookies that the way itself sets. Rejects with a
 * `NetError`; a bot wall's own page is `blocked`, because it says nothing of the merchant's.
 */
export async function fetchPage(options: FetchOptions): Promise<FetchedPage> {
  let url = options.url;
  const jar = createChainJar();
  const seen = new Set<string>();
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const cookie = jar.headerFor(new URL(url));
    if (seen.has(`${url} ${cookie}`)) break;
    seen.add(`${url} ${cookie}`);
    const answer = await options.net.request(url, {
      reason: options.reason,
      maxBytes: MAX_BYTES,
      deadlineMs: DEADLINE_MS,
      signal: options.signal,
      ...(cookie === "" ? {} : { headers: { cookie } }),
    });
    if (isChallenge(answer)) throw new NetError("blocked", `a bot wall answered for ${withoutQuery(url)}`);
    jar.store(new URL(url), answer.headers);
    const next = redirectOf(answer);
    if (next === null) return asPage(options.url, url, answer);
    url = next;
  }
  throw new NetError("not-http", `the redirects from ${withoutQuery(options.url)} never end`);
}

/** The absolute address that a redirect names, without fragment; null for any other answer. */
export function redirectOf(answer: Pick<HttpAnswer, "status" | "headers" | "url">): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const location = answer.headers.find(([name]) => name === "location")?.[1];
  const next = location === undefined ? null : URL.parse(location, answer.url);
  if (next === null) return null;
  next.hash = "";
  return next.href;
}

function asPage(requestedUrl: string, url: string, answer: HttpAnswer): FetchedPage {
  const contentType = answer.headers.find(([name]) => name === "content-type")?.[1] ?? null;
  return {
    requestedUrl,
    url,
    status: answer.status,
    headers: answer.headers,
    html: isDocument(answer.headers) ? decodePage(answer.body, contentType).text : "",
    bodyDigest: createHash("sha256").update(answer.body).digest("hex"),
    // A broken body is cut as much as a long one: what the page lacks may stand in the part that never came.
    truncated: answer.truncated || answer.bodyError !== undefined,
    certificateError: answer.certificateError ?? null,
  };
}
