import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSessionFacts } from "../../../src/probe/tls/ssl-session.ts";

/** A session as OpenSSL writes it, cut to the fields that are read: [9] 7,200 s, [10] a ticket, [15] 16,384 bytes. */
const FIELDS = "020101" + "a904" + "02021c20" + "aa04" + "0402abcd" + "af04" + "02024000";
const SESSION = Buffer.from(`3015${FIELDS}`, "hex");
const NODE_HEADER = Buffer.concat([
  Buffer.from("\0nodejs:tls:session:1\0"),
  Buffer.from([0, 11]),
  Buffer.from("bakery.test"),
]);

describe("OpenSSL's session", () => {
  it.each([
    ["as OpenSSL gives it", SESSION],
    ["with the header that Node 24 puts before it", Buffer.concat([NODE_HEADER, SESSION])],
  ])("tells the ticket's lifetime and early data, %s", (_, session) => {
    expect(readSessionFacts(session)).toEqual({ ticketLifetimeSeconds: 7_200, maxEarlyData: 16_384, hasTicket: true });
  });

  it("has no early data where the field is absent", () => {
    expect(readSessionFacts(Buffer.from("3003020101", "hex"))).toEqual({
      ticketLifetimeSeconds: null,
      maxEarlyData: 0,
      hasTicket: false,
    });
  });

  it("never throws on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), (bytes, prefixed) => {
        readSessionFacts(prefixed ? Buffer.concat([Buffer.from([0x30, bytes.length & 0x7f]), bytes]) : bytes);
      }),
    );
  });
});
