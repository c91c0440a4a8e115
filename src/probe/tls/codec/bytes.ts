/** Builds a byte string; every number is big-endian as TLS wants it (RFC 8446 3.1). */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): this {
    return this.bytes(Uint8Array.of(value & 0xff));
  }

  u16(value: number): this {
    return this.bytes(Uint8Array.of((value >> 8) & 0xff, value & 0xff));
  }

  u24(value: number): this {
    return this.bytes(Uint8Array.of((value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff));
  }

  bytes(value: Uint8Array): this {
    this.#parts.push(value);
    this.#length += value.length;
    return this;
  }

  /** A vector with a length of one byte before it. */
  vector8(value: Uint8Array): this {
    return this.u8(value.length).bytes(value);
  }

  /** A vector with a length of two bytes before it. */
  vector16(value: Uint8Array): this {
    return this.u16(value.length).bytes(value);
  }

  /** A vector with a length of three bytes before it. */
  vector24(value: Uint8Array): this {
    return this.u24(value.length).bytes(value);
  }

  finish(): Uint8Array {
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** Numbers of two bytes each, one after the other. */
export function u16List(values: readonly number[]): Uint8Array {
  const list = new Uint8Array(values.length * 2);
  values.forEach((value, index) => {
    list[index * 2] = (value >> 8) & 0xff;
    list[index * 2 + 1] = value & 0xff;
  });
  return list;
}

/**
 * Reads a hostile byte string. A read beyond the end gives zero or an empty string and marks the reader as `overrun`: a parser
 * reads on without branches and asks once at its end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #overrun = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** Whether some read went beyond the end. */
  get overrun(): boolean {
    return this.#overrun;
  }

  u8(): number {
    return this.#number(1);
  }

  u16(): number {
    return this.#number(2);
  }

  u24(): number {
    return this.#number(3);
  }

  bytes(length: number): Uint8Array {
    if (length > this.remaining) {
      this.#overrun = true;
      this.#at = this.#bytes.length;
      return new Uint8Array(0);
    }
    const slice = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return slice;
  }

  vector8(): Uint8Array {
    return this.bytes(this.u8());
  }

  vector16(): Uint8Array {
    return this.bytes(this.u16());
  }

  vector24(): Uint8Array {
    return this.bytes(this.u24());
  }

  #number(size: number): number {
    let value = 0;
    for (const byte of this.bytes(size)) value = value * 256 + byte;
    return value;
  }
}
