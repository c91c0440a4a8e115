import { describe, expect, test } from "vitest";
import { heartbeat } from "../../../checks/tls/heartbeat.ts";
import { nodeDrift } from "../../../checks/tls/node-drift.ts";
import { protocols } from "../../../checks/tls/protocols.ts";
import { tls13 } from "../../../checks/tls/tls13.ts";
import { weakSuites } from "../../../checks/tls/weak-suites.ts";
import type { TlsEndpoint, TlsVersion } from "../../../src/core/evidence/tls.ts";
import {
  AT,
  endpoint,
  fact,
  features,
  judge,
  outcomes,
  tlsValue,
  versions,
  wordOf,
} from "../../builders/tls-evidence.ts";

const GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
const CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

function speaking(...spoken: readonly TlsVersion[]): TlsEndpoint {
  return endpoint({ versions: versions(Object.fromEntries(spoken.map((version) => [version, [CBC]]))) });
}

describe("a site without TLS", () => {
  const failed = (code: string): TlsEndpoint =>
    endpoint({ state: "failed", error: { code, message: "no connection" }, versions: {}, certificates: [] });
  const http = {
    origins: [
      {
        url: "http://bakery.test/",
        chain: [{ url: "http://bakery.test/", status: 200, headers: [], cookies: [], bodyBytes: 1 }],
        end: "answered" as const,
      },
    ],
    cors: [],
    securityTxt: null,
  };

  test.each([
    ["refuses port 443", failed("refused"), ["no-tls"], "high"],
    ["is silent on port 443 and answers in clear", failed("timeout"), ["no-tls"], "medium"],
    ["does not exist", failed("dns-not-found"), ["not-assessed: dns-not-found"], undefined],
    ["blocked the scan", failed("blocked"), ["not-assessed: blocked"], undefined],
  ] as const)("%s", (_name, seen, expected, confidence) => {
    const verdicts = judge(protocols, { tls: tlsValue(seen), http: { ...http } as never });

    expect(verdicts.map(wordOf)).toEqual(expected);
    expect(verdicts[0]).toMatchObject(confidence === undefined ? {} : { confidence });
  });

  test("is no site that redirects to https and is slow there", () => {
    const [origin] = http.origins;
    const secured = {
      ...http,
      origins: [{ ...origin, chain: [{ ...origin!.chain[0]!, url: "https://bakery.test/" }] }],
    };

    const verdicts = judge(protocols, { tls: tlsValue(failed("timeout")), http: secured as never });

    expect(verdicts.map(wordOf)).toEqual(["not-assessed: timeout"]);
  });

  test("answers http on the very port, and cuts off every ClientHello", () => {
    const [origin] = http.origins;
    const shop = { ...http, origins: [{ ...origin, url: "http://bakery.test:8080/" }] };
    const seen = { ...failed("tls-failed"), port: 8080 };

    const [verdict] = judge(protocols, { tls: tlsValue(seen), http: shop as never });

    expect(verdict).toMatchObject({ code: "no-tls", confidence: "high", params: { port: "8080" } });
  });

  test("is no site of which one address refuses and another speaks TLS", () => {
    const refusing = { ...failed("refused"), ip: "2001:db8::1" };

    expect(outcomes(protocols, [refusing, endpoint()])).toEqual(["pass"]);
    expect(outcomes(tls13, [refusing, endpoint()])).toEqual(["pass"]);
  });

  test("silence alone proves nothing", () => {
    expect(outcomes(protocols, failed("timeout"))).toEqual(["not-assessed: timeout"]);
  });

  test("is one finding, and the other checks do not apply", () => {
    const plain = endpoint({ state: "plain", versions: {}, certificates: [] });

    expect(outcomes(weakSuites, plain)).toEqual(["not-applicable: no-tls"]);
    expect(outcomes(tls13, [])).toEqual(["not-assessed: no-target"]);
  });
});

