import { describe, expect, it } from "vitest";
import { nosniff } from "../../../checks/headers/nosniff.ts";
import { bakery, hop, httpValue, origin } from "../../builders/http-evidence.ts";
import { outcomesOf } from "../../builders/judge.ts";

describe("headers/nosniff", () => {
  it.each([
    ["nosniff", "pass"],
    ["NoSniff", "pass"],
    ["nosniff, nosniff", "pass"],
    ["sniff", "invalid"],
    ["", "invalid"],
    [null, "absent"],
  ])("%s", (value, outcome) => {
    const http = bakery(value === null ? {} : { "x-content-type-options": value });

    expect(outcomesOf(nosniff, { http })).toEqual([outcome]);
  });

  it("an error page says nothing of the shop", () => {
    const http = httpValue([origin([hop("https://bakery.test/", {}, { status: 500 })])]);

    expect(outcomesOf(nosniff, { http })).toEqual(["not-assessed: http-error"]);
  });
});
