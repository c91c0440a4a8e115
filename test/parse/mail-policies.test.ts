import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caaNames, parseCaa } from "../../src/parse/caa.ts";
import { foreignReceivers, isDmarc, parseDmarc } from "../../src/parse/dmarc.ts";
import { announcesMtaSts, isTlsReporting, mxMatches, parseMtaSts } from "../../src/parse/mta-sts.ts";
import { parseSpf } from "../../src/parse/spf.ts";
import { walkSpf, type TxtAnswer } from "../../src/parse/spf-walk.ts";

const NAMES = ["bakery.test", "a.test", "b.test", "c.test"];

const term = fc.oneof(
  fc.constantFrom("all", "+all", "-all", "?all", "a", "mx", "ptr", "a/24", "ip4:0.0.0.0/0", "ip6:::/0", "exp=x.test"),
  fc.constantFrom(...NAMES).map((name) => `include:${name}`),
  fc.constantFrom(...NAMES).map((name) => `redirect=${name}`),
  fc.constantFrom(...NAMES).map((name) => `-include:${name}.`),
  fc.constantFrom("include:%{d}.test", "exists:%{i}.test", "mx:a.test/24//64", "include:", "ip4:/", "=", "::"),
  fc.string({ maxLength: 30 }),
);

const record = fc.array(term, { maxLength: 30 }).map((terms) => `v=spf1 ${terms.join(" ")}`);

const answer: fc.Arbitrary<TxtAnswer> = fc.oneof(
  fc.constantFrom<TxtAnswer>("none", "unknown", "not-asked"),
  fc.array(fc.oneof(record, fc.string({ maxLength: 80 })), { maxLength: 3 }),
);

/** Texts that begin as policies and go on as anything. */
const policy = fc
  .tuple(
    fc.constantFrom(
      "v=DMARC1;",
      "v=DMARC1; rua=mailto:",
      "v=STSv1; id=",
      "v=TLSRPTv1; rua=",
      "version: STSv1\n",
      "",
      '0 issue "',
    ),
    fc.string({ unit: "binary", maxLength: 300 }),
  )
  .map(([start, rest]) => start + rest);

describe("the readers of mail policies", () => {
  it("follow any web of SPF records to an end, within their bounds", () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: NAMES.length, maxLength: NAMES.length }), (answers) => {
        const walk = walkSpf("bakery.test", (name) => answers[NAMES.indexOf(name)] ?? "none");

        expect(walk.lookups).toBeLessThan(100 * NAMES.length);
        expect(walk.hosts.length).toBeLessThanOrEqual(40);
        expect(walk.networks.length).toBeLessThanOrEqual(200);
        expect(walk.missing.every((name) => answers[NAMES.indexOf(name)] === "not-asked")).toBe(true);
        if (walk.everyone !== null) expect(NAMES).toContain(walk.everyone);
      }),
    );
  });

  it("take any text for what it is", () => {
    fc.assert(
      fc.property(policy, fc.domain(), (text, domain) => {
        const dmarc = parseDmarc(text);
        const spf = parseSpf(text);

        expect(dmarc.percent).toBeGreaterThanOrEqual(0);
        expect(dmarc.percent).toBeLessThanOrEqual(100);
        expect(foreignReceivers(domain, dmarc).length).toBeLessThanOrEqual(10);
        expect(spf.terms.length).toBeLessThanOrEqual(500);
        expect(caaNames(domain, domain)).toEqual([domain]);
        expect(typeof isDmarc(text)).toBe("boolean");
        expect(typeof isTlsReporting(text)).toBe("boolean");
        expect(typeof announcesMtaSts([text, text])).toBe("boolean");
        expect(parseCaa(text)?.tag ?? "issue").toMatch(/^[a-z0-9]+$/);
        expect(mxMatches(domain, parseMtaSts(text)?.mx ?? [])).toBe(false);
      }),
    );
  });

  it("end at once for a record that is all spaces or all slashes", () => {
    for (const filler of [" ", "/", "a", "ip4:/0", ";", "="]) {
      const text = `v=spf1 ${filler.repeat(8192 / filler.length)}!`;

      expect(parseSpf(text).terms.length).toBeLessThanOrEqual(500);
      expect(parseDmarc(text).policy).toBeNull();
    }
  });
});
