import type { SocketReader } from "../socket-reader.ts";
import type { StartTlsOutcome } from "./dialogue.ts";

/** SSLRequest of the PostgreSQL protocol: length 8, code 80877103. The server answers with one byte, S or N. */
const SSL_REQUEST = Uint8Array.of(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);

/** PostgreSQL "SSL Session Encryption": no banner, one request, one byte. */
export async function startPostgres(reader: SocketReader): Promise<StartTlsOutcome> {
  reader.write(SSL_REQUEST);
  const received = await reader.next();
  if (received.kind === "error") return { kind: "end", how: "error", code: received.code };
  if (received.kind !== "data") return { kind: "end", how: received.kind };
  // More than the one byte would be injected plain text (CVE-2021-23222).
  if (received.chunk[0] === 0x53 && received.chunk.length === 1) return { kind: "ready" };
  return {
    kind: "refused",
    text: received.chunk[0] === 0x4e ? "SSL is not offered" : "unexpected answer to SSLRequest",
  };
}
