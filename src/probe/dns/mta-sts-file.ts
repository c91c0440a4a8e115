import type { SectionValue } from "../../core/evidence/evidence.ts";
import { NetError, type Net } from "../../net/net.ts";
import { headerValue } from "../../parse/headers.ts";

/**
 * Fetches the MTA-STS policy of a domain from the one place where RFC 8461, 3.3 allows it: over https, without following
 * redirects. Its sub-domain is named by the domain's own record.
 */
export async function fetchMtaSts(
  domain: string,
  options: { readonly net: Net; readonly signal?: AbortSignal | undefined },
): Promise<NonNullable<SectionValue<"dns">["mtaSts"]>> {
  const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
  try {
    const answer = await options.net.request(url, {
      reason: "linked-page",
      maxBytes: 64 * 1024,
      signal: options.signal,
      headers: { accept: "text/plain" },
    });
    return {
      url,
      status: answer.status,
      contentType: headerValue(answer.headers, "content-type"),
      certificateError: answer.certificateError ?? null,
      error: null,
      text: answer.status === 200 ? Buffer.from(answer.body).toString("latin1") : "",
    };
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return { url, status: null, contentType: null, certificateError: null, error: error.code, text: "" };
  }
}
