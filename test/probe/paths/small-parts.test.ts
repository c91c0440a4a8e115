import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposureProbes } from "../../../src/data/exposures/catalogue.ts";
import type { HttpAnswer } from "../../../src/net/net.ts";
import { matchCanary, matchContent } from "../../../src/probe/paths/match.ts";
import { isDotfile, planSteps } from "../../../src/probe/paths/plan.ts";
import { blankReflections } from "../../../src/probe/paths/reflection.ts";
import { seeAnswer } from "../../../src/probe/paths/seen.ts";
import { canaryToken, routeOf, siblingPath } from "../../../src/probe/paths/sibling.ts";
import { similarity } from "../../../src/probe/paths/similarity.ts";
import { bodyKind, looksLikeHtml } from "../../../src/probe/paths/sniff.ts";

function answer(body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}, status = 200): HttpAnswer {
  return {
    url: "https://bakery.test/x",
    status,
    headers: Object.entries(headers),
    body: Buffer.from(body),
    truncated: false,
    address: "127.0.0.1",
    httpVersion: "http/1",
    wallMs: 1,
  };
}

describe("a sibling keeps the words of its path", () => {
  it.each([
    ["/adminer.php", "/adminerTOKEN.php"],
    ["/phpmyadmin/", "/phpmyadminTOKEN/"],
    ["/.git/config", "/.git/configTOKEN"],
    ["/.env", "/.envTOKEN"],
    ["/.env.local", "/.envTOKEN.local"],
    ["/backup.tar.gz", "/backupTOKEN.tar.gz"],
    ["/phpmyadmin/index.php?route=/server/databases", "/phpmyadminTOKEN/index.php?route=/server/databases"],
    ["/index.php/admin/", "/index.php/adminTOKEN/"],
    ["/index.php.bak", "/indexTOKEN.php.bak"],
    ["/?author=1", "/?authorTOKEN=1"],
    ["/?phpinfo=1", "/?phpinfoTOKEN=1"],
    ["/server-status?auto", "/server-statusTOKEN?auto"],
    ["/wp-json/wc/v3/orders?per_page=1", "/wp-json/wc/v3/ordersTOKEN?per_page=1"],
  ])("%s → %s", (path, sibling) => {
    expect(siblingPath(path, "TOKEN")).toBe(sibling);
  });

  it("differs from its path for every path of the catalogue", () => {
    for (const path of exposureProbes.flatMap((probe) => probe.paths).filter((path) => path.startsWith("/"))) {
      expect(siblingPath(path, "TOKEN")).not.toBe(path);
      expect(siblingPath(path, "TOKEN").replaceAll("TOKEN", "")).toBe(path);
    }
  });

  it("has a token of six plain characters", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (numbers) =>
        /^[a-z0-9]{6}$/.test(canaryToken(() => Number(numbers.next().value))),
      ),
    );
  });

  it("knows folder and extension as a route", () => {
    expect(routeOf("/backup.sql")).toBe(routeOf("/dump.sql"));
    expect(routeOf("/backup.sql")).not.toBe(routeOf("/db/backup.sql"));
    expect(routeOf("/.env")).not.toBe(routeOf("/env"));
  });
});

describe("what a body is", () => {
  it.each([
    ["<!DOCTYPE html><p>", "", true],
    ["  \n<HTML><body>", "", true],
    ["\xEF\xBB\xBF<!doctype html>", "", true],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC>', "", true],
    ["<!-- comment --><p>", "", true],
    ["<?php echo 1;", "text/html", false],
    ['<?xml version="1.0"?><config>', "text/xml", false],
    ["[core]\n\tbare = false", "text/html", false],
    ["Error: <div class=x>not found</div>", "text/html; charset=utf-8", true],
    ["Error: <div class=x>not found</div>", "text/plain", false],
    ["<FileZilla3>", "text/xml", false],
  ])("%j as %j is a web page: %s", (body, type, html) => {
    expect(looksLikeHtml(body, type)).toBe(html);
  });

  it.each([
    ["", "empty"],
    ['{"a":1}', "json"],
    ["a,b\n", "text"],
    ["PK\x03\x04", "binary"],
    ["<?xml version='1.0'?><a/>", "xml"],
  ])("%j is %s", (body, kind) => {
    expect(bodyKind(body, "")).toBe(kind);
  });
});

