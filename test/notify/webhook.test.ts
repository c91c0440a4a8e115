import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/notice.ts";
import { sendNotices, type Webhook } from "../../src/notify/webhook.ts";

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A receiver that answers with these statuses in turn, the last one for ever; a redirect points to itself. */
async function receiver(statuses: readonly number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
      response
        .writeHead(status, status === 302 ? { location: "http://169.254.169.254/" } : { "retry-after": "2" })
        .end();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

const notices: readonly Notice[] = [
  {
    event: "finding-new",
    site: "bakery.test",
    severity: "high",
    check: "forms/action-transport",
    title: "Sent in clear.",
  },
];

async function send(webhook: Partial<Webhook>, allowPrivate = true, options: { readonly deadlineMs?: number } = {}) {
  const pauses: number[] = [];
  const delivery = await sendNotices({ name: "shop", url: "", secret: "butter", ...webhook }, notices, {
    ...options,
    allowPrivate,
    toolVersion: "0.0.0",
    now: () => new Date("2026-11-23T02:17:00Z"),
    wait: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  });
  return { ...delivery, pauses };
}

describe("a webhook", () => {
  it("gets the notices with a signature over time and body", async () => {
    const { url, received } = await receiver([204]);

    const sent = await send({ url });

    expect(sent).toEqual({ delivered: true, attempts: 1, outcome: "204", pauses: [] });
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ schema: "vigie.notice/1", notices });
    const [, time, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(received[0]?.headers["x-vigie-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", "butter").update(`${time}.${received[0]?.body}`).digest("hex"));
  });

  it("is tried again after 500 and 429, with growing pauses and Retry-After", async () => {
    const { url, received } = await receiver([500, 429, 200]);

    const sent = await send({ url });

    expect(sent).toMatchObject({ delivered: true, attempts: 3, pauses: [2000, 5000] });
    expect(received).toHaveLength(3);
  });

  it("is given up after four attempts", async () => {
    const { url } = await receiver([503]);

    expect(await send({ url })).toMatchObject({ delivered: false, attempts: 4, outcome: "503" });
  });

  it.each([
    ["a refusal", 403],
    ["a redirect, wherever it leads", 302],
  ])("is final on %s", async (_name, status) => {
    const { url, received } = await receiver([status]);

    expect(await send({ url })).toMatchObject({ delivered: false, attempts: 1, outcome: String(status) });
    expect(received).toHaveLength(1);
  });

  it("that hangs is given up after four attempts, and an interruption ends the pauses", async () => {
    server = createServer(() => undefined);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

    expect(await send({ url }, true, { deadlineMs: 20 })).toMatchObject({
      delivered: false,
      attempts: 4,
      outcome: "deadline",
      pauses: [1000, 5000, 25_000],
    });

    const stop = new AbortController();
    const stopped = sendNotices({ name: "shop", url, secret: null }, notices, {
      allowPrivate: true,
      toolVersion: "0.0.0",
      now: () => new Date("2026-11-23T02:17:00Z"),
      deadlineMs: 20,
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(130), 100);
    expect(await stopped).toMatchObject({ delivered: false });
  });

  it("at a private address is refused unless allowed", async () => {
    const { url, received } = await receiver([200]);

    expect(await send({ url }, false)).toMatchObject({ delivered: false, attempts: 1, outcome: "private-address" });
    expect(received).toEqual([]);
  });

  it("never shows its secret", async () => {
    const { url, received } = await receiver([200]);

    await send({ url });

    expect(JSON.stringify(received)).not.toContain("butter");
  });
});
