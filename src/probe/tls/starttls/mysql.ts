import type { SocketReader } from "../socket-reader.ts";
import type { StartTlsOutcome } from "./dialogue.ts";

const CLIENT_PROTOCOL_41 = 0x0200;
const CLIENT_SSL = 0x0800;
const CLIENT_SECURE_CONNECTION = 0x8000;

/** The greeting of a MySQL server is far shorter. */
const LONGEST_GREETING = 4_096;

/** MySQL "SSL handshake": the server's greeting says whether it has CLIENT_SSL; a short login packet without names asks for it. */
export async function startMysql(reader: SocketReader): Promise<StartTlsOutcome> {
  let greeting = Buffer.alloc(0);
  while (greeting.length < 4 || greeting.length < 4 + greeting.readUIntLE(0, 3)) {
    if (greeting.length > LONGEST_GREETING) return { kind: "broken", text: "greeting too long" };
    const received = await reader.next();
    if (received.kind === "error") return { kind: "end", how: "error", code: received.code };
    if (received.kind !== "data") return { kind: "end", how: received.kind };
    greeting = Buffer.concat([greeting, received.chunk]);
  }
  const body = greeting.subarray(4);
  if (body[0] === 0xff) return { kind: "refused", text: "the server refuses this client" };
  if (body[0] !== 10) return { kind: "broken", text: "no MySQL greeting of protocol 10" };
  // Protocol version, server version up to a zero byte, thread id (4), auth data (8), filler (1), lower capabilities (2).
  const at = body.indexOf(0, 1) + 1 + 4 + 8 + 1;
  if (at < 15 || body.length < at + 2) return { kind: "broken", text: "greeting cut short" };
  if ((body.readUInt16LE(at) & CLIENT_SSL) === 0) return { kind: "refused", text: "SSL is not offered" };
  const request = Buffer.alloc(4 + 32);
  request.writeUIntLE(32, 0, 3);
  request.writeUInt8(1, 3);
  request.writeUInt32LE(CLIENT_PROTOCOL_41 | CLIENT_SSL | CLIENT_SECURE_CONNECTION, 4);
  request.writeUInt32LE(0x01000000, 8);
  request.writeUInt8(45, 12);
  reader.write(request);
  return { kind: "ready" };
}
