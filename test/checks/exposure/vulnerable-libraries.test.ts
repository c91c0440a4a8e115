import { describe, expect, it } from "vitest";
import { vulnerableLibraries } from "../../../checks/exposure/vulnerable-libraries.ts";
import type { PageScript } from "../../../src/core/evidence/pages.ts";
import { compareVersions, libraryOf } from "../../../src/parse/library-version.ts";
import { LIBRARIES } from "../../../src/data/libraries.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { page, pagesValue } from "../../builders/page-evidence.ts";
import { html, scanShop } from "../../servers/judged-shop.ts";

const script = (src: string | null, ...literals: readonly string[]): PageScript => ({
  src,
  type: null,
  integrity: null,
  crossorigin: null,
  nonce: false,
  neutralised: false,
  sha256: null,
  bytes: null,
  literals: [...literals],
});

function shop(role: "home" | "checkout", ...scripts: readonly PageScript[]) {
  return { pages: pagesValue([page("/", role, {}, { scripts: [...scripts] })]) };
}

const cases: readonly [src: string | null, literals: readonly string[], outcomes: readonly string[]][] = [
  ["https://code.jquery.com/jquery-1.12.4.min.js", [], ["script-hole"]],
  ["https://code.jquery.com/jquery-3.7.1.min.js", [], ["pass"]],
  ["https://cdnjs.cloudflare.com/ajax/libs/jquery/3.4.1/jquery.min.js", [], ["script-hole"]],
  ["https://cdn.jsdelivr.net/npm/jquery@3.5.0/dist/jquery.min.js", [], ["pass"]],
  ["https://unpkg.com/lodash@4.17.21", [], ["other-hole"]],
  ["https://cdn.jsdelivr.net/npm/lodash@4.17.20/lodash.min.js", [], ["script-hole"]],
  ["https://bakery.test/js/jquery.js", [], ["pass"]],
  [
    "https://bakery.test/js/jquery.js",
    ["banner:jQuery v1.11.1 | (c) 2005, 2014 jQuery Foundation, Inc."],
    ["script-hole"],
  ],
  ["https://bakery.test/theme.js", ["banner:Bootstrap v3.3.7 (http://getbootstrap.com)"], ["script-hole"]],
  ["https://bakery.test/js/bootstrap-5.3.3.min.js", [], ["pass"]],
  ["https://bakery.test/js/bootstrap-4.6.2.min.js", [], ["unsupported"]],
  ["https://bakery.test/wp-includes/js/jquery/jquery.min.js", ["asset-version:3.4.1"], ["script-hole"]],
  ["https://bakery.test/wp-includes/js/jquery/jquery.min.js", ["asset-version:3.7.1"], ["pass"]],
  ["https://bakery.test/wp-content/themes/four/bootstrap.min.js", ["asset-version:1.0.0"], ["pass"]],
  ["https://cdnjs.cloudflare.com/ajax/libs/handlebars.js/4.7.8/handlebars.min.js", [], ["script-hole"]],
  [
    "https://bakery.test/js/prototype/prototype.js",
    ["banner:Prototype JavaScript framework, version 1.7"],
    ["other-hole"],
  ],
  ["https://ajax.googleapis.com/ajax/libs/angularjs/1.8.3/angular.min.js", [], ["script-hole"]],
  ["https://cdnjs.cloudflare.com/ajax/libs/moment.js/2.29.1/moment.min.js", [], ["other-hole"]],
  ["https://cdn.tiny.cloud/1/key/tinymce/5.10.2/tinymce.min.js", [], ["script-hole"]],
  ["https://cdn.ckeditor.com/4.16.0/standard/ckeditor.js", [], ["script-hole"]],
  ["https://code.jquery.com/ui/1.12.1/jquery-ui.min.js", [], ["script-hole"]],
  ["https://bakery.test/js/jquery-migrate-3.4.1.min.js", [], ["pass"]],
  ["https://bakery.test/jquery/plugins/slick-1.0.0.min.js", [], ["pass"]],
  [null, [], ["pass"]],
];

