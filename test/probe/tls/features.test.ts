import { constants, createDiffieHellmanGroup } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createSecureContext, createServer, type TlsOptions } from "node:tls";
import { describe, expect, it } from "vitest";
import type { TlsEndpoint, TlsFeatures } from "../../../src/core/evidence/tls.ts";
import { createAuthority } from "../../../src/demo/pki.ts";
import { ByteWriter } from "../../../src/probe/tls/codec/bytes.ts";
import { suiteById, suiteName } from "../../../src/data/tls/cipher-suites.ts";
import { scanEndpoint } from "../../../src/probe/tls/scan-endpoint.ts";
import { dhParameters } from "../../servers/tls/dh-parameters.ts";
import { loopbackEndpoint } from "../../servers/tls/loopback.ts";
import {
  alert,
  certificateMessage,
  honestAnswer,
  message,
  record,
  startScripted,
  type Script,
} from "../../servers/tls/scripted.ts";
import { bakeryCertificate, startTlsServer } from "../../servers/tls/tls-server.ts";
import { startRaw } from "../../servers/loopback.ts";

async function scanServer(
  options: TlsOptions,
  keys: readonly ("rsa" | "ec" | "ed25519")[] = ["rsa"],
): Promise<TlsEndpoint> {
  await using server = await startTlsServer(keys, options);
  return await scanEndpoint(loopbackEndpoint(server.port));
}

async function scanScript(script: Script): Promise<TlsEndpoint> {
  await using server = await startScripted(script);
  return await scanEndpoint(loopbackEndpoint(server.port));
}

/** The values of some features. */
function values<Name extends keyof TlsFeatures>(
  endpoint: TlsEndpoint,
  ...names: readonly Name[]
): Partial<Record<Name, unknown>> {
  const picked: Partial<Record<Name, unknown>> = {};
  for (const name of names) picked[name] = endpoint.features?.[name]?.value;
  return picked;
}

const OAKLEY_2 = dhParameters(createDiffieHellmanGroup("modp2").getPrime(), 2);

