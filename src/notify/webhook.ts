import { createHmac } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Notice } from "../core/notice.ts";
import { postJson } from "../net/post-json.ts";
import { NetError } from "../net/net.ts";

/** Where notices go. The secret signs them and is never printed. */
export interface Webhook {
  readonly name: string;
  readonly url: string;
  readonly secret: string | null;
}

export interface Delivery {
  readonly delivered: boolean;
  readonly attempts: number;
  /** Status of the last answer, or the code of the last failure. */
  readonly outcome: string;
}

export interface SendOptions {
  readonly allowPrivate: boolean;
  readonly toolVersion: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Milliseconds after which an attempt is given up; default 10,000. */
  readonly deadlineMs?: number;
  /** Waits between attempts, in milliseconds; default the system's timers. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Pauses before the second, third and fourth attempt, in milliseconds. */
const BACK_OFF_MS = [1000, 5000, 25_000] as const;

/** An attempt that takes longer is given up. */
const DEADLINE_MS = 10_000;

/** A receiver may ask for a longer pause, up to this. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends the notices of a run as one JSON document, signed like this: `X-Vigie-Signature: t=UNIX,v1=HEX`, the HMAC-SHA-256
 * of `UNIX.BODY` under the webhook's secret, so that a receiver can refuse what is old or not ours. Retries on 429, 5xx and
 * failures of the network; a refusal (4xx, a redirect, a private address) is final.
 */
export async function sendNotices(
  webhook: Webhook,
  notices: readonly Notice[],
  options: SendOptions,
): Promise<Delivery> {
  const body = JSON.stringify({
    schema: "vigie.notice/1",
    tool: { name: "vigie", version: options.toolVersion },
    at: options.now().toISOString(),
    notices,
  });
  const wait = options.wait ?? ((ms: number) => pause(ms, options.signal));
  for (let attempt = 1; ; attempt += 1) {
    const { outcome, final, pauseMs } = await attemptOnce(webhook, body, options);
    const backOff = BACK_OFF_MS[attempt - 1];
    if (final || backOff === undefined || options.signal?.aborted === true) {
      return { delivered: /^2\d\d$/.test(outcome), attempts: attempt, outcome };
    }
    await wait(Math.max(backOff, Math.min(pauseMs, LONGEST_PAUSE_MS)));
  }
}

/** An interruption ends the pause; one more attempt is made, which it ends too. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

/** The signature header of a body at a time. */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

async function attemptOnce(
  webhook: Webhook,
  body: string,
  options: SendOptions,
): Promise<{ readonly outcome: string; readonly final: boolean; readonly pauseMs: number }> {
  const headers: Record<string, string> = { "user-agent": `Vigie/${options.toolVersion}` };
  // Each attempt is signed anew: a receiver refuses an old time.
  if (webhook.secret !== null) headers["x-vigie-signature"] = signatureOf(webhook.secret, body, options.now());
  try {
    const { status, retryAfter } = await postJson(webhook.url, body, {
      headers,
      allowPrivate: options.allowPrivate,
      deadlineMs: options.deadlineMs ?? DEADLINE_MS,
      signal: options.signal,
    });
    const again = status === 429 || status >= 500;
    const seconds = /^\d{1,5}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
    return { outcome: String(status), final: !again, pauseMs: seconds * 1000 };
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    const final = error.code === "private-address" || error.code === "out-of-scope";
    return { outcome: error.code, final, pauseMs: 0 };
  }
}
