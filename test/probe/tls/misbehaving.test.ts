import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endpointSchema, type TlsEndpoint } from "../../../src/core/evidence/tls.ts";
import { suiteName } from "../../../src/data/tls/cipher-suites.ts";
import { scanEndpoint } from "../../../src/probe/tls/scan-endpoint.ts";
import { startRaw } from "../../servers/loopback.ts";
import { loopbackEndpoint } from "../../servers/tls/loopback.ts";
import {
  alert,
  honestAnswer,
  message,
  record,
  retryRequest,
  serverHello,
  startScripted,
  type HonestSetup,
  type Script,
} from "../../servers/tls/scripted.ts";
import { bakeryCertificate } from "../../servers/tls/tls-server.ts";
import { createAuthority } from "../../../src/demo/pki.ts";

const RSA_SUITES = [0xc02f, 0xc030, 0xc027, 0x009c, 0x002f, 0x0035, 0x000a, 0xc060, 0xc061];
const chain = bakeryCertificate("rsa").ders;
const HONEST: HonestSetup = { suites: RSA_SUITES, tls13Suites: [0x1301, 0x1303], groups: [0x1d, 0x17], chain };

/** Fifteen seconds are the longest that any server may hold a scan. */
const LONGEST_MS = 15_000;

async function scan(script: Script): Promise<TlsEndpoint> {
  await using server = await startScripted(script);
  // Awaited here, so that the server outlives the scan.
  return await scanPort(server.port);
}

async function scanPort(port: number): Promise<TlsEndpoint> {
  const endpoint = await scanEndpoint(loopbackEndpoint(port));
  expect(() => endpointSchema.parse(endpoint)).not.toThrow();
  expect(endpoint.cost.wallMs).toBeLessThan(LONGEST_MS);
  return endpoint;
}

function suitesOf(endpoint: TlsEndpoint): string[] {
  return [...(endpoint.versions["TLSv1.2"]?.suites ?? [])].sort();
}

const ALL = RSA_SUITES.map(suiteName).sort();

describe.concurrent("servers that misbehave and are still read right", () => {
  it.each<[string, Script]>([
    ["honest", (hello, socket) => socket.end(honestAnswer(hello, HONEST))],
    [
      "refuses hellos with more than 128 suites",
      (hello, socket) => (hello.suites.length > 128 ? socket.destroy() : socket.end(honestAnswer(hello, HONEST))),
    ],
    [
      "hangs on hellos of 256 to 511 bytes",
      (hello, socket) => {
        if (hello.length < 256 || hello.length > 511) socket.end(honestAnswer(hello, HONEST));
      },
    ],
    [
      "drops the connection at a suite that it cannot bear (mbedTLS 2.28)",
      (hello, socket) =>
        hello.suites.some((suite) => suite === 0xc050 || suite === 0xc0a2)
          ? socket.end()
          : socket.end(honestAnswer(hello, HONEST)),
    ],
    [
      "resets the connection at such a suite",
      (hello, socket) =>
        hello.suites.includes(0xc050) ? socket.resetAndDestroy() : socket.end(honestAnswer(hello, HONEST)),
    ],
    [
      "says none of these by closing (Schannel)",
      (hello, socket) => {
        const answer = honestAnswer(hello, HONEST);
        if (answer[0] === 21 && answer[6] === 40) socket.end();
        else socket.end(answer);
      },
    ],
    [
      "says none of these by a suite that was not offered (yaSSL)",
      (hello, socket) => {
        const answer = honestAnswer(hello, HONEST);
        const none = answer[0] === 21 && answer[6] === 40 && !hello.tls13;
        socket.end(none ? record(22, serverHello(0x0303, 0x7777)) : answer);
      },
    ],
    [
      "warns of an unrecognised name before a good hello",
      (hello, socket) => socket.end(Buffer.concat([alert(1, 112), honestAnswer(hello, HONEST)])),
    ],
    [
      "sends every byte in a record of its own",
      (hello, socket) => {
        const answer = honestAnswer(hello, HONEST);
        const body = answer.subarray(5);
        const bytes = answer[0] === 22 ? [...body].map((byte) => record(22, Uint8Array.of(byte))) : [answer];
        socket.end(Buffer.concat(bytes));
      },
    ],
    [
      "sends its answer byte by byte",
      (hello, socket) => {
        socket.setNoDelay(true);
        const answer = honestAnswer(hello, { ...HONEST, chain: [] });
        for (const byte of answer) socket.write(Uint8Array.of(byte));
        socket.end();
      },
    ],
  ])("%s", async (_, script) => {
    const endpoint = await scan(script);

    expect(endpoint.state).toBe("tls");
    expect(endpoint.complete).toBe(true);
    expect(suitesOf(endpoint)).toEqual(ALL);
    expect(endpoint.versions["TLSv1.3"]?.suites).toEqual(["TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"]);
    expect([...endpoint.groups].sort()).toEqual(["secp256r1", "x25519"]);
  });
});

