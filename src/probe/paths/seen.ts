import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";
import type { HttpAnswer } from "../../net/net.ts";
import { bodyKind, type BodyKind } from "./sniff.ts";

/** An answer as proofs look at it. It lives in memory only. */
export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: HttpAnswer["headers"];
  /** The bytes as sent, at most what the probe asked for. */
  readonly raw: Uint8Array;
  /** The body as Latin-1, so that an index is a byte offset; UTF-16 exports are decoded. Content-Encoding is undone. */
  readonly text: string;
  /** `name: value` lines. */
  readonly head: string;
  readonly kind: BodyKind;
  /** First bytes as lower-case hex: as sent, and after Content-Encoding was undone. */
  readonly magic: readonly string[];
  /** Size of the whole file by Content-Range or Content-Length; null where the server does not say. */
  readonly size: number | null;
}

/** Decoded bytes kept of a body that came compressed although `identity` was asked. */
const DECODED_CAP = 64 * 1024;

const MAGIC_BYTES = 24;

/**
 * Reads an answer: sizes, magic numbers, and its text without Content-Encoding. Each is read when it is first asked for, since most
 * answers are refused by their status. Never throws for what the server sent.
 */
export function seeAnswer(answer: HttpAnswer): Seen {
  const contentType = header(answer.headers, "content-type") ?? "";
  const encoding = header(answer.headers, "content-encoding")?.trim().toLowerCase() ?? "identity";
  const body = once(() =>
    encoding === "identity" || encoding === "" ? answer.body : decodeBounded(answer.body, encoding),
  );
  const text = once(() => textOf(body()));
  const head = once(() => answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n"));
  const kind = once(() => bodyKind(text(), contentType));
  const magic = once(() => [answer.body, ...(body() === answer.body ? [] : [body()])].map((bytes) => hexOf(bytes)));
  return {
    url: answer.url,
    status: answer.status,
    headers: answer.headers,
    raw: answer.body,
    get text() {
      return text();
    },
    get head() {
      return head();
    },
    get kind() {
      return kind();
    },
    get magic() {
      return magic();
    },
    get size() {
      return wholeSize(answer);
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The first value of a field; names are in lower case. */
export function header(headers: HttpAnswer["headers"], name: string): string | undefined {
  return headers.find(([field]) => field === name)?.[1];
}

/** What a compressed prefix holds, as Latin-1, at most 64 KiB; empty when it is no gzip. */
export function peekIntoGzip(bytes: Uint8Array): string {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? textOf(decodeBounded(bytes, "gzip")) : "";
}

function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString("utf16le", 2);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.toString("latin1", 3);
  return buffer.toString("latin1");
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, MAGIC_BYTES)).toString("hex");
}

/** `Content-Range: bytes 0-63/734003200` tells the size of a leak without downloading it. */
function wholeSize(answer: HttpAnswer): number | null {
  const range = header(answer.headers, "content-range");
  const total = range === undefined ? undefined : /^bytes\s+\d+-\d+\/(\d{1,15})$/i.exec(range)?.[1];
  if (total !== undefined) return Number(total);
  const length = header(answer.headers, "content-length");
  return answer.status !== 206 && length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/**
 * Undoes one Content-Encoding of a body that was cut short. A bomb is met with ever shorter prefixes, so that at most the cap is
 * ever held; what is not in that encoding stays as it is.
 */
function decodeBounded(bytes: Uint8Array, encoding: string): Uint8Array {
  for (let length = bytes.length; length >= 16; length = Math.floor(length / 4)) {
    try {
      return decodeOnce(bytes.subarray(0, length), encoding);
    } catch (error) {
      if (!(error instanceof RangeError)) return bytes;
    }
  }
  return bytes;
}

function decodeOnce(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "gzip" || encoding === "x-gzip") {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: DECODED_CAP });
  }
  if (encoding === "deflate") {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: DECODED_CAP });
  }
  if (encoding === "br") {
    return brotliDecompressSync(bytes, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength: DECODED_CAP,
    });
  }
  return bytes;
}
