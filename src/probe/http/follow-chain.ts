import type { z } from "zod";
import type { hopSchema, originSchema } from "../../core/evidence/http.ts";
import { cleanText } from "../../core/text.ts";
import { sameRegistrableDomain } from "../../core/domain.ts";
import { hostOf } from "../../core/target.ts";
import { NetError, type HttpAnswer, type Net, type Reason } from "../../net/net.ts";
import { isChallenge } from "../../net/block-detector.ts";
import { headerValue, isDocument } from "../../parse/headers.ts";
import { createChainJar } from "./chain-jar.ts";
import { maskedCookies, maskedHeaders } from "./masked-cookies.ts";

export type Hop = z.infer<typeof hopSchema>;
export type Origin = z.infer<typeof originSchema>;

/** Redirects that are followed; browsers stop at 20, and more than a few is a fault already. */
export const MAX_HOPS = 10;

/** Bytes of each body that are read: enough for a title and to see that a redirect carries a page. */
const MAX_BYTES = 256 * 1024;

export interface FollowOptions {
  readonly net: Net;
  readonly signal?: AbortSignal | undefined;
  readonly onAnswer?: () => void;
}

/**
 * Follows one entry address hop by hop, as a visitor with an empty browser would, and records every answer. Leaves the scope
 * nowhere: a redirect to somebody else's host is recorded and not followed. Never rejects but for an interruption.
 */
export async function followChain(start: string, options: FollowOptions): Promise<Origin> {
  const chain: Hop[] = [];
  const jar = createChainJar();
  const visited = new Set<string>();
  let url = new URL(start);
  let reason: Reason = "target";

  for (;;) {
    const cookie = jar.headerFor(url);
    const visit = `${url.href} ${cookie}`;
    if (visited.has(visit)) return { url: start, chain, end: "redirect-loop" };
    if (chain.length > MAX_HOPS) return { url: start, chain, end: "too-many-redirects" };
    visited.add(visit);

    let answer: HttpAnswer;
    try {
      answer = await options.net.request(url.href, {
        reason,
        maxBytes: MAX_BYTES,
        signal: options.signal,
        ...(cookie === "" ? {} : { headers: { cookie } }),
      });
    } catch (error) {
      return { url: start, chain, ...endOf(error, chain.length) };
    }
    options.onAnswer?.();
    const next = redirectTarget(answer);
    chain.push(hopOf(answer, next));
    if (next === null) return { url: start, chain, end: "answered" };
    jar.store(url, answer.headers);
    // A redirect within the merchant's own domain is a link to a sub-domain; anything else is out of scope by itself.
    reason = sameRegistrableDomain(hostOf(next), hostOf(new URL(start))) ? "linked-page" : "target";
    url = next;
    url.hash = "";
  }
}

/** Where a redirect leads; null for every other answer and for an address that is none. */
export function redirectTarget(answer: HttpAnswer): URL | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const location = headerValue(answer.headers, "location");
  if (location === null || location === "") return null;
  // Header bytes arrive as latin1; servers that send a raw UTF-8 path mean UTF-8, and browsers read it so.
  const url = URL.parse(utf8(location), answer.url);
  return url === null || (url.protocol !== "http:" && url.protocol !== "https:") ? null : url;
}

function hopOf(answer: HttpAnswer, next: URL | null): Hop {
  const title = isDocument(answer.headers) ? titleOf(answer.body) : null;
  return {
    url: answer.url,
    ip: answer.address,
    httpVersion: answer.httpVersion,
    status: answer.status,
    headers: maskedHeaders(answer.headers),
    cookies: maskedCookies(answer.headers),
    ...(next === null ? {} : { location: next.href.slice(0, 4096) }),
    bodyBytes: answer.body.length,
    ...(title === null ? {} : { title }),
    ...(isChallenge(answer) ? { challenge: true } : {}),
    ...(answer.certificateError === undefined ? {} : { certificateError: answer.certificateError }),
  };
}

function endOf(error: unknown, hops: number): Pick<Origin, "end" | "error"> {
  if (!(error instanceof NetError)) throw error;
  if (error.code === "interrupted") throw error;
  const failure = { code: error.code, message: error.message };
  if (error.code === "blocked") return { end: "blocked", error: failure };
  // Only a hop that somebody else's redirect chose can be out of scope; the entry addresses are in it by definition.
  if (error.code === "out-of-scope" && hops > 0) return { end: "out-of-scope", error: failure };
  return { end: "failed", error: failure };
}

function titleOf(body: Uint8Array): string | null {
  const text = Buffer.from(body.subarray(0, 65_536)).toString("utf8");
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(text)?.[1]?.replaceAll(/\s+/g, " ").trim();
  return title === undefined || title === "" ? null : cleanText(title, 200);
}

function utf8(latin1: string): string {
  if (/^\p{ASCII}*$/u.test(latin1)) return latin1;
  const text = Buffer.from(latin1, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? latin1 : text;
}
