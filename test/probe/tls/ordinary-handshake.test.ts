import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ordinaryHandshake, type OrdinaryHandshake } from "../../../src/probe/tls/ordinary-handshake.ts";
import { connectLoopback } from "../../servers/tls/loopback.ts";
import { startTlsServer, type TestTlsServer } from "../../servers/tls/tls-server.ts";

let tls: TestTlsServer;

beforeAll(async () => {
  tls = await startTlsServer(["ec"], { minVersion: "TLSv1.3" });
});

afterAll(async () => tls.close());

interface Way extends AsyncDisposable {
  readonly port: number;
}

/** A way to the server on which `finished` decides what becomes of the client's bytes from its Finished on. */
async function wayTo(finished: (forward: () => void, client: Socket) => void): Promise<Way> {
  const listener = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ port: tls.port, host: "127.0.0.1", allowHalfOpen: true });
    let flights = 0;
    client.on("error", () => undefined);
    server.on("error", () => undefined);
    client.on("data", (bytes: Buffer) => {
      flights += 1;
      if (flights === 1) server.write(bytes);
      else finished(() => server.write(bytes), client);
    });
    client.on("end", () => finished(() => server.end(), client));
    client.on("close", () => server.destroy());
    server.pipe(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return {
    // A server that listens on TCP has an address with a port.
    port: (listener.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

async function shake(port: number): Promise<OrdinaryHandshake> {
  const result = await ordinaryHandshake(await connectLoopback(port), {
    serverName: "bakery.test",
    alpn: [],
    wantTicket: true,
    timeoutMs: 5_000,
    signal: new AbortController().signal,
  });
  if (result.kind !== "done") throw new Error(`the handshake failed: ${result.code}`);
  return result.handshake;
}

describe("the ticket of TLS 1.3", () => {
  it("is waited for by the server's answer to the farewell, and not by the clock alone", async () => {
    await using busy = await wayTo((forward) => setTimeout(forward, 900));

    const { session, facts } = await shake(busy.port);

    expect(session).not.toBeNull();
    expect(facts?.hasTicket).toBe(true);
  });

  it("is not there where the server closes without one", async () => {
    await using silent = await wayTo((_, client) => client.end());

    const { session, version } = await shake(silent.port);

    expect({ session, version }).toEqual({ session: null, version: "TLSv1.3" });
  });
});
