import { lookup } from "node:dns/promises";
import { Agent, request } from "undici";
import { isIpLiteral } from "../core/domain.ts";
import { isPublicAddress } from "./address-policy.ts";
import { NetError } from "./net.ts";

export interface PostJsonOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
  /** Milliseconds for the whole exchange. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** More of an answer than this is not read. */
const MAXIMUM_ANSWER_BYTES = 4096;

/**
 * Sends a JSON text to the user's own webhook: the only thing that Vigie ever posts, and never to a scanned site. The name is
 * resolved once and pinned, private addresses are refused unless allowed, and redirects are not followed, because a redirect
 * could lead to a private address. Gives the status and Retry-After. Rejects with a `NetError`.
 */
export async function postJson(
  address: string,
  body: string,
  options: PostJsonOptions,
): Promise<{ readonly status: number; readonly retryAfter: string | null }> {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new NetError("out-of-scope", "the webhook's address is no http address");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const pinned = await resolvePinned(host, options.allowPrivate);
  const agent = new Agent({
    connect: {
      lookup: (_name, lookupOptions, callback) => {
        if (lookupOptions.all === true) callback(null, [{ address: pinned.address, family: pinned.family }]);
        else callback(null, pinned.address, pinned.family);
      },
    },
    maxResponseSize: MAXIMUM_ANSWER_BYTES,
  });
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  try {
    const answer = await request(url, {
      method: "POST",
      dispatcher: agent,
      headers: { "content-type": "application/json; charset=utf-8", ...options.headers },
      body,
      signal,
    });
    // The status is the whole answer; the body is somebody else's.
    answer.body.on("error", () => undefined).destroy();
    const retryAfter = answer.headers["retry-after"];
    return { status: answer.statusCode, retryAfter: typeof retryAfter === "string" ? retryAfter : null };
  } catch (error) {
    if (deadline.aborted)
      throw new NetError("deadline", `the webhook at ${url.host} did not answer in time`, { cause: error });
    throw new NetError("refused", `the webhook at ${url.host} cannot be reached`, { cause: error });
  } finally {
    await agent.destroy();
  }
}

async function resolvePinned(
  host: string,
  allowPrivate: boolean,
): Promise<{ readonly address: string; readonly family: 4 | 6 }> {
  const found = isIpLiteral(host) ? { address: host } : await lookup(host).catch(() => null);
  if (found === null) throw new NetError("dns-not-found", `the webhook's host ${host} is not known`);
  if (!allowPrivate && !isPublicAddress(found.address)) {
    throw new NetError(
      "private-address",
      `the webhook's host ${host} has the private address ${found.address}; allow it with --allow-private`,
    );
  }
  return { address: found.address, family: found.address.includes(":") ? 6 : 4 };
}
