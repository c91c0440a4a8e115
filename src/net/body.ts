import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";

export interface ReadBody {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
  readonly error?: "reset" | "decode-failed" | undefined;
}

/** Compressed bytes over the cap of the decoded ones that are still read: framing of data that does not compress. */
const WIRE_SLACK = 64 * 1024;

/** A rest of this size is read and thrown away, because a new connection costs more. */
const DRAIN = 64 * 1024;

/** Layers of Content-Encoding that are undone; more is an attack. */
const MAX_LAYERS = 2;

class WireCapError extends Error {}

/**
 * Reads a body to at most `maxBytes` decoded bytes. A compressed bomb is cut at the cap, since the decoder is only asked for
 * what is still wanted. What does not decode keeps the bytes that did. Never rejects for what the server sends.
 */
export async function readBody(
  stream: Readable,
  encodings: readonly string[],
  maxBytes: number,
  contentLength: number | null,
): Promise<ReadBody> {
  const layers = encodings.filter((name) => name !== "identity" && name !== "");
  const known = layers.length <= MAX_LAYERS && layers.every((name) => DECODABLE.has(name));
  const chunks: Uint8Array[] = [];
  let size = 0;
  let over = false;
  let drained = 0;
  const mayDrain = layers.length === 0 && contentLength !== null && contentLength - maxBytes <= DRAIN;

  async function collect(source: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of source) {
      const wanted = maxBytes - size;
      if (wanted > 0) chunks.push(chunk.length > wanted ? chunk.subarray(0, wanted) : chunk);
      size += Math.min(chunk.length, Math.max(0, wanted));
      if (chunk.length <= wanted) continue;
      over = true;
      drained += chunk.length - Math.max(0, wanted);
      if (!mayDrain || drained > DRAIN) return;
    }
  }

  let error: ReadBody["error"];
  let wireFailed = false;
  async function* wire(): AsyncGenerator<Uint8Array> {
    let read = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        read += chunk.length;
        if (layers.length > 0 && read > maxBytes + WIRE_SLACK) throw new WireCapError("compressed bytes over the cap");
        yield chunk;
      }
    } catch (cause) {
      wireFailed = true;
      throw cause;
    }
  }

  try {
    if (layers.length === 0 || !known) {
      await collect(wire());
    } else {
      const peeked = await peek(wire());
      if (peeked !== null) await decode(peeked.first, peeked.all, layers, collect);
    }
  } catch (cause) {
    // Leaving a pipeline early, which is what the cap does, is an error to it.
    if (cause instanceof WireCapError) over = true;
    else if (!over) error = wireFailed ? "reset" : "decode-failed";
  } finally {
    if (!stream.readableEnded) stream.on("error", () => undefined).destroy();
  }
  const bytes = Buffer.concat(chunks);
  return { bytes, truncated: over || error !== undefined, ...(error === undefined ? {} : { error }) };
}

/** The names of Content-Encoding in the order in which they were applied. */
export function encodingsOf(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers
    .filter(([name]) => name === "content-encoding")
    .flatMap(([, value]) => value.split(","))
    .map((name) => name.trim().toLowerCase().replace(/^x-/, ""))
    .filter((name) => name !== "")
    .slice(0, 8);
}

const DECODABLE: ReadonlySet<string> = new Set(["gzip", "deflate", "br", "zstd"]);

async function decode(
  first: Uint8Array,
  source: AsyncIterable<Uint8Array>,
  layers: readonly string[],
  collect: (source: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const [outer, inner] = layers.toReversed().map((name, index) => decoderOf(name, index === 0 ? first : null));
  if (outer === undefined) return;
  if (inner === undefined) await pipeline(source, outer, collect);
  else await pipeline(source, outer, inner, collect);
}

/** A transfer that ends early gives what was decoded so far: hence the flushes. */
function decoderOf(name: string, first: Uint8Array | null): Transform {
  if (name === "br") return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  if (name === "zstd") return createZstdDecompress({ finishFlush: constants.ZSTD_e_flush });
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  if (name === "gzip") return createGunzip(options);
  // "deflate" is zlib by RFC 9110, 8.4.1.2, yet some servers send the raw format; the first byte tells them apart.
  const zlibHeader = first === null || ((first[0] ?? 0) & 0x0f) === 8;
  return zlibHeader ? createInflate(options) : createInflateRaw(options);
}

async function peek(
  source: AsyncGenerator<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> } | null> {
  const start = await source.next();
  if (start.done === true) return null;
  const first = start.value;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* source;
  }
  return { first, all: all() };
}
