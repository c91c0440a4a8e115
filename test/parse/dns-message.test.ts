import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCaa } from "../../src/parse/caa.ts";
import { parseDmarc } from "../../src/parse/dmarc.ts";
import { decodeMessage, encodeQuery } from "../../src/parse/dns-message.ts";
import { parseMtaSts } from "../../src/parse/mta-sts.ts";
import { parseSpf } from "../../src/parse/spf.ts";
import { walkSpf } from "../../src/parse/spf-walk.ts";

const header = [0, 7, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0];
const question = [6, ...Buffer.from("bakery"), 4, ...Buffer.from("test"), 0, 0, 16, 0, 1];

function answer(rdata: readonly number[], name: readonly number[] = [0xc0, 12], type = 16): Uint8Array {
  return Uint8Array.from([...header, ...question, ...name, 0, type, 0, 1, 0, 0, 1, 44, 0, rdata.length, ...rdata]);
}

describe("decodeMessage", () => {
  it("reads a query of its own", () => {
    const query = encodeQuery(7, "bakery.test", "TXT");

    expect(query === null ? null : decodeMessage(query)).toMatchObject({
      id: 7,
      response: false,
      question: { name: "bakery.test", type: "TXT" },
    });
  });

  it("joins the strings of a TXT record without a space", () => {
    const message = decodeMessage(answer([2, 97, 98, 1, 99]));

    expect(message?.answers).toEqual([{ name: "bakery.test", type: "TXT", ttl: 300, data: "abc" }]);
  });

  it.each([
    ["a name that points at itself", answer([1, 97], [0xc0, 29])],
    ["a name that points forwards", answer([1, 97], [0xc0, 200])],
    ["a label that runs out of the message", answer([1, 97], [63, 97])],
    ["a reserved label type", answer([1, 97], [0x80, 97])],
  ])("keeps nothing of %s", (_name, bytes) => {
    expect(decodeMessage(bytes)?.answers).toEqual([]);
  });

  it.each(["", ".", "a..b", `${"a".repeat(64)}.test`, "a.".repeat(130)])("encodes no query for %j", (name) => {
    expect(encodeQuery(1, name, "A")).toBeNull();
  });

  it("ends for any bytes", () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.uint8Array({ maxLength: 600 }).map((tail) => Uint8Array.from([...header, ...question, ...tail])),
      fc.uint8Array({ maxLength: 200 }).map((rdata) => answer([...rdata].slice(0, 255), [0xc0, 12], 65)),
    );
    fc.assert(
      fc.property(hostile, (bytes) => {
        for (const { name, data } of decodeMessage(bytes)?.answers ?? []) {
          expect(name.length).toBeLessThanOrEqual(1100);
          expect(data.length).toBeLessThanOrEqual(8192);
        }
      }),
    );
  });
});

describe("the readers of records", () => {
  const word = fc.constantFrom(
    "v=spf1",
    "include:a.test",
    "include:b.test",
    "a",
    "mx",
    "redirect=a.test",
    "-all",
    "+all",
    "?all",
    "ip4:1.2.3.4",
    "%{i}",
    "exists:%{i}.x",
  );
  const record = fc.array(word, { maxLength: 30 }).map((words) => `v=spf1 ${words.join(" ")}`);

  it("never throw, whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        parseSpf(text);
        parseDmarc(text);
        parseMtaSts(text);
        parseCaa(text);
      }),
    );
  });

  it("walk any set of SPF records to an end, within the bound of look-ups", () => {
    fc.assert(
      fc.property(record, record, record, (root, a, b) => {
        const zone: Readonly<Record<string, string>> = { "bakery.test": root, "a.test": a, "b.test": b };
        const walk = walkSpf("bakery.test", (name) => (zone[name] === undefined ? "none" : [zone[name]]));

        expect(walk.lookups).toBeLessThan(200);
        expect(walk.missing).toEqual([]);
      }),
    );
  });
});
