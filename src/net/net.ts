import type { Socket } from "node:net";
import type { Cost } from "../core/evidence/evidence.ts";
import type { Reason } from "../core/scope.ts";

export type { Reason } from "../core/scope.ts";

/**
 * The only door to the network. One `Net` serves one target; all `Net`s of a process share one scheduler per address, so that
 * shops behind one address share its pace. Every call is checked against the scope, paced, counted and bounded.
 */
export interface Net {
  /** How a scan calls itself, for protocols that are spoken by hand. */
  readonly userAgent: string;
  /** The addresses of a host, resolved once per scan, checked against the address policy and pinned. */
  addresses(host: string): Promise<readonly string[]>;
  /** Opens a TCP connection at the scope's leave and the pace of `kind`. Rejects with a `NetError`. */
  dial(options: DialOptions): Promise<Dialled>;
  /** One GET or HEAD; redirects are never followed. Rejects with a `NetError`; any HTTP answer at all resolves. */
  request(url: string, options?: RequestOptions): Promise<HttpAnswer>;
  /** What this target has cost so far. */
  cost(): Cost;
  /** Closes every connection; a cancelled scan leaves no socket. */
  close(): Promise<void>;
}

/** Which pace a connection is under: TLS handshakes, HTTP requests or port connects. */
export type DialKind = "tls" | "http" | "port";

export interface DialOptions {
  readonly host: string;
  readonly port: number;
  /** One of `addresses(host)`; the first one when absent. */
  readonly address?: string;
  readonly kind: DialKind;
  readonly reason: Reason;
  /** Milliseconds until a connection must stand; default 5,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Dialled {
  /**
   * Connected and paused, without listeners but for the byte counters and an `error` listener that does nothing, so that a
   * reset between two steps does not end the process; the caller destroys it.
   */
  readonly socket: Socket;
  readonly address: string;
}

export interface RequestOptions {
  readonly method?: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the body to read at most; default 1 MiB. What is over is not read and `truncated` says so. */
  readonly maxBytes?: number;
  /** Ask for the first bytes only (`Range: bytes=0-(n-1)`) and read no more. */
  readonly firstBytes?: number;
  /** Milliseconds for the whole exchange, body included, however slowly it drips; default 10,000. */
  readonly deadlineMs?: number;
  readonly reason?: Reason;
  /** `visit` is what a visitor's browser asks; `probe-path` needs authorisation. Default `visit`. */
  readonly activity?: "visit" | "probe-path";
  /** Accept `gzip, deflate, br, zstd` and decode within the same byte cap; default true. False asks for `identity` and gives raw bytes. */
  readonly decode?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly url: string;
  readonly status: number;
  /** In the order received, names in lower case, duplicates kept. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The byte cap, the deadline or a broken transfer cut the body short. */
  readonly truncated: boolean;
  /** Why the body is not whole, where it was not the byte cap: the headers are still good. */
  readonly bodyError?: "deadline" | "reset" | "decode-failed";
  /** The address that was dialled; the proxy's own where one is used. */
  readonly address: string;
  /** What was spoken: `http/1`. HTTP/2 is seen by ALPN in the TLS probe. */
  readonly httpVersion: string;
  /** Why the certificate is not trusted for this host; the exchange went on without trust. */
  readonly certificateError?: string;
  readonly wallMs: number;
}

/** Why the network could not give an answer. Codes are stable: they become evidence. */
export const NET_ERROR_CODES = [
  "dns-not-found",
  "dns-failed",
  "refused",
  "unreachable",
  "reset",
  "timeout",
  "deadline",
  "out-of-scope",
  "needs-authorisation",
  "private-address",
  "budget",
  "blocked",
  "tls-failed",
  "not-http",
  "too-large",
  "proxy-failed",
  "proxy",
  "dry-run",
  "interrupted",
  "internal",
] as const;

export type NetErrorCode = (typeof NET_ERROR_CODES)[number];

/** An expected failure of the network: coded, with one sentence and its cause. */
export class NetError extends Error {
  readonly code: NetErrorCode;

  constructor(code: NetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NetError";
    this.code = code;
  }
}