describe("exposure/vulnerable-libraries", () => {
  it.each(cases)("%s %s", (src, literals, outcomes) => {
    expect(outcomesOf(vulnerableLibraries, shop("home", script(src, ...literals)))).toEqual(outcomes);
  });

  it("tells a version once, however many pages load it, and weighs the checkout more", () => {
    const old = script("https://code.jquery.com/jquery-1.12.4.min.js");
    const pages = pagesValue([
      page("/", "home", {}, { scripts: [old] }),
      page("/commande", "checkout", {}, { scripts: [old] }),
    ]);

    const verdicts = failuresOf(vulnerableLibraries, { pages });

    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({ subject: "jquery 1.12.4", shift: 1, shiftReason: "bank-data" });
    expect(verdicts[0]?.pages).toHaveLength(2);
    expect(verdicts[0]?.params["cves"]).toEqual([
      "CVE-2015-9251",
      "CVE-2019-11358",
      "CVE-2020-11022",
      "CVE-2020-11023",
    ]);
  });

  it("leaves a script that a consent tool holds back alone", () => {
    const held = { ...script("https://code.jquery.com/jquery-1.12.4.min.js"), neutralised: true };

    expect(outcomesOf(vulnerableLibraries, shop("home", held))).toEqual(["pass"]);
  });
});

describe("versions of libraries", () => {
  it.each([
    ["1.12.4", "3.0.0", -1],
    ["3.0.0-rc1", "3.0.0", -1],
    ["4.0.0-beta.2", "4.0.0-beta.10", -1],
    ["1.10.0", "1.9.9", 1],
    ["1.7", "1.7.0", 0],
  ])("%s against %s", (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it("has a safe version above every range, or says that support ended", () => {
    for (const { id, ranges, safe, ended } of LIBRARIES) {
      expect(safe !== undefined || ended !== undefined, id).toBe(true);
      for (const { from, below, cves } of ranges) {
        expect(
          cves.every((cve) => /^CVE-\d{4}-\d{4,}$/.test(cve)),
          id,
        ).toBe(true);
        if (from !== undefined) expect(compareVersions(from, below), id).toBeLessThan(0);
      }
    }
  });

  it("takes no time over hostile addresses", () => {
    const hostile = `https://bakery.test/${"jquery-1.".repeat(20_000)}`;

    expect(libraryOf({ src: hostile, banner: "jQuery v1.".repeat(20_000), assetVersion: null })).toBeNull();
  });
});

describe("exposure/vulnerable-libraries, over a socket", () => {
  const login =
    '<form method="post" action="/connexion"><input type="email" name="email"><input type="password" name="password"></form>';

  it("reads versions from addresses, and from the first lines of the shop's own scripts where customers type", async () => {
    const shop = await scanShop((request, response) => {
      if (request.url === "/js/theme.js")
        response
          .writeHead(200, { "content-type": "text/javascript" })
          .end("/*! jQuery v1.11.1 | (c) 2005, 2014 jQuery Foundation, Inc. */\nvar a;");
      else if (request.url === "/connexion") html(response, `<script src="/js/theme.js"></script>${login}`);
      else
        html(
          response,
          '<script src="https://cdn.jsdelivr.net/npm/bootstrap@3.3.7/dist/js/bootstrap.min.js"></script><a href="/connexion">Connexion</a>',
        );
    });

    const verdicts = shop.verdicts(vulnerableLibraries);

    expect(verdicts).toMatchObject([
      { code: "script-hole", subject: "bootstrap 3.3.7", confidence: "medium", shift: 0 },
      { code: "script-hole", subject: "jquery 1.11.1", confidence: "high", shift: 1, shiftReason: "credentials" },
    ]);
  });

  it("finds nothing in a shop whose libraries are in order", async () => {
    const shop = await scanShop((_request, response) => {
      html(response, '<script src="https://code.jquery.com/jquery-3.7.1.min.js"></script>');
    });

    expect(shop.outcomes(vulnerableLibraries)).toEqual(["pass"]);
  });
});
