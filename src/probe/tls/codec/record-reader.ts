import { CONTENT } from "./wire.ts";

/** What comes out of the record layer of a server that speaks in clear. */
export type RecordEvent =
  | { readonly type: "alert"; readonly level: number; readonly description: number }
  | { readonly type: "message"; readonly handshake: number; readonly body: Uint8Array; readonly cut: boolean }
  | { readonly type: "encrypted" }
  | { readonly type: "malformed"; readonly reason: "not-tls" | "record-length" | "record-type" };

/** A record is at most 2^14 bytes, and 2^14 + 2048 where it was compressed and encrypted (RFC 5246 6.2.3). */
const LONGEST_RECORD = 16_384 + 2_048;

/** A handshake message longer than this is counted, not kept: a chain of a megabyte must not live in memory. */
export const LONGEST_MESSAGE = 131_072;

const HEADER_LENGTH = 4;
const NOTHING = new Uint8Array(0);

/**
 * The record layer as an incremental state machine: bytes in at any split, events out. Handshake messages are put together over
 * records, several may share one record. It never throws, keeps at most one record and one message, and stops at the first
 * malformed record.
 */
export class RecordReader {
  #pending: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  /** Bytes that the handshake header, or once it is there the message, still lacks. */
  #missing = HEADER_LENGTH;
  #headed = false;
  #skip = 0;
  #skipType = 0;
  #stopped = false;

  /** Takes bytes as they came and gives what they completed. */
  push(chunk: Uint8Array): RecordEvent[] {
    if (this.#stopped) return [];
    this.#pending = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    const events: RecordEvent[] = [];
    while (this.#pending.length >= 1) {
      const type = this.#pending[0] ?? 0;
      if (type < CONTENT.changeCipherSpec || type > CONTENT.heartbeat) return this.#stop(events, "not-tls");
      if (this.#pending.length < 5) break;
      if (this.#pending[1] !== 3) return this.#stop(events, "not-tls");
      const length = this.#pending.readUInt16BE(3);
      if (length > LONGEST_RECORD) return this.#stop(events, "record-length");
      if (this.#pending.length < 5 + length) break;
      const body = this.#pending.subarray(5, 5 + length);
      this.#pending = this.#pending.subarray(5 + length);
      this.#record(type, body, events);
    }
    return events;
  }

  #stop(events: RecordEvent[], reason: "not-tls" | "record-length"): RecordEvent[] {
    this.#stopped = true;
    this.#pending = Buffer.alloc(0);
    events.push({ type: "malformed", reason });
    return events;
  }

  #record(type: number, body: Buffer, events: RecordEvent[]): void {
    switch (type) {
      case CONTENT.alert:
        // Alerts may share a record in SSL 3.0; an encrypted one is longer than two bytes and says nothing to us.
        for (let at = 0; at + 2 <= body.length && body.length <= 8; at += 2) {
          events.push({ type: "alert", level: body[at] ?? 0, description: body[at + 1] ?? 0 });
        }
        return;
      case CONTENT.handshake:
        this.#fragment(body, events);
        return;
      case CONTENT.applicationData:
        events.push({ type: "encrypted" });
        return;
      default:
        return;
    }
  }

  #fragment(body: Buffer, events: RecordEvent[]): void {
    let rest = body;
    while (rest.length > 0) {
      if (this.#skip > 0) {
        const passed = Math.min(this.#skip, rest.length);
        this.#skip -= passed;
        rest = rest.subarray(passed);
        if (this.#skip === 0) events.push({ type: "message", handshake: this.#skipType, body: NOTHING, cut: true });
        continue;
      }
      rest = rest.subarray(this.#keep(rest, Math.min(this.#missing, rest.length)));
      if (this.#missing > 0) return;
      if (!this.#headed) {
        const head = this.#join();
        const length = head.readUIntBE(1, 3);
        if (length > LONGEST_MESSAGE) {
          this.#skip = length;
          this.#skipType = head[0] ?? 0;
          this.#next();
          continue;
        }
        this.#headed = true;
        this.#missing = length;
        this.#parts = [head];
        if (length > 0) continue;
      }
      const message = this.#join();
      this.#next();
      events.push({ type: "message", handshake: message[0] ?? 0, body: message.subarray(4), cut: false });
    }
  }

  /** Keeps the first bytes for the message that is being put together. */
  #keep(from: Buffer, length: number): number {
    this.#parts.push(from.subarray(0, length));
    this.#missing -= length;
    return length;
  }

  #join(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #next(): void {
    this.#parts = [];
    this.#missing = HEADER_LENGTH;
    this.#headed = false;
  }
}
