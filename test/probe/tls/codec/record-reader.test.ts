import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordReader, LONGEST_MESSAGE, type RecordEvent } from "../../../../src/probe/tls/codec/record-reader.ts";
import { FlightReader, type FlightEnd } from "../../../../src/probe/tls/codec/server-flight.ts";
import { alert, honestAnswer, message, record } from "../../../servers/tls/scripted.ts";
import { bakeryCertificate } from "../../../servers/tls/tls-server.ts";
import { readClientHello } from "../../../servers/tls/read-client-hello.ts";
import { encodeClientHello } from "../../../../src/probe/tls/codec/client-hello.ts";

const HELLO = readClientHello(
  encodeClientHello(
    { version: "TLSv1.2", suites: [0xc02f], serverName: "bakery.test", groups: [0x1d] },
    (length) => new Uint8Array(length),
  ),
);
const FLIGHT = honestAnswer(HELLO, { suites: [0xc02f], chain: bakeryCertificate("rsa").ders });

/** Cuts bytes at these places. */
function cut(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...at.map((place) => place % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

function read(chunks: readonly Uint8Array[]): RecordEvent[] {
  const reader = new RecordReader();
  return chunks.flatMap((chunk) => reader.push(chunk));
}

function flight(chunks: readonly Uint8Array[]): FlightEnd | null {
  const reader = new FlightReader("done");
  for (const chunk of chunks) {
    const end = reader.push(chunk);
    if (end !== null) return end;
  }
  return null;
}

describe("the record layer", () => {
  it("gives the same flight at any split of the stream", () => {
    const whole = flight([FLIGHT]);

    expect(whole).toMatchObject({ kind: "flight", flight: { done: true, hello: { suite: 0xc02f } } });
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (places) => {
        expect(flight(cut(FLIGHT, places))).toEqual(whole);
      }),
    );
  });

  it("gives the same messages at any split of messages over records", () => {
    const messages = [
      message(2, new Uint8Array(70)),
      message(14, new Uint8Array(0)),
      message(11, new Uint8Array(3_000)),
    ];
    const stream = Buffer.concat(messages);
    const whole = read([record(22, stream)]);

    expect(whole.map((event) => event.type)).toEqual(["message", "message", "message"]);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const records = cut(stream, places).filter((part) => part.length > 0);
        expect(read(records.map((part) => record(22, part)))).toEqual(whole);
      }),
    );
  });

  it("never throws, ends and stays bounded on any bytes at any split", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 4_000 }),
      fc
        .tuple(fc.constantFrom(20, 21, 22, 23, 24), fc.uint8Array({ maxLength: 2_000 }))
        .map(([type, body]) => record(type, body)),
      fc.tuple(fc.nat(FLIGHT.length - 1), fc.nat(255)).map(([at, value]) => {
        const broken = Buffer.from(FLIGHT);
        broken[at] = value;
        return broken;
      }),
    );

    fc.assert(
      fc.property(bytes, fc.array(fc.nat(), { maxLength: 8 }), (stream, places) => {
        const chunks = cut(stream, places);
        expect(read(chunks).length).toBeLessThanOrEqual(stream.length + 1);
        flight(chunks);
      }),
      { numRuns: 400 },
    );
  });

  it("counts a message that is too long, and goes on after it", () => {
    const long = message(11, new Uint8Array(LONGEST_MESSAGE + 1));
    const stream = Buffer.concat([long, message(14, new Uint8Array(0))]);

    const events = read(cut(record(22, stream), [1, 7, 20_000, 90_000]));

    expect(events).toMatchObject([
      { type: "message", handshake: 11, cut: true },
      { type: "message", handshake: 14, cut: false },
    ]);
  });

  it.each([
    ["a record longer than any may be", "160303ffff", "record-length"],
    ["HTTP", Buffer.from("HTTP/1.1 400 Bad Request").toString("hex"), "not-tls"],
    ["another protocol's version", "1601000005", "not-tls"],
  ])("stops at %s", (_, hex, reason) => {
    expect(read([Buffer.from(hex, "hex")])).toEqual([{ type: "malformed", reason }]);
  });

  it("skips warnings before the hello and takes a fatal alert for the answer", () => {
    expect(flight([Buffer.concat([alert(1, 112), FLIGHT])])).toMatchObject({ flight: { warnings: [112] } });
    expect(flight([Buffer.concat([alert(1, 112), alert(2, 40)])])).toEqual({
      kind: "alert",
      alert: { fatal: true, description: 40 },
    });
  });
});
