import { NetError, type NetErrorCode } from "./net.ts";

/** What was being contacted, for the sentence. */
export interface Contact {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

type Sentence = (contact: Contact) => string;
type Row = readonly [NetErrorCode, Sentence];

const where = ({ host, port }: Contact): string => `${host}:${String(port)}`;

const notFound: Row = ["dns-not-found", ({ host }) => `no host is called ${host}; check the spelling`];
const refused: Row = ["refused", (contact) => `${where(contact)} refuses connections; nothing listens there`];
const unreachable: Row = ["unreachable", (contact) => `no network route leads to ${where(contact)}`];
const reset: Row = ["reset", (contact) => `${where(contact)} cut the connection without an answer`];
const timeout: Row = ["timeout", (contact) => `${where(contact)} does not answer; a firewall may drop the packets`];
const plainPort: Row = ["tls-failed", (contact) => `${where(contact)} does not speak TLS; it may be a plain HTTP port`];

/** By the `code` of errors from Node, OpenSSL and undici. */
const BY_CODE: Readonly<Record<string, Row>> = {
  ENOTFOUND: notFound,
  ENODATA: notFound,
  EAI_AGAIN: ["dns-failed", ({ host }) => `the resolver gave no answer for ${host}; check this machine's network`],
  ECONNREFUSED: refused,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  ENETDOWN: unreachable,
  EACCES: ["unreachable", (contact) => `this machine's own firewall forbids a connection to ${where(contact)}`],
  ECONNRESET: reset,
  EPIPE: reset,
  ECONNABORTED: reset,
  UND_ERR_SOCKET: reset,
  ETIMEDOUT: timeout,
  UND_ERR_CONNECT_TIMEOUT: timeout,
  UND_ERR_HEADERS_OVERFLOW: ["too-large", (contact) => `${where(contact)} sent more than 64 KiB of headers`],
  ERR_SSL_WRONG_VERSION_NUMBER: plainPort,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: plainPort,
  ERR_SSL_HTTP_REQUEST: plainPort,
  ERR_SSL_RECORD_LAYER_FAILURE: plainPort,
};

/**
 * An error of the platform as a `NetError` with a plain sentence and the original as its cause. What is unknown becomes
 * `internal`, so that nothing of the network ever reaches a user as a stack trace.
 */
export function toNetError(error: unknown, contact: Contact): NetError {
  if (error instanceof NetError) return error;
  const inner = innermost(error);
  if (inner instanceof NetError) return inner;
  const code = codeOf(inner);
  const known = BY_CODE[code];
  if (known !== undefined) return new NetError(known[0], known[1](contact), { cause: error });
  // undici names the parser's errors HPE_…, yet leaves the code out where its own table has no name for one.
  const unparsable = code.startsWith("HPE_") || (inner instanceof Error && inner.name === "HTTPParserError");
  if (unparsable) return new NetError("not-http", notHttp(inner, contact), { cause: error });
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_") || code === "EPROTO") {
    return new NetError("tls-failed", `the TLS handshake with ${where(contact)} failed: ${tlsWords(inner)}`, {
      cause: error,
    });
  }
  if (code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") {
    return new NetError("not-http", `${where(contact)} sends another length than it announced`, { cause: error });
  }
  // undici asserts what it takes for granted of a parsed answer; a status of 000 breaks it, and is the server's doing.
  if (code === "ERR_ASSERTION") return new NetError("not-http", notHttp(inner, contact), { cause: error });
  return new NetError("internal", `an unexpected error while speaking with ${where(contact)}: ${code || "no code"}`, {
    cause: error,
  });
}

/** The sentence for a name that resolved to nothing that may be contacted. */
export function privateAddress(host: string, kind: string): NetError {
  return new NetError(
    "private-address",
    `${host} leads to a ${kind} address, which is only looked at when you name the address or give --allow-private`,
  );
}

function notHttp(error: unknown, contact: Contact): string {
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  const first = data instanceof Uint8Array ? data[0] : typeof data === "string" ? data.charCodeAt(0) : undefined;
  // A TLS alert (0x15) or handshake (0x16) record in answer to a plain request.
  if (!contact.secure && (first === 0x15 || first === 0x16)) {
    return `${where(contact)} speaks TLS and not plain HTTP; try https://`;
  }
  return `${where(contact)} answers, but not in HTTP`;
}

function tlsWords(error: unknown): string {
  const reason = error instanceof Error && "reason" in error ? error.reason : undefined;
  if (typeof reason === "string") return reason;
  return codeOf(error).replace("ERR_SSL_", "").toLowerCase().replaceAll("_", " ") || "no reason given";
}

function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors[0];
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
