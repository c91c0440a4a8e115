import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHttp } from "../../../src/probe/hosts/dialogues/http.ts";
import { kexInitLists } from "../../../src/probe/hosts/dialogues/ssh.ts";
import { recogniseReply } from "../../../src/probe/hosts/recognise-reply.ts";
import { servicePortSchema } from "../../../src/core/evidence/hosts.ts";
import { kexInit } from "../../servers/services.ts";

const hostile = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(
      fc.constantFrom(
        "SSH-2.0-",
        "* OK",
        "+OK ",
        "220 ",
        "HTTP/1.1 200",
        "RFB 003",
        "-NOAUTH",
        "VERSION ",
        "E",
        "AMQP",
        "\0\x40\0\0\x04(DESCRIPTION=(VSNNUM=",
        "\x20\x02\0",
        "\x30\x0c\x02\x01\x01\x78",
        "\x04\x01\0",
        "\x03\0\0\x13\x0e\xd0",
        "\0\0\0\x08\xfeSMB",
        "\0\0\0\x0aVIGI",
      ),
      fc.uint8Array({ maxLength: 300 }),
    )
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, "latin1"), rest])),
);

describe("the readers of what services say", () => {
  it("never throw, and give valid and harmless evidence", () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const found = recogniseReply(bytes) ?? readHttp(bytes);
        kexInitLists(bytes);
        kexInitLists(Buffer.concat([Buffer.from([20]), bytes]));
        if (found === null) return;
        const port = { port: 1, state: "open", banner: null, ...found };

        expect(servicePortSchema.safeParse(port).success).toBe(true);
        expect(found.banner ?? "").not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
      { numRuns: 500 },
    );
  });

  it("know an Oracle listener only by a packet of its own length, and MQTT only by the refusal that was asked for", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const tns = Buffer.concat([Buffer.from([0, 0, 0, 0, 4, 0, 0, 0]), rest]);
        tns.writeUInt16BE(tns.length + 1, 0);
        const accepted = Buffer.concat([Buffer.from([0x20, 2, 0, 0]), rest]);

        expect(recogniseReply(tns)?.service).not.toBe("oracle");
        expect(recogniseReply(accepted)?.service).not.toBe("mqtt");
      }),
    );
  });

  it("keep long lists short", () => {
    const names = Array.from({ length: 2000 }, (_, index) => `algorithm-${String(index)}`);
    const packet = kexInit({ kex: names, hostKeys: [], ciphers: [], macs: [] });

    expect(kexInitLists(packet.subarray(5))?.kex).toHaveLength(128);
  });
});
