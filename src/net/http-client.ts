import type { Socket } from "node:net";
import { Client, type Dispatcher } from "undici";
import { encodingsOf, readBody } from "./body.ts";
import { toInterrupted } from "./dialler.ts";
import { toNetError, type Contact } from "./errors.ts";
import { NetError, type HttpAnswer } from "./net.ts";
import type { ConnectionSlots, Slot } from "./connection-slots.ts";
import { createSemaphore, type Semaphore } from "./semaphore.ts";

/** An open connection for one origin, secured where the scheme asks for it. */
export interface OriginConnection {
  readonly socket: Socket;
  readonly address: string;
  readonly certificateError?: string | undefined;
}

/** Where the requests of one origin go. */
export interface Route {
  /** `https://bakery.test:8443`, or the proxy's own origin for plain requests through it. */
  readonly origin: string;
  /** Plain requests through a proxy name the whole URL (RFC 9112, 3.2.2). */
  readonly absoluteForm: boolean;
  readonly proxyAuthorization: string | null;
  connect(signal: AbortSignal): Promise<OriginConnection>;
}

export interface Exchange {
  readonly url: URL;
  readonly contact: Contact;
  readonly route: Route;
  readonly method: "GET" | "HEAD";
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly decode: boolean;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export interface HttpClient {
  exchange(exchange: Exchange): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** One kept-alive connection at a time; the connector writes down what it is connected to. */
interface Lane {
  readonly client: Client;
  connection: OriginConnection | null;
  /** Of the exchange that uses it; null while it is idle. */
  signal: AbortSignal | null;
  uses: number;
  /** Held from before the first byte until the connection is closed. */
  slot: Slot | null;
}

interface OriginPool {
  readonly places: Semaphore;
  readonly idle: Lane[];
}

/** Longest header section that is read. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Milliseconds that an idle connection is kept for the next request. */
const KEEP_ALIVE_MS = 8000;

/**
 * HTTP/1.1 over kept-alive connections, at most `perOrigin` at a time for one origin, each in a slot of `slots`. Bytes, headers
 * and the whole time of an exchange are bounded; redirects and cookies are not its business.
 */
export function createHttpClient(perOrigin: number, slots: ConnectionSlots): HttpClient {
  const pools = new Map<string, OriginPool>();
  const lanes = new Set<Lane>();
  let closed = false;

  function poolOf(origin: string): OriginPool {
    const known = pools.get(origin);
    if (known !== undefined) return known;
    const made: OriginPool = { places: createSemaphore(perOrigin), idle: [] };
    pools.set(origin, made);
    return made;
  }

  function openLane(route: Route): Lane {
    const client = new Client(route.origin, {
      connect: (_options, callback) => {
        const signal = lane.signal;
        if (signal === null) {
          callback(new Error("no request wants a connection"), null);
          return;
        }
        route.connect(signal).then(
          (connection) => {
            lane.connection = connection;
            lane.uses = 0;
            callback(null, connection.socket);
          },
          (error: unknown) => {
            callback(error instanceof Error ? error : new Error("connect failed", { cause: error }), null);
          },
        );
      },
      allowH2: false,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      // The total deadline is ours: undici's own timers restart with every byte of a slow drip.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const lane: Lane = { client, connection: null, signal: null, uses: 0, slot: null };
    client.on("disconnect", () => {
      lane.connection = null;
      if (lane.signal === null) leaveSlot(lane);
    });
    lanes.add(lane);
    return lane;
  }

  async function exchange(input: Exchange): Promise<HttpAnswer> {
    const pool = poolOf(input.route.origin);
    const leave = await pool.places.acquire(input.signal);
    const lane = pool.idle.pop() ?? openLane(input.route);
    try {
      // Before the deadline begins: waiting for a slot is not the server's time.
      if (lane.slot?.resume() !== true) lane.slot = await slots.acquire(input.signal);
    } catch (error) {
      pool.idle.push(lane);
      leave();
      throw input.signal.aborted ? toInterrupted(input.signal, input.contact.host, input.contact.port) : error;
    }
    const deadline = new AbortController();
    const timer = setTimeout(() => {
      const { host, port } = input.contact;
      const words = `${host}:${String(port)} did not finish its answer within ${String(input.deadlineMs)} ms`;
      deadline.abort(new NetError("deadline", words));
    }, input.deadlineMs);
    const signal = AbortSignal.any([input.signal, deadline.signal]);
    lane.signal = signal;
    const started = performance.now();
    try {
      if (closed) throw new NetError("interrupted", "the scan is over");
      const response = await askTwice(lane, input, signal);
      return await readAnswer(lane, input, response, deadline.signal, started);
    } catch (error) {
      if (signal.aborted) throw toInterrupted(signal, input.contact.host, input.contact.port);
      throw toNetError(error, input.contact);
    } finally {
      clearTimeout(timer);
      lane.signal = null;
      if (closed) void lane.client.destroy().catch(() => undefined);
      else pool.idle.push(lane);
      rest(lane);
      leave();
    }
  }

  return {
    exchange,
    async close() {
      closed = true;
      await Promise.all([...lanes].map((lane) => lane.client.destroy(new NetError("interrupted", "the scan is over"))));
      for (const lane of lanes) leaveSlot(lane);
    },
  };
}

/** An idle connection keeps its slot as long as nobody waits for one; without a connection there is none to keep. */
function rest(lane: Lane): void {
  const { slot, connection } = lane;
  if (slot === null) return;
  if (connection === null) {
    leaveSlot(lane);
    return;
  }
  slot.idle(() => {
    lane.slot = null;
    if (connection.socket.closed) slot.release();
    else connection.socket.once("close", () => slot.release()).destroy();
  });
}

function leaveSlot(lane: Lane): void {
  lane.slot?.release();
  lane.slot = null;
}

/** A kept connection that the server closed just as it was used again says nothing about the server: it is asked once more. */
async function askTwice(lane: Lane, input: Exchange, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const reused = lane.connection !== null && lane.uses > 0;
  try {
    return await ask(lane, input, signal);
  } catch (error) {
    if (!reused || signal.aborted || toNetError(error, input.contact).code !== "reset") throw error;
    return await ask(lane, input, signal);
  }
}

async function ask(lane: Lane, input: Exchange, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { url, route } = input;
  const path = `${url.pathname}${url.search}`;
  const proxied = route.absoluteForm && route.proxyAuthorization !== null;
  return await lane.client.request({
    path: route.absoluteForm ? `${url.origin}${path}` : path,
    method: input.method,
    headers: {
      ...input.headers,
      host: url.host,
      ...(proxied ? { "proxy-authorization": route.proxyAuthorization } : {}),
    },
    signal,
    responseHeaders: "raw",
    // undici closes the connection after HEAD unless told otherwise.
    reset: false,
  });
}

async function readAnswer(
  lane: Lane,
  input: Exchange,
  response: Dispatcher.ResponseData,
  deadline: AbortSignal,
  started: number,
): Promise<HttpAnswer> {
  const connection = lane.connection;
  lane.uses += 1;
  const headers = pairs(response.headers);
  const length = headers.find(([name]) => name === "content-length")?.[1];
  const contentLength = length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
  const encodings = input.decode ? encodingsOf(headers) : [];
  const body = await readBody(response.body, encodings, input.maxBytes, contentLength);
  if (input.signal.aborted) throw toInterrupted(input.signal, input.contact.host, input.contact.port);
  const bodyError = body.error !== undefined && deadline.aborted ? "deadline" : body.error;
  return {
    url: input.url.href,
    status: response.statusCode,
    headers,
    body: body.bytes,
    truncated: body.truncated,
    ...(bodyError === undefined ? {} : { bodyError }),
    address: connection?.address ?? "",
    httpVersion: "http/1",
    ...(connection?.certificateError === undefined ? {} : { certificateError: connection.certificateError }),
    wallMs: Math.round(performance.now() - started),
  };
}

/** undici's flat list of raw names and values as pairs, names in lower case. */
function pairs(raw: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(raw)) return [];
  const list: readonly unknown[] = raw;
  return Array.from({ length: Math.floor(list.length / 2) }, (_, index): readonly [string, string] => [
    String(list[2 * index]).toLowerCase(),
    String(list[2 * index + 1]).trim(),
  ]);
}
