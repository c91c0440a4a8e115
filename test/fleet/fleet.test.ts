import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVigie } from "../cli/run-vigie.ts";
import { openStreet, type Street } from "../servers/street-of-shops.ts";

const SHOPS = 50;
const TARPIT = 7;
const BROKEN = 13;
const BANNING = 21;
const REPAIRED = 30;

const folder = mkdtempSync(join(tmpdir(), "vigie-fleet-"));
const data = join(folder, "data");
const sitesFile = join(folder, "sites.yaml");

let street: Street;
let receiver: Server;
let received: { to: string; notices: { event: string; site: string; check?: string; severity?: string }[] }[] = [];

const addressOf = (shop: number): string => `127.9.0.${shop + 1}`;
const idOf = (shop: number): string => `shop-${String(shop).padStart(2, "0")}`;

beforeAll(async () => {
  street = await openStreet();
  street.set(addressOf(TARPIT), { behaviour: "tarpit" });
  street.set(addressOf(BROKEN), { behaviour: "broken" });
  street.set(addressOf(BANNING), { behaviour: "banning" });
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ to: request.url ?? "", ...(JSON.parse(body) as Omit<(typeof received)[number], "to">) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const entries = Array.from(
    { length: SHOPS },
    (_, shop) =>
      `  - { id: ${idOf(shop)}, url: "http://${addressOf(shop)}:${street.port}/", tags: [${shop % 2 === 0 ? "even" : "odd"}] }`,
  );
  writeFileSync(
    sitesFile,
    `defaults: { pace: fast, allowPrivate: true, notify: [desk, { to: boss, level: critical }] }\nsites:\n${entries.join("\n")}\n`,
  );
});