/** Closes where nothing is shared, but fails the handshake at the suite that it would choose and cannot do. */
function stumblingAt(poison: number, order: readonly number[]): Script {
  return (hello, socket) => {
    const chosen = order.find((suite) => hello.suites.includes(suite));
    if (hello.version === 0x0303 && !hello.tls13 && chosen === poison) return void socket.end(alert(2, 40));
    const suites = chosen === undefined ? [] : [chosen];
    const answer = honestAnswer(hello, { ...HONEST, suites });
    if (answer[0] === 21 && answer[6] === 40) socket.end();
    else socket.end(answer);
  };
}

const CAMELLIA = 0x0041;

describe.concurrent("servers whose handshake_failure means something else than none of these", () => {
  it.each([
    ["it comes first", [CAMELLIA, ...RSA_SUITES], true],
    ["it comes in the middle", [0xc02f, 0x009c, CAMELLIA, 0x002f, 0x0035, 0xc060], true],
    ["it comes in the middle, and rare suites may not be asked for", [0xc02f, 0x009c, CAMELLIA, 0x002f, 0x0035], false],
    ["there is one list to ask for only", [0x009c, CAMELLIA, 0x002f, 0x0035], false],
  ])("finds the suites behind the one it stumbles over: %s", async (_, order, authorised) => {
    await using server = await startScripted(stumblingAt(CAMELLIA, order));

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, authorised ? {} : { authorised, budget: 200 }));

    expect(endpoint.complete).toBe(true);
    expect(suitesOf(endpoint)).toEqual(
      order
        .filter((suite) => suite !== CAMELLIA)
        .map(suiteName)
        .sort(),
    );
  });

  it("does not spend its forty handshakes on an old version that fails at every suite (OpenSSL 3)", async () => {
    const never = 0x001f;
    await using server = await startScripted((hello, socket) => {
      const old = hello.version < 0x0303 && !hello.tls13;
      socket.end(old ? alert(2, hello.suites.includes(never) ? 40 : 80) : honestAnswer(hello, HONEST));
    });

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { authorised: false }));

    expect(endpoint.offered?.["TLSv1.1"]).toMatchObject({ value: null, known: "not-tested" });
    expect(endpoint.versions["TLSv1.2"]).toMatchObject({ complete: true });
    expect(endpoint.features?.postQuantum.known).toBe("verified");
  });

  it("calibrates the refusal of groups apart from that of suites (Java)", async () => {
    const endpoint = await scan((hello, socket) => {
      const shared = hello.groups.some((group) => HONEST.groups?.includes(group) === true);
      socket.end(hello.tls13 && !shared ? alert(2, 10) : honestAnswer(hello, HONEST));
    });

    expect(endpoint).toMatchObject({ complete: true });
    expect([...endpoint.groups].sort()).toEqual(["secp256r1", "x25519"]);
    expect(endpoint.features?.postQuantum).toMatchObject({ value: { hybrid: false }, known: "verified" });
    // Without it every group of the table is asked for by itself.
    expect(endpoint.cost.connections).toBeLessThan(40);
  });

  it("asks a server for suites that nobody has only where its refusals leave a doubt", async () => {
    const never = 0x001f;
    const asked = async (script: Script, authorised: boolean): Promise<number> => {
      let hellos = 0;
      await using server = await startScripted((hello, socket, number) => {
        if (hello.suites.length === 3 && hello.suites.includes(never)) hellos += 1;
        script(hello, socket, number);
      });
      await scanEndpoint(loopbackEndpoint(server.port, { authorised }));
      return hellos;
    };
    const staticRsa = { suites: [0x009c, 0x002f], chain };

    expect(await asked((hello, socket) => socket.end(honestAnswer(hello, HONEST)), true)).toBe(0);
    expect(await asked((hello, socket) => socket.end(honestAnswer(hello, HONEST)), false)).toBe(0);
    // Without elliptic groups and rare suites there is one refused list, and nothing to compare it with.
    expect(await asked((hello, socket) => socket.end(honestAnswer(hello, staticRsa)), true)).toBe(0);
    expect(await asked((hello, socket) => socket.end(honestAnswer(hello, staticRsa)), false)).toBe(1);
  });
});

