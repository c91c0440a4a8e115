import type { z } from "zod";
import type { corsSchema } from "../../core/evidence/http.ts";
import { NetError, type Net } from "../../net/net.ts";
import { headerValue } from "../../parse/headers.ts";

export type CorsAnswer = z.infer<typeof corsSchema>;

/**
 * Asks for a page as a script of a foreign site would: once with an Origin that nobody can have listed and once with `null`,
 * which any sandboxed frame can send. Plain GETs, since servers that only mirror the Origin on GET escape an OPTIONS test.
 */
export async function askCors(
  url: string,
  foreignOrigin: string,
  options: { readonly net: Net; readonly signal?: AbortSignal | undefined },
): Promise<CorsAnswer[]> {
  const answers: CorsAnswer[] = [];
  for (const origin of [foreignOrigin, "null"]) {
    try {
      const { status, headers } = await options.net.request(url, {
        headers: { origin },
        maxBytes: 4096,
        signal: options.signal,
        reason: "linked-page",
      });
      answers.push({
        url,
        origin,
        status,
        allowOrigin: headerValue(headers, "access-control-allow-origin"),
        allowCredentials: headerValue(headers, "access-control-allow-credentials"),
        vary: headerValue(headers, "vary"),
        contentType: headerValue(headers, "content-type"),
      });
    } catch (error) {
      // No answer is no fact about CORS; the chains already say that the host is ill.
      if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    }
  }
  return answers;
}