describe("features of real servers", () => {
  it.each<[string, TlsOptions, Partial<Record<keyof TlsFeatures, unknown>>]>([
    [
      "a plain modern server",
      {},
      {
        clientCertificate: "none",
        secureRenegotiation: true,
        extendedMasterSecret: true,
        compression: false,
        heartbeat: false,
        earlyData: 0,
        resumption: true,
        fallbackScsv: true,
        downgradeSentinel: true,
        ocspStapling: false,
        scts: 0,
        ecdhReuse: false,
      },
    ],
    ["protocols", { ALPNProtocols: ["h2", "http/1.1"] }, { alpn: ["h2", "http/1.1"] }],
    ["one protocol", { ALPNProtocols: ["http/1.1"] }, { alpn: ["http/1.1"], resumption: true }],
    [
      "a client certificate asked for",
      { requestCert: true, rejectUnauthorized: false },
      { clientCertificate: "requested" },
    ],
    [
      "a client certificate demanded",
      { requestCert: true, rejectUnauthorized: true },
      { clientCertificate: "required", resumption: null, earlyData: null },
    ],
    [
      "a client certificate demanded in TLS 1.3 only, where the demand is encrypted",
      { requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" },
      { clientCertificate: "required", resumption: null, earlyData: null },
    ],
    [
      "no tickets in TLS 1.2",
      { maxVersion: "TLSv1.2", secureOptions: constants.SSL_OP_NO_TICKET },
      { sessionTickets: false },
    ],
    [
      "a hybrid group preferred",
      { ecdhCurve: "X25519MLKEM768:X25519" },
      { postQuantum: { hybrid: true, groups: ["X25519MLKEM768"], preferred: true } },
    ],
    ["no hybrid group", { ecdhCurve: "X25519:P-256" }, { postQuantum: { hybrid: false, groups: [], preferred: null } }],
    [
      "no TLS 1.3",
      { maxVersion: "TLSv1.2" },
      { postQuantum: { hybrid: false, groups: [], preferred: null }, earlyData: null, fallbackScsv: null },
    ],
    [
      "ChaCha20 on request",
      {
        honorCipherOrder: true,
        maxVersion: "TLSv1.2",
        ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305",
        secureOptions: constants.SSL_OP_PRIORITIZE_CHACHA,
      },
      { chachaPriority: true },
    ],
    [
      "no ChaCha20 on request",
      {
        honorCipherOrder: true,
        maxVersion: "TLSv1.2",
        ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305",
      },
      { chachaPriority: false },
    ],
    [
      "a shared prime of 1,024 bits",
      { maxVersion: "TLSv1.2", ciphers: "DHE-RSA-AES128-SHA:DHE-RSA-AES256-SHA:@SECLEVEL=0", dhparam: OAKLEY_2 },
      {
        dh: expect.objectContaining({ bits: 1024, prime: "RFC 2409 Oakley group 2", shared: true, export: false }),
        dhReuse: false,
      },
    ],
    [
      "encrypt-then-MAC",
      { maxVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-SHA:AES128-SHA" },
      { encryptThenMac: true },
    ],
  ])("%s", async (_, options, expected) => {
    const endpoint = await scanServer(options);

    // The keys of the expectation are names of features.
    const names = Object.keys(expected) as (keyof TlsFeatures)[];
    expect(values(endpoint, ...names)).toEqual(expected);
  });

  it("tells a certificate of another name apart, without SNI and with an unknown one", async () => {
    const other = bakeryCertificate("ec");
    const endpoint = await scanServer({
      SNICallback: (name, done) =>
        done(null, name === "bakery.test" ? undefined : createSecureContext({ cert: other.chain, key: other.keyPem })),
    });

    expect(values(endpoint, "wrongSni").wrongSni).toMatchObject({ outcome: "rejected" });
  });

  it.each([
    ["its own order, though it prefers ChaCha20 for clients that do (HAProxy)", true, "server"],
    ["the client's", false, "client"],
  ])("knows whose order counts before it knows every suite: %s", async (_, honorCipherOrder, order) => {
    await using server = await startTlsServer(["rsa"], {
      honorCipherOrder,
      ciphers: "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305:ALL:@SECLEVEL=0",
      secureOptions: honorCipherOrder ? constants.SSL_OP_PRIORITIZE_CHACHA : 0,
      minVersion: "TLSv1",
      dhparam: "auto",
    });

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { authorised: false }));

    expect(endpoint.versions["TLSv1.2"]).toMatchObject({ order, complete: false });
  });

  it.each<[string, TlsOptions, readonly ("rsa" | "ec" | "ed25519")[]]>([
    ["one, of RSA", {}, ["rsa"]],
    ["one, of ECDSA", {}, ["ec"]],
    ["one, of EdDSA", {}, ["ed25519"]],
    ["RSA and ECDSA", {}, ["rsa", "ec"]],
    ["all three", {}, ["rsa", "ec", "ed25519"]],
    ["all three in TLS 1.3 only", { minVersion: "TLSv1.3" }, ["rsa", "ec", "ed25519"]],
    ["all three in TLS 1.2 only", { maxVersion: "TLSv1.2" }, ["rsa", "ec", "ed25519"]],
    ["ECDSA and EdDSA behind the same suites", { maxVersion: "TLSv1.2" }, ["ec", "ed25519"]],
    [
      "EdDSA that only TLS 1.3 shows",
      { ciphers: "TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256" },
      ["rsa", "ed25519"],
    ],
    ["two before TLS 1.2", { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0" }, ["rsa", "ec"]],
  ])("finds every certificate and knows that there is no further one: %s", async (_, options, keys) => {
    const endpoint = await scanServer(options, keys);

    expect(endpoint.certificates.map(({ keyType }) => keyType).sort()).toEqual([...keys].sort());
    expect(endpoint.features?.certificateTypes).toMatchObject({ known: "verified", value: keys });
  });

  it("finds the groups of TLS 1.2 behind a certificate of EdDSA, which ties none", async () => {
    const endpoint = await scanServer({ maxVersion: "TLSv1.2", ecdhCurve: "X25519:P-256:P-521" }, ["ed25519"]);

    expect(endpoint.features?.legacyGroups).toMatchObject({
      value: ["x25519", "secp256r1", "secp521r1"],
      known: "verified",
    });
  });
});

describe("stapling of a server that asks its authority when the first visitor comes (nginx)", () => {
  it.each([
    ["a staple that comes late", 2, true],
    ["none at all", Infinity, false],
  ])("%s", async (_, without, stapled) => {
    const leaf = createAuthority(new Date()).issue({ names: ["bakery.test"], ocsp: ["http://ocsp.authority.test/"] });
    const server = createServer({ cert: leaf.chain, key: leaf.keyPem }, (socket) =>
      socket.on("error", () => undefined),
    );
    let asked = 0;
    server.on(
      "OCSPRequest",
      (_certificate: Buffer, _issuer: Buffer, done: (error: null, response: Buffer | null) => void) => {
        asked += 1;
        done(null, asked > without ? Buffer.from("staple") : null);
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

    // A server that listens on TCP has an address with a port.
    const endpoint = await scanEndpoint(loopbackEndpoint((server.address() as AddressInfo).port));

    expect(endpoint.features?.ocspStapling).toMatchObject({ value: stapled, known: "verified", probes: 3 });
    server.close();
  });
});

/** A TLS 1.2 flight with these extensions, compression and key exchange. */
function flight(options: {
  readonly suite: number;
  readonly extensions?: Uint8Array;
  readonly compression?: number;
  readonly exchange?: Uint8Array;
  readonly requestCertificate?: boolean;
}): Buffer {
  const body = new ByteWriter()
    .u16(0x0303)
    .bytes(new Uint8Array(32).fill(3))
    .vector8(new Uint8Array(0))
    .u16(options.suite);
  body.u8(options.compression ?? 0).vector16(options.extensions ?? new Uint8Array(0));
  const parts = [message(2, body.finish()), certificateMessage(bakeryCertificate("rsa").ders)];
  if (options.exchange !== undefined) parts.push(message(12, options.exchange));
  if (options.requestCertificate === true) parts.push(message(13, Uint8Array.of(1, 1, 0, 0, 0, 0)));
  return record(22, Buffer.concat([...parts, message(14, new Uint8Array(0))]));
}

describe("features that no installable server has any more", () => {
  it("reads compression, heartbeat and a missing renegotiation_info", async () => {
    const endpoint = await scanScript((hello, socket) => {
      if (
        hello.tls13 ||
        hello.version !== 0x0303 ||
        !hello.suites.some((suite) => suite === 0x002f || suite === 0x0035)
      ) {
        return void socket.end(alert(2, hello.version < 0x0303 ? 70 : 40));
      }
      const suite = hello.suites.find((id) => id === 0x002f || id === 0x0035) ?? 0x002f;
      const heartbeat = hello.extensions.has(15)
        ? new ByteWriter().u16(15).vector16(Uint8Array.of(1)).finish()
        : new Uint8Array(0);
      socket.end(
        flight({
          suite,
          extensions: heartbeat,
          compression: hello.compressions.includes(1) ? 1 : 0,
          requestCertificate: true,
        }),
      );
    });

    expect(values(endpoint, "compression", "heartbeat", "secureRenegotiation", "clientCertificate")).toEqual({
      compression: true,
      heartbeat: true,
      secureRenegotiation: false,
      clientCertificate: "required",
    });
  });

  it("reads export RSA keys, and a static value of Diffie-Hellman", async () => {
    const prime = createDiffieHellmanGroup("modp1").getPrime();
    const endpoint = await scanScript((hello, socket) => {
      const suite =
        hello.version === 0x0303 && !hello.tls13
          ? hello.suites.find((id) => [0x0003, 0x0033, 0x0039].includes(id))
          : undefined;
      if (suite === undefined) return void socket.end(alert(2, hello.version < 0x0303 ? 70 : 40));
      const exchange =
        suite === 0x0003
          ? new ByteWriter()
              .vector16(new Uint8Array(64).fill(0x99))
              .vector16(Uint8Array.of(1, 0, 1))
              .vector16(new Uint8Array(64))
          : new ByteWriter()
              .vector16(prime)
              .vector16(Uint8Array.of(2))
              .vector16(new Uint8Array(96).fill(5))
              .u16(0x0401)
              .vector16(new Uint8Array(8));
      socket.end(flight({ suite, exchange: exchange.finish() }));
    });

    expect(values(endpoint, "exportRsaBits", "dhReuse", "dh")).toEqual({
      exportRsaBits: 512,
      dhReuse: true,
      dh: expect.objectContaining({ bits: 768, prime: "RFC 2409 Oakley group 1", shared: true }),
    });
    expect(endpoint.features?.signatureSchemes.value).toEqual(["rsa_pkcs1_sha256"]);
  });

  it("does not take an echo of status_request for a staple (Botan)", async () => {
    const endpoint = await scanScript((hello, socket) => {
      const suite = hello.tls13 ? undefined : hello.suites.find((id) => id === 0x009c || id === 0x009d);
      if (suite === undefined || hello.version < 0x0303)
        return void socket.end(alert(2, hello.version < 0x0303 ? 70 : 40));
      const echo = new ByteWriter().u16(5).vector16(new Uint8Array(0)).finish();
      socket.end(flight({ suite, ...(hello.extensions.has(5) ? { extensions: echo } : {}) }));
    });

    expect(endpoint.features?.ocspStapling).toMatchObject({ value: false, known: "verified" });
  });

  it("finds the suites of a certificate that the server forgets where the client could take another (HAProxy)", async () => {
    const ecdsa = [0xc02b, 0xc02c];
    const rsa = [0xc02f, 0x009c, 0x0035, 0xc060];
    const endpoint = await scanScript((hello, socket) => {
      const schemes = Buffer.from(hello.extensions.get(13) ?? [0, 0]).subarray(2);
      const signsEcdsa = schemes.some((byte, index) => index % 2 === 1 && byte === 3);
      const offersEcdsa = hello.suites.some((id) => suiteById(id)?.authentication === "ECDSA");
      const type = signsEcdsa && offersEcdsa ? "ec" : "rsa";
      const setup = { suites: type === "ec" ? ecdsa : rsa, chain: bakeryCertificate(type).ders };
      socket.end(hello.tls13 ? alert(2, 70) : honestAnswer(hello, setup));
    });

    expect([...(endpoint.versions["TLSv1.2"]?.suites ?? [])].sort()).toEqual([...ecdsa, ...rsa].map(suiteName).sort());
    expect(endpoint.features?.certificateTypes).toMatchObject({ value: ["rsa", "ec"], known: "verified" });
  });

  it("lists the ciphers of SSL 2.0 from one hello", async () => {
    await using server = await startRaw((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", (chunk: Buffer) => {
        if (chunk[0] === 22) return void socket.end(alert(2, 40));
        const body = new ByteWriter().u8(4).u8(0).u8(1).u16(2).u16(2).u16(6).u16(1).bytes(Uint8Array.of(9, 9));
        body.u24(0x020080).u24(0x0700c0).u8(7);
        const bytes = body.finish();
        socket.end(Buffer.concat([Buffer.from([0x80, bytes.length]), bytes]));
      });
    });

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port));

    expect(endpoint.offered?.SSLv2).toMatchObject({ value: true, known: "verified" });
    expect(endpoint.versions.SSLv2?.suites).toEqual([
      "SSL_CK_RC4_128_EXPORT40_WITH_MD5",
      "SSL_CK_DES_192_EDE3_CBC_WITH_MD5",
    ]);
  });

  it("says how a server takes an unknown name: by an alert, by a warning, by silence", async () => {
    const setup = { suites: [0xc02f, 0xc030], chain: bakeryCertificate("rsa").ders };
    const refusing = await scanScript((hello, socket) =>
      socket.end(hello.serverName === "bakery.test" ? honestAnswer(hello, setup) : alert(2, 112)),
    );
    const warning = await scanScript((hello, socket) =>
      socket.end(
        Buffer.concat([...(hello.serverName === "bakery.test" ? [] : [alert(1, 112)]), honestAnswer(hello, setup)]),
      ),
    );

    expect(values(refusing, "noSni", "wrongSni")).toMatchObject({
      noSni: { outcome: "rejected", alert: "unrecognized_name" },
      wrongSni: { outcome: "rejected", alert: "unrecognized_name" },
    });
    expect(values(warning, "wrongSni").wrongSni).toMatchObject({
      outcome: "same-certificate",
      alert: "unrecognized_name",
    });
  });
});