describe.concurrent("servers that misbehave and are called so", () => {
  it("does not take a retry without a group for a post-quantum group (wolfSSL 5.5)", async () => {
    const endpoint = await scan((hello, socket) => {
      const answer = honestAnswer(hello, HONEST);
      const refused = hello.tls13 && answer[0] === 21 && hello.suites.includes(0x1301);
      socket.end(refused ? retryRequest(0x1301, null, hello.sessionId) : answer);
    });

    expect(endpoint.features?.postQuantum).toMatchObject({ value: { hybrid: false, groups: [] }, known: "verified" });
    expect([...endpoint.groups].sort()).toEqual(["secp256r1", "x25519"]);
  });

  it.each<[string, Script]>([
    [
      "always answers with a suite that nobody offered",
      (_, socket) => socket.end(record(22, serverHello(0x0303, 0x1234))),
    ],
    ["sends garbage", (_, socket) => socket.end(randomBytes(4_000))],
    ["announces a record of 65,535 bytes", (_, socket) => socket.end(Buffer.from("160303ffff", "hex"))],
    ["announces a ServerHello of 16 MB", (_, socket) => socket.end(record(22, Buffer.from("02ffffff0303", "hex")))],
    ["sends a ServerHello cut short", (_, socket) => socket.end(record(22, message(2, new Uint8Array(20))))],
    ["closes at once", (_, socket) => socket.end()],
    ["resets at once", (_, socket) => socket.resetAndDestroy()],
    ["warns without end", (_, socket) => socket.end(Buffer.concat(Array.from({ length: 500 }, () => alert(1, 112))))],
  ])("%s: no TLS is claimed", async (_, script) => {
    const endpoint = await scan(script);

    expect(endpoint.state).not.toBe("tls");
    expect(endpoint.versions).toEqual({});
  });

  it("asks a server that retries for ever only so often, and does not believe it", async () => {
    const endpoint = await scan((hello, socket) => {
      const [suite] = hello.suites;
      const [group] = hello.groups;
      socket.end(retryRequest(suite ?? 0, group ?? 0, hello.sessionId));
    });

    expect(endpoint.complete).toBe(false);
    expect(endpoint.cost.connections).toBeLessThan(150);
  });

  it("says that plain HTTP answers on the port", async () => {
    await using server = await startRaw((socket) => {
      socket.on("error", () => undefined);
      socket.end("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n");
    });

    const endpoint = await scanPort(server.port);

    expect(endpoint).toMatchObject({ state: "plain", error: { code: "not-tls" }, complete: true });
    expect(endpoint.error?.message).toContain("HTTP/1.1 400");
  });

  it("gives up on a server that is silent", async () => {
    const endpoint = await scan(() => undefined);

    expect(endpoint).toMatchObject({ state: "failed", error: { code: "timeout" }, complete: false });
  });

  it("gives up on a tarpit that drips", async () => {
    const endpoint = await scan((hello, socket) => {
      const answer = honestAnswer(hello, HONEST);
      let at = 0;
      const timer = setInterval(() => {
        if (socket.destroyed || at >= answer.length) clearInterval(timer);
        else socket.write(answer.subarray(at, (at += 1)));
      }, 500);
    });

    expect(endpoint.complete).toBe(false);
  });

  it("says that it was throttled, and not that the rest is not offered", async () => {
    const endpoint = await scan((hello, socket, number) =>
      number > 12 ? socket.resetAndDestroy() : socket.end(honestAnswer(hello, HONEST)),
    );

    expect(endpoint).toMatchObject({ state: "tls", complete: false, incompleteReason: "throttled" });
    expect(endpoint.versions["TLSv1.2"]?.complete).toBe(false);
  });

  it("notices a server that falls silent half-way", async () => {
    const endpoint = await scan((hello, socket, number) => {
      if (number <= 12) socket.end(honestAnswer(hello, HONEST));
    });

    expect(endpoint.complete).toBe(false);
    expect(["timeout", "throttled"]).toContain(endpoint.incompleteReason);
  });

  it("does not say that there is no further certificate where the question got no answer", async () => {
    const endpoint = await scan((hello, socket) => {
      const schemes = Buffer.from(hello.extensions.get(13) ?? []).toString("hex");
      if (schemes.includes("0804") || schemes.includes("0201"))
        socket.end(honestAnswer(hello, { suites: RSA_SUITES, chain }));
    });

    expect(endpoint.features?.certificateTypes).toMatchObject({ value: ["rsa"], known: "incomplete" });
  });

  it("tells two machines behind one address apart by their certificates", async () => {
    const other = createAuthority(new Date()).issue({ names: ["bakery.test"], key: { type: "rsa", bits: 2048 } });
    const endpoint = await scan((hello, socket, number) =>
      socket.end(honestAnswer(hello, { ...HONEST, chain: number % 2 === 0 ? chain : other.ders })),
    );

    expect(endpoint.variation?.map(({ what }) => what)).toEqual(["certificate-rsa"]);
  });

  it("reads a chain of a megabyte and a certificate of ten thousand names no further than it must", async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `shop-${index}.bakery.test`);
    const wide = createAuthority(new Date()).issue({ names, subject: "bakery\u0007\u001b[31m.test" });
    const before = process.memoryUsage().rss;

    const many = await scan((hello, socket) => socket.end(honestAnswer(hello, { ...HONEST, chain: wide.ders })));
    const long = Array.from({ length: 700 }, () => chain[0] ?? new Uint8Array(0));
    const endless = await scan((hello, socket) => socket.end(honestAnswer(hello, { ...HONEST, chain: long })));

    expect(suitesOf(many)).toEqual(ALL);
    expect(suitesOf(endless)).toEqual(ALL);
    expect(JSON.stringify(many.certificates).length).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });
});
