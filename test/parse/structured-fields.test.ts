import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDictionary, parseItem, parseList, type Member } from "../../src/parse/structured-fields.ts";

function plain(member: Member | undefined): unknown {
  if (member === undefined) return undefined;
  return member.kind === "item" ? member.item.value : member.items.map(({ item }) => item.value);
}

describe("parseDictionary", () => {
  it.each([
    ["camera=(), payment=(self)", { camera: [], payment: ["self"] }],
    ['geolocation=(self "https://cards.florist.test")', { geolocation: ["self", "https://cards.florist.test"] }],
    ["microphone=*", { microphone: "*" }],
    ["a=1, a=2", { a: 2 }],
    ["flag", { flag: true }],
    ["flag;q=1, b=?0", { flag: true, b: false }],
    ['default="https://reports.bakery.test/"', { default: "https://reports.bakery.test/" }],
    ["", {}],
    ["a=1.5, b=:aGk=:, c=@1659578233", { a: 1.5, b: "aGk=", c: 1_659_578_233 }],
  ])("%s", (text, expected) => {
    const parsed = parseDictionary(text);

    expect(Object.fromEntries([...(parsed ?? [])].map(([key, member]) => [key, plain(member)]))).toEqual(expected);
  });

  it.each([
    "camera 'none'",
    "camera=(",
    "camera=(self",
    "Camera=()",
    "a=1,",
    "a=1,,b=2",
    'a="open',
    "a=1 b=2",
    "a=é",
    "a=1.2345",
    'a=(x"y")',
  ])("malformed: %s", (text) => {
    expect(parseDictionary(text)).toBeNull();
  });
});

describe("parseItem and parseList", () => {
  it("reads a token with parameters", () => {
    const item = parseItem('same-origin; report-to="coop"');

    expect(item?.item).toEqual({ type: "token", value: "same-origin" });
    expect(item?.parameters.get("report-to")).toEqual({ type: "string", value: "coop" });
  });

  it("reads a list", () => {
    expect(parseList('a, (b c), "d"')?.map((member) => plain(member))).toEqual(["a", ["b", "c"], "d"]);
  });

  it("never throws and never loops on hostile text", () => {
    const hostile = fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^[a-z=();,"*:?@\\ .0-9-]{0,80}$/));
    fc.assert(
      fc.property(hostile, (text) => {
        parseDictionary(text);
        parseList(text);
        parseItem(text);
      }),
    );
  });

  it("refuses a field that is too long", () => {
    expect(parseList("a, ".repeat(10_000) + "a")).toBeNull();
  });
});
