import type { z } from "zod";
import type { httpValueSchema } from "../../core/evidence/http.ts";
import { NetError, type Net } from "../../net/net.ts";
import { headerValue } from "../../parse/headers.ts";
import { redirectTarget } from "./follow-chain.ts";

export type SecurityTxt = NonNullable<z.infer<typeof httpValueSchema>["securityTxt"]>;

/** Bytes of the file that are kept. */
const MAX_BYTES = 16 * 1024;

const MAX_REDIRECTS = 3;

/**
 * Reads security.txt (RFC 9116) of a web origin: the well-known place, then the older one at the root. What a host answers is
 * recorded as it is; whether it is a security.txt is for the checks. Null when nothing answered.
 */
export async function readSecurityTxt(
  origin: string,
  options: { readonly net: Net; readonly signal?: AbortSignal | undefined },
): Promise<SecurityTxt | null> {
  const wellKnown = await fetchText(new URL("/.well-known/security.txt", origin), options);
  if (wellKnown !== null && wellKnown.status === 200) return wellKnown;
  const older = await fetchText(new URL("/security.txt", origin), options);
  return older !== null && older.status === 200 ? older : (wellKnown ?? older);
}

async function fetchText(
  start: URL,
  options: { readonly net: Net; readonly signal?: AbortSignal | undefined },
): Promise<SecurityTxt | null> {
  let url = start;
  try {
    for (let hop = 0; ; hop += 1) {
      const answer = await options.net.request(url.href, {
        maxBytes: MAX_BYTES,
        signal: options.signal,
        reason: "linked-page",
        headers: { accept: "text/plain,*/*;q=0.1" },
      });
      const next = redirectTarget(answer);
      if (next === null || hop >= MAX_REDIRECTS) {
        return {
          url: answer.url,
          status: answer.status,
          contentType: headerValue(answer.headers, "content-type"),
          text: answer.status === 200 ? new TextDecoder().decode(answer.body) : "",
        };
      }
      url = next;
    }
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return null;
  }
}
