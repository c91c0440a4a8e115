import type { Socket } from "node:net";
import { ByteWriter, u16List } from "../../../src/probe/tls/codec/bytes.ts";
import { suiteById } from "../../../src/data/tls/cipher-suites.ts";
import { startRaw, type LoopbackServer } from "../loopback.ts";
import { readClientHello, type ReadHello } from "./read-client-hello.ts";

/** What a scripted server does with one connection's first hello; `number` counts connections from 1. */
export type Script = (hello: ReadHello, socket: Socket, number: number) => void;

/** A server that reads one ClientHello and then does what the script says: for stacks that nobody can install. */
export async function startScripted(script: Script): Promise<LoopbackServer> {
  let number = 0;
  return startRaw((socket) => {
    number += 1;
    const own = number;
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    const listen = (chunk: Buffer): void => {
      received = Buffer.concat([received, chunk]);
      // An SSL 2.0 hello: a TLS stack closes at it.
      if (received[0] !== 22) socket.end();
      if (received.length < 5 || received[0] !== 22 || received.length < 5 + received.readUInt16BE(3)) return;
      socket.off("data", listen);
      script(readClientHello(received), socket, own);
    };
    socket.on("data", listen);
  });
}

/** A small honest server of TLS 1.2 and 1.3 that the misbehaving ones are made of. */
export interface HonestSetup {
  readonly suites: readonly number[];
  readonly tls13Suites?: readonly number[];
  readonly groups?: readonly number[];
  readonly chain?: readonly Uint8Array[];
}

const X25519 = 0x001d;

/** The bytes with which an honest server answers: a flight, a HelloRetryRequest or an alert. */
export function honestAnswer(hello: ReadHello, setup: HonestSetup): Buffer {
  const groups = setup.groups ?? [X25519];
  if (hello.tls13) {
    const suite = hello.suites.find((id) => setup.tls13Suites?.includes(id) === true);
    const group = hello.groups.find((id) => groups.includes(id));
    return suite === undefined || group === undefined ? alert(2, 40) : retryRequest(suite, group, hello.sessionId);
  }
  if (hello.version < 0x0303) return alert(2, 70);
  const suite = hello.suites.find((id) => setup.suites.includes(id));
  if (suite === undefined) return alert(2, 40);
  const messages = [serverHello(0x0303, suite), certificateMessage(setup.chain ?? [])];
  if (suiteById(suite)?.keyExchange === "ECDHE") {
    const group = hello.groups.find((id) => groups.includes(id));
    if (group === undefined) return alert(2, 40);
    messages.push(ecdheMessage(group));
  }
  return record(22, Buffer.concat([...messages, message(14, new Uint8Array(0))]));
}

/** A record of the TLS 1.2 record layer. Longer bodies become several. */
export function record(type: number, body: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length || at === 0; at += 16_384) {
    parts.push(
      new ByteWriter()
        .u8(type)
        .u16(0x0303)
        .vector16(body.subarray(at, at + 16_384))
        .finish(),
    );
  }
  return Buffer.concat(parts);
}

export function alert(level: number, description: number): Buffer {
  return record(21, Uint8Array.of(level, description));
}

export function message(type: number, body: Uint8Array): Uint8Array {
  return new ByteWriter().u8(type).vector24(body).finish();
}

export function serverHello(
  version: number,
  suite: number,
  random: Uint8Array = new Uint8Array(32).fill(7),
): Uint8Array {
  const body = new ByteWriter().u16(version).bytes(random).vector8(new Uint8Array(0)).u16(suite).u8(0);
  return message(2, body.vector16(new ByteWriter().u16(0xff01).vector16(Uint8Array.of(0)).finish()).finish());
}

const RETRY_RANDOM = Buffer.from("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c", "hex");

/** A HelloRetryRequest; without a group it carries no key_share, as wolfSSL 5.5 does. */
export function retryRequest(suite: number, group: number | null, sessionId: Uint8Array): Buffer {
  const extensions = new ByteWriter().u16(43).vector16(u16List([0x0304]));
  if (group !== null) extensions.u16(51).vector16(u16List([group]));
  const body = new ByteWriter().u16(0x0303).bytes(RETRY_RANDOM).vector8(sessionId).u16(suite).u8(0);
  return record(22, message(2, body.vector16(extensions.finish()).finish()));
}

export function certificateMessage(chain: readonly Uint8Array[]): Uint8Array {
  const list = new ByteWriter();
  for (const der of chain) list.vector24(der);
  return message(11, new ByteWriter().vector24(list.finish()).finish());
}

let point = 0;

/** A ServerKeyExchange of ECDHE with a point of its own and an empty signature. */
export function ecdheMessage(group: number): Uint8Array {
  point += 1;
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(0, point);
  return message(12, new ByteWriter().u8(3).u16(group).vector8(key).u16(0x0804).vector16(new Uint8Array(64)).finish());
}
