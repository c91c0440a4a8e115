import { randomBytes } from "node:crypto";
import { CIPHER_SUITES, suiteName } from "../../../src/data/tls/cipher-suites.ts";
import { encodeClientHello, type ClientHello } from "../../../src/probe/tls/codec/client-hello.ts";
import { WIRE_VERSIONS, type HelloVersion } from "../../../src/probe/tls/codec/wire.ts";
import { exchange } from "../../../src/probe/tls/exchange.ts";
import { legacyHello, TLS13_GROUPS, tls13Hello } from "../../../src/probe/tls/hellos.ts";
import { connectLoopback } from "./loopback.ts";

const BASE = { serverName: "bakery.test", alpn: [] };

/** The truth, the slow way: one hello per suite and connection. It shares the codec with the planner and nothing else. */
export async function bruteForce(port: number, version: HelloVersion, lanes = 16): Promise<string[]> {
  const suites = CIPHER_SUITES.map((suite) => suite.id);
  const accepted: number[] = [];
  const queue = [...suites];
  const worker = async (): Promise<void> => {
    for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
      if (await accepts(port, helloFor(version, suite), suite)) accepted.push(suite);
    }
  };
  await Promise.all(Array.from({ length: lanes }, worker));
  return accepted.map(suiteName).sort();
}

/** Whether a server chooses the one suite that a hello offers, at the hello's own version. */
async function accepts(port: number, hello: ClientHello, suite: number): Promise<boolean> {
  const { answer } = await exchange({
    connect: async (signal) => connectLoopback(port, signal),
    bytes: encodeClientHello(hello, randomBytes),
    read: "hello",
    timeoutMs: 5_000,
    signal: new AbortController().signal,
  });
  if (answer.kind !== "flight") return false;
  return answer.flight.hello.suite === suite && answer.flight.hello.version === WIRE_VERSIONS[hello.version];
}

function helloFor(version: HelloVersion, suite: number): ClientHello {
  return version === "TLSv1.3" ? tls13Hello(BASE, [suite], TLS13_GROUPS) : legacyHello(BASE, version, [suite]);
}