afterAll(async () => {
  await street.close();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

interface FleetJson {
  readonly sites: readonly {
    readonly target: { readonly id: string };
    readonly error?: { readonly code: string };
    readonly score?: { readonly total: number };
    readonly findings?: readonly { readonly check: string; readonly state: string }[];
    readonly fixed?: readonly { readonly check: string }[];
  }[];
  readonly summary: { readonly sites: number };
}

const webhooks = (port: number) => ({
  VIGIE_WEBHOOK_DESK: `http://127.0.0.1:${port}/desk`,
  VIGIE_WEBHOOK_BOSS: `http://127.0.0.1:${port}/boss`,
});

function scanFleet(argv: readonly string[] = [], directory = data) {
  const { port } = receiver.address() as AddressInfo;
  return runVigie(
    [
      "scan",
      "--sites",
      sitesFile,
      "--data",
      directory,
      "--allow-private",
      "--site-deadline",
      "10",
      "--format",
      "json",
      ...argv,
    ],
    { env: { ...webhooks(port), VIGIE_WEBHOOK_DESK_SECRET: "butter" } },
  );
}

describe("a fleet, scanned twice with a change in between", () => {
  it("has one outcome for every site, in file order, whatever happens to it", async () => {
    const ran = await scanFleet();

    const fleet = JSON.parse(ran.stdout) as FleetJson;
    // The tar-pit never answered: even without a gate that is not a completed scan.
    expect(ran.code, ran.stderr.slice(-2000)).toBe(3);
    expect(fleet.sites.map(({ target }) => target.id)).toEqual(Array.from({ length: SHOPS }, (_, shop) => idOf(shop)));
    expect(fleet.summary.sites).toBe(SHOPS);
    expect(ran.stderr.match(/^\[ *\d+\/50\] shop-\d\d: /gm)).toHaveLength(SHOPS);
    expect(ran.stderr.trim().split("\n").at(-1)).toMatch(
      /^vigie: exit 3: \d+ of 50 sites could not be assessed: shop-/,
    );
    expect(fleet.sites[0]?.findings?.every(({ state }) => state === "unknown")).toBe(true);
    expect(received).toEqual([]);
  }, 120_000);

  it("tells what changed, and only that", async () => {
    street.set(addressOf(REPAIRED), { repaired: true });
    received = [];

    const ran = await scanFleet(["--fail-on", "new:low", "-q"]);

    const fleet = JSON.parse(ran.stdout) as FleetJson;
    const untouched = fleet.sites[0];
    const repaired = fleet.sites[REPAIRED];
    expect(untouched?.findings?.length).toBeGreaterThan(0);
    expect(untouched?.findings?.every(({ state }) => state === "persisting")).toBe(true);
    expect(repaired?.fixed?.map(({ check }) => check)).toContain("headers/nosniff");
    // Quiet: only the site with news has a line.
    expect(ran.stderr.match(/^\[.*$/gm)).toEqual([expect.stringContaining(`${idOf(REPAIRED)}: `)]);
    const told = received.flatMap(({ notices }) => notices);
    expect(new Set(told.map(({ site }) => site))).toEqual(new Set([idOf(REPAIRED)]));
    expect(new Set(told.map(({ event }) => event))).toEqual(new Set(["finding-fixed"]));
    const severitiesTo = (webhook: string) =>
      new Set(
        received.filter(({ to }) => to === webhook).flatMap(({ notices }) => notices.map(({ severity }) => severity)),
      );
    expect(severitiesTo("/desk")).toContain("medium");
    expect([...severitiesTo("/boss")].filter((severity) => severity !== "critical")).toEqual([]);
  }, 120_000);

  it("selects by id and by tag, and says when nothing matches", async () => {
    const some = await scanFleet(["--site", "shop-0*", "--tag", "even"]);
    const none = await scanFleet(["--tag", "florist"]);

    expect((JSON.parse(some.stdout) as FleetJson).sites.map(({ target }) => target.id)).toEqual(
      ["00", "02", "04", "06", "08"].map((number) => `shop-${number}`),
    );
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("no site matches the selection (50 in the file)");
  }, 60_000);

  it("explains the difference between two runs of a site", async () => {
    const ran = await runVigie(["diff", `${idOf(REPAIRED)}~1`, idOf(REPAIRED), "--data", data, "--format", "json"]);

    expect(ran.code, ran.stderr).toBe(0);
    const difference = JSON.parse(ran.stdout) as {
      score: { from: number; to: number; site: number; profile: number; tool: number };
      changes: { topic: string; kind: string }[];
    };
    expect(difference.score).toMatchObject({ profile: 0, tool: 0 });
    expect(difference.changes).toContainEqual(expect.objectContaining({ topic: "form", kind: "removed" }));
    expect(difference.changes).toContainEqual(expect.objectContaining({ topic: "header", kind: "added" }));
  });

  it("writes one report per client and an index", async () => {
    const reports = join(folder, "reports");

    const ran = await runVigie([
      "report",
      "--sites",
      sitesFile,
      "--site",
      "shop-0*",
      "--data",
      data,
      "--dir",
      reports,
      "--lang",
      "fr",
    ]);

    expect(ran.code, ran.stderr).toBe(0);
    expect(readFileSync(join(reports, "index.html"), "utf8")).toContain("shop-03");
    expect(readFileSync(join(reports, "shop-03.html"), "utf8")).toContain('lang="fr"');
    expect(JSON.parse(readFileSync(join(reports, "shop-03.json"), "utf8"))).toMatchObject({ schema: "vigie.report/1" });
  });
});

describe("a run that is killed", () => {
  it("loses at most the sites under way, and is resumed without scanning again what is done", async () => {
    const directory = join(folder, "killed");
    let kills = 0;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const ran = await killedScan(directory, attempt === 0 ? [] : ["--resume"], attempt);
      if (ran.signal === "SIGKILL") kills += 1;
    }

    const last = await scanFleet(["--resume", "--tag", "odd"], directory);

    const fleet = JSON.parse(last.stdout) as FleetJson;
    expect(kills).toBeGreaterThan(0);
    expect(fleet.sites).toHaveLength(SHOPS / 2);
    expect(fleet.sites.filter(({ error }) => error !== undefined)).toEqual([]);
    const history = await runVigie(["history", "--data", directory, "--format", "json"]);
    expect((JSON.parse(history.stdout) as unknown[]).length).toBe(SHOPS / 2);
  }, 180_000);
});

/** A scan of the odd shops that is killed at a moment of its own: after so many lines on stderr. */
function killedScan(directory: string, argv: readonly string[], lines: number) {
  const { port } = receiver.address() as AddressInfo;
  return runVigie(
    [
      "scan",
      "--sites",
      sitesFile,
      "--tag",
      "odd",
      "--data",
      directory,
      "--allow-private",
      "--site-deadline",
      "10",
      "--format",
      "json",
      "--concurrency",
      "4",
      ...argv,
    ],
    {
      env: webhooks(port),
      meanwhile: (child) => {
        let seen = 0;
        child.stderr?.on("data", (chunk: Buffer) => {
          seen += chunk.toString().split("\n").length - 1;
          if (seen > (lines % 3) + 1) child.kill("SIGKILL");
        });
      },
    },
  );
}
