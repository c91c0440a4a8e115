import { X509Certificate } from "node:crypto";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Authority, Issued } from "../../../src/demo/pki.ts";
import { findProgram } from "./programs.ts";

/**
 * An authority's OCSP responder on a port of loopback, which says of one certificate that it is good. OpenSSL makes the answers;
 * it does not serve them itself, because its own small server leaves a GET (which nginx sends) without one.
 */
export async function startOcspResponder(port: number, authority: Authority, leaf: Issued): Promise<AsyncDisposable> {
  const program = findProgram("openssl");
  if (program === null) throw new Error("openssl is not installed");
  const folder = mkdtempSync(join(tmpdir(), "vigie-ocsp-"));
  const file = (name: string, bytes: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes, { mode: 0o600 });
    return path;
  };
  // openssl-ca(1): state, end of life, revocation, serial, file, subject, between tabulators.
  const { serialNumber } = new X509Certificate(leaf.der);
  const index = file("index.txt", `V\t490101000000Z\t\t${serialNumber}\tunknown\t/CN=bakery.test\n`);
  const certificate = file("authority.pem", authority.pem);
  const key = file("authority.key", authority.keyPem);
  let asked = 0;
  const answer = async (request: Buffer): Promise<Buffer> => {
    asked += 1;
    const [question, response] = [file(`${asked}.request`, request), join(folder, `${asked}.response`)];
    const signer = ["-index", index, "-CA", certificate, "-rsigner", certificate, "-rkey", key, "-ndays", "1"];
    await promisify(execFile)(program, ["ocsp", "-reqin", question, "-respout", response, ...signer]);
    return readFileSync(response);
  };
  const server = createServer((request, reply) => {
    void requestOf(request)
      .then(answer)
      .then((response) => reply.writeHead(200, { "content-type": "application/ocsp-response" }).end(response))
      .catch(() => reply.writeHead(500).end());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** RFC 6960 appendix A.1: the DER request is the body of a POST, or the path of a GET in base64. */
async function requestOf(request: IncomingMessage): Promise<Buffer> {
  if (request.method === "GET") return Buffer.from(decodeURIComponent((request.url ?? "/").slice(1)), "base64");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
