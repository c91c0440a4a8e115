import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScriptFacts } from "../../../src/parse/page/script-facts.ts";

const base = "https://boulangerie.test/";

describe("readScriptFacts", () => {
  it.each([
    ['fetch("http://api.boulangerie.test/c?x=1", {method: "POST"})', ["sends:http://api.boulangerie.test/c"]],
    ['axios.post("http://api.boulangerie.test/c", data)', ["sends:http://api.boulangerie.test/c"]],
    ['navigator.sendBeacon("http://api.boulangerie.test/b", d)', ["sends:http://api.boulangerie.test/b"]],
    ['$.ajax({url: "http://api.boulangerie.test/c"})', ["sends:http://api.boulangerie.test/c"]],
    ['var page = "http://boulangerie.test/"', []],
    ['fetch("https://api.boulangerie.test/c")', []],
    ['new WebSocket("ws://boulangerie.test/chat")', ["socket:ws://boulangerie.test/chat"]],
    ['new WebSocket("wss://boulangerie.test/chat")', []],
    ["j.src='https://www.googletagmanager.com/gtm.js?id='+i", ["loads:https://www.googletagmanager.com/gtm.js"]],
    ['t.src="https://www.clarity.ms/tag/"+i', ["loads:https://www.clarity.ms/tag/"]],
    ['window.open("https://www.facebook.com/sharer/sharer.php?u=")', []],
    ["fbq('init', '123', {em: mail})", ["matching:Meta Pixel"]],
    ["fbq('init', '123')", []],
    ['ttq.identify({"email": e})', ["matching:TikTok Pixel"]],
    ['navigator.serviceWorker.register("/sw.js")', ["service-worker:https://boulangerie.test/sw.js"]],
    ['importScripts("https://cdn.example/a.js?v=1")', ["imports:https://cdn.example/a.js"]],
    ["gtag('consent', 'default', {'ad_storage': 'denied'})", ["consent-default:denied"]],
    ["gtag('consent', 'default', {'ad_storage': 'granted'})", []],
    ["tarteaucitron.init({})", ["tool:tarteaucitron.js"]],
    ["/*! jQuery v3.7.1 | (c) OpenJS */x()", ["banner:jQuery v3.7.1 | (c) OpenJS"]],
  ])("%s", (text, expected) => {
    expect(readScriptFacts(text, base)).toEqual(expected);
  });

  it("never throws and keeps at most 40 facts, without queries", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'fetch("http://',
            "a.example/",
            '?q=1")',
            "fbq('init',",
            "{em:",
            "/*!",
            "//",
            "'",
            '"',
            "importScripts('x')",
          ),
          { maxLength: 300 },
        ),
        (pieces) => {
          const facts = readScriptFacts(pieces.join(""), base);

          expect(facts.length).toBeLessThanOrEqual(40);
          expect(facts.filter((fact) => /^(sends|loads|imports):.*\?/.test(fact))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("stays linear on text made to be slow", () => {
    const hostile = [
      "fbq('init',".repeat(60_000),
      "gtag('consent','default',".repeat(30_000),
      '"//'.repeat(200_000),
      "fetch(".repeat(100_000) + '"http://x.example/"',
    ];
    // Quadratic work on these sizes would outlast the time-out of the test.
    const facts = hostile.map((text) => readScriptFacts(text, base));

    expect(facts.map((found) => found.length <= 40)).toEqual([true, true, true, true]);
  });
});
