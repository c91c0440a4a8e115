import { connect, type Socket } from "node:net";
import type { TlsCertificate } from "../../../src/core/evidence/tls.ts";
import type { EndpointOptions } from "../../../src/probe/tls/scan-endpoint.ts";
import { describeCertificates } from "../../../src/probe/tls/certificates.ts";

/** Connects to a port of the loopback, as the door to the network would. */
export async function connectLoopback(port: number, signal?: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", ...(signal === undefined ? {} : { signal }) });
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}

/** Options that scan a port of the loopback under the name of the bakery. */
export function loopbackEndpoint(port: number, more: Partial<EndpointOptions> = {}): EndpointOptions {
  return {
    host: "bakery.test",
    ip: "127.0.0.1",
    port,
    purpose: "target",
    lanes: 6,
    authorised: true,
    signal: new AbortController().signal,
    connect: async (signal) => connectLoopback(port, signal),
    describe: (ders): TlsCertificate => describeCertificates(ders, "bakery.test", new Date("2026-11-23T12:00:00Z"), []),
    ...more,
  };
}
