import { parse, type HTMLElement } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { resolveBrand } from "../../src/report/brand.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { renderHtmlFleet } from "../../src/report/html/render-html-fleet.tsx";
import { renderHtmlReport, type HtmlInput } from "../../src/report/html/render-html.tsx";
import { hostileReport } from "./support/hostile-report.ts";
import { sampleReport, seenEvidence } from "./support/sample-report.ts";

function render(input: Partial<HtmlInput> = {}): { html: string; page: HTMLElement } {
  const html = renderHtmlReport({
    report: sampleReport("fr"),
    evidence: seenEvidence,
    history: [],
    brand: null,
    ...input,
  });
  return { html, page: parse(html) };
}

describe("the HTML report", () => {
  it("is one self-contained page: no script, no style attribute, no address that it would load", () => {
    const { html, page } = render();

    expect(html.startsWith('<!doctype html>\n<html lang="fr">')).toBe(true);
    expect(page.querySelectorAll("script, link, iframe, object, embed, form, [style], [onclick]")).toEqual([]);
    expect(page.querySelectorAll("[src]")).toEqual([]);
    expect(page.querySelectorAll("a").map((link) => link.getAttribute("href")?.slice(0, 8))).not.toContain("http://b");
  });

  it("has one h1, an owner's part and a technical part, and table headers with a scope", () => {
    const { page } = render();

    expect(page.querySelectorAll("h1").map((heading) => heading.text)).toEqual(["bakery.test"]);
    const headings = page.querySelectorAll("h2").map((heading) => heading.text);
    for (const heading of [
      "À corriger en premier",
      "Domaines",
      "Ce que risquent vos clients",
      "Ce qui est déjà bien",
      "Partie technique",
      "Exigences",
      "Conditions de l’analyse",
      "Ce que Vigie ne peut pas voir",
    ]) {
      expect(headings).toContain(heading);
    }
    expect(page.querySelectorAll("th").filter((cell) => cell.getAttribute("scope") === undefined)).toEqual([]);
  });

  it("names its own style sheet in the policy and allows nothing else", () => {
    const { page } = render();

    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
  });

  it("shows hostile text as text", () => {
    const { html, page } = render({ report: hostileReport() });

    expect(page.querySelectorAll("script")).toEqual([]);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[\p{Cc}--[\n]]/v);
  });

  it("draws the score line only from two scans on, and breaks it where the profile changed", () => {
    const point = { grade: "D", provisional: false, algorithm: "1" };
    const history = [
      { ...point, at: "2026-09-01T03:00:00.000Z", total: 20, profileDigest: "old" },
      { ...point, at: "2026-10-01T03:00:00.000Z", total: 40, profileDigest: "new" },
      { ...point, at: "2026-11-01T03:00:00.000Z", total: 45, profileDigest: "new" },
    ];

    expect(render().page.querySelector(".line")).toBeNull();
    expect(render({ history: history.slice(0, 1) }).page.querySelector(".line")).toBeNull();
    const drawn = render({ history }).page;
    expect(drawn.querySelectorAll(".line .path")).toHaveLength(2);
    expect(drawn.querySelectorAll(".line .break")).toHaveLength(1);
  });

  it("tells 5,000 findings without ceasing to be a page", () => {
    const report = sampleReport();
    const [finding] = report.findings;
    const findings = Array.from({ length: 5000 }, (_, index) => ({
      ...finding!,
      fingerprint: `v1:${index.toString(16).padStart(32, "0")}`,
    }));

    const { html, page } = render({ report: { ...report, findings } });

    expect(page.querySelectorAll("article.finding")).toHaveLength(300);
    expect(page.querySelectorAll("table.data tr[id]")).toHaveLength(4700);
    expect(html.length).toBeLessThan(4_000_000);
  });

  it("wears a brand but keeps method and date", () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    const brand = resolveBrand({ name: "Agence Lumen", colour: "#6a1b4d", contact: "contact@lumen.test" }, png);

    const { html, page } = render({ brand });

    expect(page.querySelector("img.logo")?.getAttribute("src")).toMatch(/^data:image\/png;base64,/);
    expect(page.querySelector("footer")?.text).toContain("Agence Lumen · contact@lumen.test");
    expect(page.querySelector("footer")?.text).toContain("Établi avec Vigie 0.1.0 le 23 novembre 2026");
    expect(html).toContain("--accent: #6a1b4d");
  });

  it("tells the TLS page once for endpoints that answered alike, with the grade by SSL Labs beside", () => {
    const { page } = render();

    expect(page.querySelectorAll(".endpoint").length).toBeGreaterThan(0);
    expect(page.querySelector("table.suites tbody th code")?.text).toMatch(/^TLS_/);
    expect(page.querySelector("section[aria-labelledby=tls]")?.text).toContain("au mieux B");
    expect(page.querySelector("section[aria-labelledby=tls]")?.text).toContain("TLS 1.0 ou 1.1");
  });

  it.each(["en", "fr"] as const)("has every text (%s)", (language) => {
    const { html } = render({ report: sampleReport(language) });

    expect(html).not.toMatch(/undefined|\[object|\{[a-z]+\}|NaN/);
  });
});

describe("the index page of a fleet", () => {
  it("has a row for each site, with a link where there is a report", () => {
    const report = sampleReport();
    const fleet = buildFleet({
      tool: report.tool,
      language: "en",
      startedAt: report.startedAt,
      finishedAt: report.finishedAt,
      sites: [
        report,
        { target: { id: "<florist>", url: "https://florist.test/" }, error: { code: "refused", message: "refused" } },
      ],
    });

    const html = renderHtmlFleet({ fleet, brand: null, links: new Map([["bakery.test", "bakery.test.html"]]) });

    const page = parse(html);
    expect(page.querySelector('a[href="bakery.test.html"]')?.text).toBe("bakery.test");
    expect(html).toContain("&lt;florist&gt;");
    expect(html).toContain("Error — refused");
  });
});
