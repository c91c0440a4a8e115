import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageSchema } from "../../../src/core/evidence/pages.ts";
import { pageFrom } from "../../builders/pages.ts";

describe("draftPage", () => {
  it("makes valid evidence of any bytes, and never throws", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<form action='javascript:",
        "<input name=email value='a@b.fr'>",
        "<base href='data:",
        "<a href='//",
        "<script src=http://[",
        "<iframe srcdoc='<form>",
        "<meta http-equiv=refresh content='0;url=http://%'>",
        "<link rel=stylesheet href=//x.fr/>",
        "?email=a%40b.fr'>",
        "</form>",
        "<select><option selected>Oui",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = pageFrom({ html: pieces.join("") });

        expect(pageSchema.safeParse(page).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
