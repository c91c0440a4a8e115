import { createHash } from "node:crypto";
import type { z } from "zod";
import type { cookieSchema } from "../../core/evidence/http.ts";
import { headerValues, type HeaderFields } from "../../parse/headers.ts";
import { parseSetCookie } from "../../parse/set-cookie.ts";

export type MaskedCookie = z.infer<typeof cookieSchema>;

/** Set-Cookie lines that are kept of one answer. */
const MAX_COOKIES = 100;

/** Longest name or attribute value that is kept, in characters. */
const MAX_TEXT = 256;

/**
 * The cookies that an answer sets, their values masked: a session id never enters the evidence, its length and a short hash
 * do, so that two values can be told apart.
 */
export function maskedCookies(headers: HeaderFields): MaskedCookie[] {
  return headerValues(headers, "set-cookie")
    .slice(0, MAX_COOKIES)
    .map((line) => {
      const cookie = parseSetCookie(line);
      return {
        name: cookie.name.slice(0, MAX_TEXT),
        valueLength: cookie.value.length,
        valueDigest: createHash("sha256").update(cookie.value).digest("hex").slice(0, 12),
        attributes: cookie.attributes.map(([name, value]): [string, string | null] => [
          name.slice(0, MAX_TEXT),
          value === null ? null : value.slice(0, MAX_TEXT),
        ]),
      };
    });
}

/** Header fields as evidence keeps them: Set-Cookie values masked, every value bounded, at most 200 fields. */
export function maskedHeaders(headers: HeaderFields): [string, string][] {
  return headers
    .slice(0, 200)
    .map(([name = "", value = ""]): [string, string] => [
      name.slice(0, MAX_TEXT),
      name === "set-cookie" ? maskLine(value) : value.slice(0, 16_384),
    ]);
}

/** A Set-Cookie line with `…` in the place of its value. */
function maskLine(line: string): string {
  const end = line.indexOf(";");
  const pair = end === -1 ? line : line.slice(0, end);
  const equals = pair.indexOf("=");
  const name = equals === -1 ? "" : pair.slice(0, equals + 1);
  return `${name}…${end === -1 ? "" : line.slice(end)}`.slice(0, 1024);
}
