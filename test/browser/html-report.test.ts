import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { resolveBrand } from "../../src/report/brand.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { renderHtmlFleet } from "../../src/report/html/render-html-fleet.tsx";
import { renderHtmlReport, type HtmlInput } from "../../src/report/html/render-html.tsx";
import { hostileReport } from "../report/support/hostile-report.ts";
import { goldenEvidence, goldenReport } from "../report/support/golden-run.ts";
import { sampleReport, seenEvidence } from "../report/support/sample-report.ts";

const executablePath = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "vigie-browser-"));

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const HISTORY = [20, 30, 32.1].map((total, index) => ({
  at: `2026-0${String(index + 7)}-01T03:00:00.000Z`,
  total,
  grade: "E",
  provisional: false,
  profileDigest: index === 0 ? "old" : "new",
  algorithm: "1",
}));

function page(input: Partial<HtmlInput> = {}): string {
  return renderHtmlReport({
    report: sampleReport("fr"),
    evidence: seenEvidence,
    history: HISTORY,
    brand: null,
    ...input,
  });
}

/** The demo shop's saved run: long lists, an alarm, every table. */
function demoPage(language: "en" | "fr", input: Partial<HtmlInput> = {}): string {
  const evidence = goldenEvidence();
  return page({ report: goldenReport(language, evidence), evidence, history: [], ...input });
}

const PAGES: readonly (readonly [string, () => string])[] = [
  ["report in French", () => page()],
  ["report in English", () => page({ report: sampleReport("en") })],
  ["report of the demo shop", () => demoPage("fr")],
  ["report without findings", () => page({ report: { ...sampleReport(), findings: [], verdicts: [], checks: [] } })],
  ["hostile report", () => page({ report: hostileReport() })],
  [
    "branded report",
    () => page({ brand: resolveBrand({ name: "Agence Lumen", logo: "logo.png", colour: "#6a1b4d" }, PIXEL) }),
  ],
  [
    "fleet index",
    () => {
      const report = sampleReport();
      const { tool, startedAt, finishedAt } = report;
      const sites = [
        report,
        {
          target: { id: "florist.test", url: "https://florist.test/" },
          error: { code: "refused", message: "refused" },
        },
      ];
      return renderHtmlFleet({
        fleet: buildFleet({ tool, language: "en", startedAt, finishedAt, sites }),
        brand: null,
      });
    },
  ],
];

let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined)
    throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM to its path");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});

afterAll(async () => {
  await browser.close();
});

/** Opens a page from a file, as a client does; gives what the console and the network heard. */
async function open(
  html: string,
  scheme: "light" | "dark",
  width = 1050,
): Promise<{ page: Page; noise: string[]; close: () => Promise<void> }> {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  // axe is put into the page by the test; the page's own policy would rightly refuse it.
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: false });
  const opened = await context.newPage();
  const noise: string[] = [];
  opened.on("console", (message) => noise.push(message.text()));
  opened.on("pageerror", (error) => noise.push(error.message));
  opened.on("dialog", (dialog) => noise.push(`dialog: ${dialog.message()}`));
  opened.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) noise.push(request.url());
  });
  await opened.goto(pathToFileURL(file).href);
  return { page: opened, noise, close: () => context.close() };
}

const violationsSchema = z.array(
  z.looseObject({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.unknown()) }),
);

describe.each(PAGES)("%s", (name, make) => {
  it.each(["light", "dark"] as const)(
    "says nothing on the console and asks nothing of the network (%s)",
    async (scheme) => {
      const { page: opened, noise, close } = await open(make(), scheme);

      const background = await opened.evaluate("getComputedStyle(document.body).backgroundColor");
      await opened.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}-${scheme}.png`), fullPage: true });
      await close();

      expect(noise).toEqual([]);
      expect(background).toBe(scheme === "light" ? "rgb(252, 251, 248)" : "rgb(20, 26, 32)");
    },
  );

  it.each(["light", "dark"] as const)("axe-core finds no serious violation (%s)", async (scheme) => {
    const { page: opened, close } = await open(make(), scheme);

    // An isolated world of the developer tools: the page's policy, which allows no script at all, stays in force.
    const session = await opened.context().newCDPSession(opened);
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    await session.send("Runtime.evaluate", { expression: axeSource, contextId: executionContextId });
    const { result } = await session.send("Runtime.evaluate", {
      expression:
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))",
      contextId: executionContextId,
      awaitPromise: true,
    });
    await close();

    const violations = violationsSchema.parse(JSON.parse(z.string().parse(result.value)));
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]).slice(0, 400)}`)).toEqual([]);
  });

  it("fits a telephone without scrolling sideways", async () => {
    const { page: opened, close } = await open(make(), "light", 360);

    const width = await opened.evaluate("document.documentElement.scrollWidth");
    await close();

    expect(width).toBeLessThanOrEqual(360);
  });

  it("prints to PDF", async () => {
    const { page: opened, close } = await open(make(), "dark");
    const path = join(folder, "page.pdf");

    await opened.pdf({ path, preferCSSPageSize: true, printBackground: true });
    await close();

    expect(statSync(path).size).toBeGreaterThan(10_000);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

/** What fits a sheet of A4 between the margins that the style sheet sets, in CSS pixels. */
const SHEET = { width: Math.floor((180 / 25.4) * 96), height: Math.floor((273 / 25.4) * 96) };

describe("the owner's page", () => {
  it.each([
    ["an alarm, in French", () => demoPage("fr")],
    ["an alarm, in English", () => demoPage("en")],
    ["an alarm and a score line", () => demoPage("fr", { history: HISTORY })],
    [
      "a score line and a brand",
      () => page({ brand: resolveBrand({ name: "Agence Lumen", colour: "#6a1b4d" }, PIXEL) }),
    ],
  ])("is one sheet of paper with %s", async (_name, make) => {
    const { page: opened, close } = await open(make(), "light");
    await opened.emulateMedia({ media: "print" });
    await opened.setViewportSize(SHEET);

    const bottom = await opened.evaluate("document.querySelector('.owner').getBoundingClientRect().bottom");
    await close();

    expect(bottom).toBeLessThanOrEqual(SHEET.height);
  });
});

describe("the policy of the page", () => {
  it("keeps a script out even if one got into the page", async () => {
    const html = page().replace(
      "</main>",
      '<script>document.title = "owned"</script><img src="x" onerror="document.title = 1"></main>',
    );
    const { page: opened, noise, close } = await open(html, "light");

    const title = await opened.title();
    await close();

    expect(title).toBe("bakery.test — note E");
    expect(noise.filter((text) => text.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(2);
  });
});
