import type { AddressInfo } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import { createAuthority, type Issued } from "../../../src/demo/pki.ts";

/** A real TLS server of Node's on an ephemeral loopback port. */
export interface TestTlsServer extends AsyncDisposable {
  readonly port: number;
  close(): Promise<void>;
}

const authority = createAuthority(new Date());
const issued = new Map<string, Issued>();

/** The bakery's certificate for a key type; made once per run. */
export function bakeryCertificate(type: "rsa" | "ec" | "ed25519"): Issued {
  const known = issued.get(type);
  if (known !== undefined) return known;
  const key =
    type === "rsa" ? { type, bits: 2048 } : type === "ec" ? { type, curve: "P-256" as const } : ({ type } as const);
  const made = authority.issue({ names: ["bakery.test", "www.bakery.test"], key });
  issued.set(type, made);
  return made;
}

/** Starts a TLS server with the certificates of these key types; several are chosen among by the client's signature schemes. */
export async function startTlsServer(
  types: readonly ("rsa" | "ec" | "ed25519")[],
  options: TlsOptions = {},
): Promise<TestTlsServer> {
  const certificates = types.map(bakeryCertificate);
  const server = createServer(
    {
      cert: certificates.map((one) => one.chain),
      key: certificates.map((one) => one.keyPem),
      ...options,
    },
    (socket) => {
      socket.on("error", () => undefined);
      socket.on("data", () => undefined);
    },
  );
  server.on("tlsClientError", () => undefined);
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, close, [Symbol.asyncDispose]: close };
}
