import { describe, expect, it } from "vitest";
import { decide, scopeOf, type Activity, type Reason } from "../../src/core/scope.ts";
import { parseTarget } from "../../src/core/target.ts";

const shop = scopeOf(parseTarget("https://www.bakery.test/"), ["Mail.Bakery-Group.test"]);
const hosted = scopeOf(parseTarget("https://bakery.myshopify.com/"));
const literal = scopeOf(parseTarget("https://192.0.2.7/"));

type Row = readonly [string, Reason, Activity, boolean, string];

function outcome(scope: typeof shop, [host, reason, activity, authorised]: Row): string {
  const decision = decide(scope, { host, reason, activity, authorised });
  return `${decision.tier} ${decision.allowed ? "allowed" : decision.code}`;
}

describe("decide", () => {
  const rows: readonly Row[] = [
    // (a) the target, its twin and the listed hosts
    ["www.bakery.test", "target", "visit", false, "a allowed"],
    ["bakery.test", "target", "visit", false, "a allowed"],
    ["bakery.test", "target", "handshake", false, "a allowed"],
    ["mail.bakery-group.test", "target", "handshake", false, "a allowed"],
    ["bakery.test", "target", "enumerate", false, "a needs-authorisation"],
    ["bakery.test", "target", "probe-path", false, "a needs-authorisation"],
    ["bakery.test", "target", "connect-port", false, "a needs-authorisation"],
    ["bakery.test", "target", "enumerate", true, "a allowed"],
    ["bakery.test", "target", "probe-path", true, "a allowed"],
    ["mail.bakery-group.test", "target", "connect-port", true, "a allowed"],
    ["bakery.test", "linked-page", "visit", false, "a allowed"],
    ["bakery.test", "resource", "visit", false, "a allowed"],
    // (b) sub-domains, only where something leads to them
    ["shop.bakery.test", "linked-page", "visit", false, "b allowed"],
    ["shop.bakery.test", "linked-page", "handshake", false, "b allowed"],
    ["static.bakery.test", "resource", "visit", false, "b allowed"],
    ["pay.bakery.test", "action", "handshake", false, "b allowed"],
    ["shop.bakery.test", "linked-page", "probe-path", true, "b out-of-scope"],
    ["shop.bakery.test", "linked-page", "connect-port", true, "b out-of-scope"],
    ["shop.bakery.test", "target", "visit", true, "d out-of-scope"],
    // (c) foreign hosts, by a browser's own act
    ["cdn.example", "resource", "visit", false, "c allowed"],
    ["cdn.example", "resource", "handshake", true, "c out-of-scope"],
    ["cdn.example", "resource", "probe-path", true, "c out-of-scope"],
    ["pay.example", "action", "handshake", false, "c allowed"],
    ["pay.example", "action", "visit", true, "c out-of-scope"],
    // (d) everything else
    ["florist.test", "linked-page", "visit", true, "d out-of-scope"],
    ["florist.test", "target", "visit", true, "d out-of-scope"],
    ["notbakery.test", "linked-page", "visit", true, "d out-of-scope"],
    ["bakery.test.florist.test", "linked-page", "visit", true, "d out-of-scope"],
    ["169.254.169.254", "linked-page", "visit", true, "d out-of-scope"],
    // mail exchangers
    ["mx.example", "mail", "connect-port", true, "c allowed"],
    ["mx.example", "mail", "handshake", true, "c allowed"],
    ["mx.example", "mail", "connect-port", false, "c needs-authorisation"],
    ["mx.example", "mail", "visit", true, "c out-of-scope"],
    ["bakery.test", "mail", "handshake", false, "a needs-authorisation"],
  ];

  it.each(rows)("%s for %s: %s, authorised %s: %s", (...row) => {
    expect(outcome(shop, row)).toBe(row[4]);
  });

  it("keeps the shops of one platform apart", () => {
    expect(outcome(hosted, ["florist.myshopify.com", "linked-page", "visit", true, ""])).toBe("d out-of-scope");
    expect(outcome(hosted, ["www.bakery.myshopify.com", "target", "visit", false, ""])).toBe("a allowed");
  });

  it("gives an IP literal no family", () => {
    expect(literal.hosts).toEqual(["192.0.2.7"]);
    expect(outcome(literal, ["192.0.2.8", "linked-page", "visit", true, ""])).toBe("d out-of-scope");
  });
});
