import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeClientHello, type ClientHello } from "../../../../src/probe/tls/codec/client-hello.ts";
import { encodeSslv2Hello, parseSslv2ServerHello } from "../../../../src/probe/tls/codec/sslv2.ts";
import { readClientHello } from "../../../servers/tls/read-client-hello.ts";

const zeros = (length: number): Uint8Array => new Uint8Array(length);

const helloArbitrary: fc.Arbitrary<ClientHello> = fc.record(
  {
    version: fc.constantFrom("SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
    suites: fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 1, maxLength: 200 }),
    serverName: fc.constantFrom(null, "bakery.test", "a.very.long.name.of.a.florist.in.the.provinces.test"),
    groups: fc.array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 60 }),
    signatureSchemes: fc.array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 40 }),
    alpn: fc.constantFrom([], ["h2"], ["h2", "http/1.1"]),
    deflate: fc.boolean(),
    heartbeat: fc.boolean(),
    statusRequest: fc.boolean(),
    certificateTimestamps: fc.boolean(),
    sessionTicket: fc.boolean(),
    extendedMasterSecret: fc.boolean(),
    encryptThenMac: fc.boolean(),
    fallback: fc.boolean(),
  },
  { requiredKeys: ["version", "suites", "serverName"] },
);

describe("ClientHello", () => {
  it("is read back as it was meant, whatever it offers", () => {
    fc.assert(
      fc.property(helloArbitrary, (hello) => {
        const read = readClientHello(encodeClientHello(hello, zeros));

        expect(read.suites.slice(0, hello.suites.length)).toEqual(hello.suites);
        expect(read.fallback).toBe(hello.fallback === true || hello.suites.includes(0x5600));
        if (hello.version === "SSLv3") expect(read.extensions.size).toBe(0);
        else {
          expect(read.serverName).toBe(hello.serverName);
          expect(read.groups).toEqual(hello.groups ?? []);
        }
      }),
    );
  });

  it("never has a length of 256 to 511 bytes, at which old F5 balancers hang", () => {
    fc.assert(
      fc.property(helloArbitrary, (hello) => {
        fc.pre(hello.version !== "SSLv3");

        const { length } = encodeClientHello(hello, zeros);

        for (const headers of [0, 5, 9]) expect(length - headers < 256 || length - headers >= 512).toBe(true);
      }),
    );
  });

  it("never ends with an empty extension, which breaks some stacks", () => {
    fc.assert(
      fc.property(helloArbitrary, (hello) => {
        fc.pre(hello.version !== "SSLv3" && (hello.groups?.length ?? 0) > 0);

        const { extensions } = readClientHello(encodeClientHello(hello, zeros));

        expect([...extensions.values()].at(-1)?.length).toBeGreaterThan(0);
      }),
    );
  });

  it("asks for a HelloRetryRequest in TLS 1.3: an empty key_share, a session id of 32 bytes, only 0304", () => {
    const bytes = encodeClientHello({ version: "TLSv1.3", suites: [0x1301], serverName: null, groups: [0x1d] }, zeros);

    const read = readClientHello(bytes);

    expect(read.sessionId.length).toBe(32);
    expect(Buffer.from(read.extensions.get(51) ?? []).toString("hex")).toBe("0000");
    expect(Buffer.from(read.extensions.get(43) ?? []).toString("hex")).toBe("020304");
  });

  it("sends the renegotiation signal where SSL 3.0 has no extensions", () => {
    const read = readClientHello(encodeClientHello({ version: "SSLv3", suites: [0x000a], serverName: null }, zeros));

    expect(read.suites).toEqual([0x000a, 0x00ff]);
    expect(read.recordVersion).toBe(0x0300);
  });
});

describe("SSL 2.0", () => {
  it("writes its hello as the draft of 1995 has it", () => {
    const bytes = Buffer.from(encodeSslv2Hello([0x010080], zeros)).toString("hex");

    expect(bytes).toBe(`801c0100020003000000100100${"80"}${"00".repeat(16)}`);
  });

  it("reads a server hello with its ciphers, also an empty list", () => {
    const hello = (specs: string): Buffer => {
      const body = Buffer.from(
        `0400010002${"0002"}${(specs.length / 2).toString(16).padStart(4, "0")}0000abcd${specs}`,
        "hex",
      );
      return Buffer.concat([Buffer.from([0x80, body.length]), body]);
    };

    expect(parseSslv2ServerHello(hello("0100800700c0"))).toMatchObject({ kinds: [0x010080, 0x0700c0] });
    expect(parseSslv2ServerHello(hello(""))).toMatchObject({ kinds: [] });
    expect(parseSslv2ServerHello(hello("0100").subarray(0, 6))).toBe("incomplete");
    expect(parseSslv2ServerHello(Buffer.from("15030100020228", "hex"))).toBe("other");
  });

  it("never throws on any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseSslv2ServerHello(bytes)));
  });
});
