import { isBlockMark } from "../../net/block-detector.ts";
import { NetError, type HttpAnswer, type Net, type NetErrorCode } from "../../net/net.ts";
import { header, seeAnswer, type Seen } from "./seen.ts";

/** What became of one request. */
export type Outcome =
  | { readonly kind: "answered"; readonly seen: Seen; readonly hops: number }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "failed"; readonly code: NetErrorCode };

/** Asks for paths of one origin, and counts. */
export interface Requester {
  /** One GET of the first bytes; redirects within the origin are followed when asked, at most two. */
  get(path: string, options: { readonly firstBytes: number; readonly follow: boolean }): Promise<Outcome>;
  /** The home page, whole up to 64 KiB. */
  home(): Promise<Outcome>;
  readonly sent: number;
  /** Milliseconds that all answers together took. */
  readonly waitedMs: number;
}

const MAX_HOPS = 2;

/** A path that needs longer is not worth the wait; a tar-pit is recognised by several in a row. */
const PATH_DEADLINE_MS = 8_000;

const HOME_BYTES = 64 * 1024;

/** A requester for one origin. Rejects only when the scan was interrupted or may not be made at all. */
export function createRequester(net: Net, origin: string, signal: AbortSignal | undefined): Requester {
  let sent = 0;
  let waitedMs = 0;

  async function send(url: string, options: Parameters<Net["request"]>[1]): Promise<HttpAnswer | Outcome> {
    sent += 1;
    try {
      const answer = await net.request(url, { ...options, reason: "target", signal });
      waitedMs += answer.wallMs;
      return isBlockMark(answer) ? { kind: "refused", status: answer.status } : answer;
    } catch (error) {
      if (!(error instanceof NetError) || FATAL.has(error.code)) throw error;
      if (NOT_SENT.has(error.code)) sent -= 1;
      else waitedMs += error.code === "deadline" || error.code === "timeout" ? PATH_DEADLINE_MS : 0;
      return { kind: "failed", code: error.code };
    }
  }

  async function get(
    path: string,
    options: { readonly firstBytes: number; readonly follow: boolean },
  ): Promise<Outcome> {
    let url = origin + path;
    for (let hops = 0; ; hops += 1) {
      const answer = await send(url, {
        firstBytes: options.firstBytes,
        decode: false,
        deadlineMs: PATH_DEADLINE_MS,
        activity: "probe-path",
      });
      if ("kind" in answer) return answer;
      const next = options.follow && hops < MAX_HOPS ? redirectWithin(answer, origin) : null;
      if (next === null || next === url) return { kind: "answered", seen: seeAnswer(answer), hops };
      url = next;
    }
  }

  async function home(): Promise<Outcome> {
    const answer = await send(`${origin}/`, { maxBytes: HOME_BYTES, activity: "visit" });
    // The body is decoded by the net layer here, so its Content-Encoding no longer speaks of it.
    return "kind" in answer ? answer : { kind: "answered", seen: seeAnswer(withoutEncoding(answer)), hops: 0 };
  }

  return {
    get,
    home,
    get sent() {
      return sent;
    },
    get waitedMs() {
      return waitedMs;
    },
  };
}

/** The whole section cannot be made: its error is the runner's to record. */
const FATAL: ReadonlySet<string> = new Set([
  "interrupted",
  "needs-authorisation",
  "out-of-scope",
  "private-address",
  "dns-not-found",
  "dns-failed",
  "internal",
]);

const NOT_SENT: ReadonlySet<string> = new Set(["blocked", "budget", "dry-run"]);

/** Where a redirect leads within the origin; null where it leads elsewhere or is none. */
export function redirectWithin(
  answer: { readonly url: string; readonly status: number; readonly headers: HttpAnswer["headers"] },
  origin: string,
): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const location = header(answer.headers, "location");
  const target = location === undefined ? null : URL.parse(location, answer.url);
  if (target === null || target.origin !== origin || target.username !== "") return null;
  target.hash = "";
  return target.href;
}

function withoutEncoding(answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: answer.headers.filter(([name]) => name !== "content-encoding") };
}