describe("reflections", () => {
  it("are blanked in every spelling, and offsets stay", () => {
    const path = "/.git/config?x=1";
    const text = `a ${path} b ${encodeURIComponent(path)} c .git/config d [core]`;
    const blank = blankReflections(text, path);

    expect(blank).toHaveLength(text.length);
    expect(blank).not.toContain("git");
    expect(blank.indexOf("[core]")).toBe(text.indexOf("[core]"));
  });

  it("in other letters are caught by the canary's token", () => {
    const probe = exposureProbes.find(({ id }) => id === "tool-adminer");
    if (probe === undefined) throw new Error("no such probe");
    const echo = (leaf: string) =>
      seeAnswer(answer(`<!doctype html><title>${leaf}</title>`, { "content-type": "text/html" }));

    expect(matchContent(probe, echo("Adminer"), "/adminer")).not.toBeNull();
    expect(matchCanary(probe, echo("AdminerTOKEN"), "/adminerTOKEN", "TOKEN")).toBe(true);
    expect(matchCanary(probe, echo("Boutique"), "/adminerTOKEN", "TOKEN")).toBe(false);
  });
});

describe("similarity", () => {
  it.each([
    ["le pain au levain du matin", "le pain au levain du matin", 1, 1],
    ["jeton 0a1b2c3d4e pour le panier 12", "jeton 9f8e7d6c5b pour le panier 99", 1, 1],
    ["le pain au levain du matin", "toute autre chose que cela ici", 0, 0],
    ["", "", 1, 1],
    ["un", "deux", 0, 0],
  ])("of %j and %j", (a, b, low, high) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(low);
    expect(similarity(a, b)).toBeLessThanOrEqual(high);
  });

  it("is a number from 0 to 1, the same both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        return value >= 0 && value <= 1 && value === similarity(b, a);
      }),
    );
  });
});

describe("the plan", () => {
  const plan = (platform: string | null, tiers: readonly ("core" | "platform" | "deep")[]) =>
    planSteps({
      catalogue: exposureProbes,
      tiers,
      platform,
      host: "www.bakery.test",
      label: "bakery",
      today: new Date("2026-11-23T08:00:00Z"),
      sourceMaps: [],
    });

  it.each([
    null,
    "woocommerce",
    "prestashop",
    "magento-2",
    "magento-1",
    "shopware-6",
    "opencart",
    "sylius",
    "drupal-commerce",
    "thelia",
  ])("of core and platform fits the limit for %s", (platform) => {
    expect(plan(platform, ["core", "platform"]).length).toBeLessThanOrEqual(150);
  });

  it("asks each path once, fills the templates, and leaves hosted platforms to their vendor", () => {
    const paths = plan(null, ["core"]).map((step) => step.path);

    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("/www.bakery.test.sql");
    expect(paths).toContain("/bakery.sql");
    const hosted = plan("shopify", ["core", "platform"]).map((step) => step.path);
    // Where the vendor owns the server, nothing is guessed of its administration.
    expect(paths.filter((path) => !hosted.includes(path))).toEqual([
      "/admin/",
      "/admin/login",
      "/administrator/",
      "/backoffice/",
      "/wp-login.php",
    ]);
    expect(hosted.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("goes from harmless to sensitive, with never more than two dotfiles in a row", () => {
    const steps = plan("prestashop", ["core", "platform", "deep"]);
    let row = 0;

    for (const step of steps) {
      row = isDotfile(step.path) ? row + 1 : 0;
      expect(row).toBeLessThanOrEqual(2);
    }
    expect(steps[0]?.path).toBe("/robots.txt");
  });
});

describe("an answer", () => {
  it("tells the size of a leak by Content-Range", () => {
    expect(seeAnswer(answer("x", { "content-range": "bytes 0-63/734003200" }, 206)).size).toBe(734_003_200);
    expect(seeAnswer(answer("x", { "content-length": "42" })).size).toBe(42);
    expect(seeAnswer(answer("x", { "content-length": "1" }, 206)).size).toBeNull();
  });

  it("is read through a Content-Encoding that nobody asked for, and a bomb stays small", () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));

    expect(seeAnswer(answer(gzipSync("[core]\nbare = false"), { "content-encoding": "gzip" })).text).toContain(
      "[core]",
    );
    expect(seeAnswer(answer(bomb.subarray(0, 24_576), { "content-encoding": "gzip" })).text.length).toBeLessThanOrEqual(
      65_536,
    );
  });

  it("is read as UTF-16 where its mark says so", () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("CREATE TABLE clients", "utf16le")]);

    expect(seeAnswer(answer(body)).text).toBe("CREATE TABLE clients");
  });

  it("never throws and always ends, whatever the bytes", () => {
    const headers = fc.dictionary(
      fc.constantFrom("content-encoding", "content-type", "content-range", "location"),
      fc.constantFrom("gzip", "br", "deflate", "text/html", "bytes 0-1/9", "\0", "//"),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2_000 }),
        headers,
        fc.constantFrom(200, 206, 302, 401, 405),
        (bytes, fields, status) => {
          const seen = seeAnswer(answer(bytes, fields, status));
          for (const probe of exposureProbes) matchContent(probe, seen, probe.paths[0] ?? "/");
        },
      ),
      { numRuns: 200 },
    );
  });
});
