import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { maskedCookies, maskedHeaders } from "../../src/probe/http/masked-cookies.ts";

type Http = SectionValue<"http">;
type Origin = Http["origins"][number];
type Hop = Origin["chain"][number];

/** Header lines of an answer: `{ "set-cookie": ["a=1", "b=2"], server: "nginx" }`. */
export type HeaderLines = Readonly<Record<string, string | readonly string[]>>;

/** Header fields as the evidence keeps them. */
export function headerFields(lines: HeaderLines): [string, string][] {
  return Object.entries(lines).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name.toLowerCase(), value]),
  );
}

/** One answer of a redirect chain, an HTML page unless told otherwise. */
export function hop(url: string, lines: HeaderLines = {}, more: Partial<Hop> = {}): Hop {
  const fields = headerFields({ "content-type": "text/html; charset=utf-8", ...lines });
  return { url, status: 200, headers: maskedHeaders(fields), cookies: maskedCookies(fields), bodyBytes: 1000, ...more };
}

/** A redirect to an address. */
export function redirect(url: string, location: string, status = 301, lines: HeaderLines = {}): Hop {
  return hop(url, { location, ...lines }, { status, location });
}

/** An entry address with its chain. */
export function origin(chain: readonly Hop[], more: Partial<Origin> = {}): Origin {
  return { url: chain[0]?.url ?? "https://bakery.test/", chain, end: "answered", ...more };
}

/** The http section: every chain is one entry address. */
export function httpValue(origins: readonly Origin[], more: Partial<Http> = {}): Http {
  return { origins, cors: [], securityTxt: null, ...more };
}

/** A bakery whose https entry address answers with these header lines, http redirecting to it. */
export function bakery(lines: HeaderLines = {}, more: Partial<Http> = {}): Http {
  return httpValue(
    [
      origin([hop("https://bakery.test/", lines)]),
      origin([redirect("http://bakery.test/", "https://bakery.test/"), hop("https://bakery.test/", lines)]),
    ],
    more,
  );
}