describe("names of endpoints", () => {
  const context = (url: string) => ({
    target: { id: "bakery.test", url, host: "bakery.test", domain: "bakery.test" },
    at: AT,
  });

  test.each([
    ["https://bakery.test/", "bakery.test", 443, "bakery.test"],
    ["https://bakery.test/", "bakery.test", 8443, "bakery.test:8443"],
    ["https://bakery.test:8443/", "bakery.test", 8443, "bakery.test"],
    ["https://bakery.test:8443/", "bakery.test", 9443, "bakery.test:9443"],
    ["https://bakery.test/", "2001:db8::1", 8443, "[2001:db8::1]:8443"],
  ])("%s, %s port %i: %s", (url, host, port, expected) => {
    const [verdict] = judge(tls13, { tls: tlsValue(endpoint({ host, port })) }, {}, context(url));

    expect(verdict?.subject).toBe(expected);
  });
});

describe("several addresses", () => {
  const second = endpoint({
    ip: "192.0.2.2",
    depth: "comparison",
    features: features({ heartbeat: fact<boolean>(null) }),
  });

  test("what a comparison did not ask does not weigh on what the scan saw", () => {
    expect(outcomes(heartbeat, [endpoint(), second])).toEqual(["pass"]);
  });

  test("a fault that a comparison saw counts, under the name of the host", () => {
    const old = { ...second, versions: versions({ "TLSv1.0": [CBC], "TLSv1.2": [GCM] }) };

    const verdicts = judge(protocols, { tls: tlsValue(endpoint(), old) });

    expect(verdicts.map(wordOf)).toEqual(["pass", "obsolete"]);
    expect(verdicts.map(({ subject }) => subject)).toEqual(["bakery.test", "bakery.test"]);
  });

  test("the twin on the same server repeats no fault, and keeps its own", () => {
    const target = speaking("TLSv1.0", "TLSv1.2");
    const twin = { ...target, host: "www.bakery.test", purpose: "twin" as const };
    const other = { ...speaking("TLSv1.1", "TLSv1.2"), host: "www.bakery.test", purpose: "twin" as const };

    expect(outcomes(protocols, [target, twin])).toEqual(["obsolete"]);
    expect(outcomes(protocols, [target, other])).toEqual(["obsolete", "obsolete"]);
    expect(outcomes(protocols, [target, { ...twin, ip: "192.0.2.9" }])).toEqual(["obsolete", "obsolete"]);
  });

  test("mail servers are not judged here", () => {
    const mail = { ...speaking("TLSv1.0"), purpose: "mail" as const, port: 25 };

    expect(outcomes(protocols, [endpoint(), mail])).toEqual(["pass"]);
  });

  test.each(["versions", "suites", "groups", "certificate", "alpn"] as const)("that differ in %s", (what) => {
    const drift = [{ host: "bakery.test", port: 443, what, addresses: [{ ip: "192.0.2.1", value: "a" }] }];

    expect(outcomes(nodeDrift, { ...tlsValue(endpoint(), second), drift })).toEqual([what]);
  });

  test.each([
    ["refused", "reachable"],
    ["timeout", "reachable"],
    ["unreachable", "not-assessed: unreachable"],
  ])("one of which is %s", (code, expected) => {
    const dead = endpoint({ ip: "2001:db8::2", state: "failed", error: { code, message: "no" }, versions: {} });
    const drift = [{ host: "bakery.test", port: 443, what: "reachable" as const, addresses: [] }];

    expect(outcomes(nodeDrift, { ...tlsValue(endpoint(), dead), drift })).toEqual([expected]);
  });

  test("that agree", () => {
    expect(outcomes(nodeDrift, [endpoint(), second])).toEqual(["pass"]);
    expect(outcomes(nodeDrift, endpoint())).toEqual(["not-applicable: one-address"]);
    expect(outcomes(nodeDrift, endpoint({ state: "failed" }))).toEqual(["not-assessed: no-answer"]);
  });

  test("one that changes from connection to connection", () => {
    const seen = endpoint({ variation: [{ what: "certificate", values: ["a", "b"] }] });

    expect(outcomes(nodeDrift, seen)).toEqual(["varying"]);
  });
});
