import { createServer, type Server } from "node:http";
import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSitesFile, type SitesFleetSettings } from "../../../src/cli/interactive/sites-fleet.ts";
import { sitesFilesIn } from "../../../src/cli/interactive/sites-files.ts";
import { networkSettings } from "../../../src/cli/network-settings.ts";
import { Options } from "../../../src/cli/options.ts";
import { openHistory } from "../../../src/store/data-directory.ts";
import type { FleetPort, FleetRow } from "../../../src/ui/ports.ts";
import { fakeIo } from "../fake-io.ts";

let shop: Server;
let port = 0;
let folder = "";
let settings: SitesFleetSettings;

beforeAll(async () => {
  shop = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end("<!doctype html><html lang=fr><title>Boulangerie</title><h1>Pain au levain</h1></html>");
  });
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  port = (shop.address() as AddressInfo).port;
});

afterAll(() => {
  shop.close();
  shop.closeAllConnections();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-sites-"));
  const { io } = fakeIo({ cwd: folder });
  const directory = join(folder, "data");
  const options = new Options({ pace: "fast", "allow-private": true }, []);
  settings = {
    options,
    io,
    network: await networkSettings(options, io),
    language: "fr",
    history: { store: await openHistory(directory), directory },
    opened: () => Promise.resolve(),
  };
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function opened(path: string): Promise<FleetPort> {
  const result = await openSitesFile(path, settings);
  if ("faults" in result) throw new Error(result.faults.join("\n"));
  return result.fleet;
}

async function rowsOf(fleet: FleetPort, ids: readonly string[], signal: AbortSignal): Promise<readonly FleetRow[]> {
  const rows: FleetRow[] = [];
  for await (const row of fleet.scan?.({ ids, resume: false }, signal).rows ?? []) rows.push(row);
  return rows;
}

describe("a sites file opened at the terminal", () => {
  it.each([
    ["unknown keys", "sites:\n  - { id: pain, urll: https://a.example/ }\n", /^sites\.yaml:2:17: unknown key "urll"/],
    ["what is no address", "sites:\n  - url: https://\n", /^sites\.yaml:2:5: /],
    ["what is no YAML", "sites: [\n", /^sites\.yaml:\d+:\d+: /],
    ["a profile that is not there", "sites:\n  - { url: a.example, profile: ./none.yaml }\n", /none\.yaml/],
  ])("tells %s with their line", async (_name, text, fault) => {
    write("sites.yaml", text);

    const result = await openSitesFile("sites.yaml", settings);

    expect("faults" in result && result.faults.some((line) => fault.test(line)), JSON.stringify(result)).toBe(true);
  });

  it("tells a file that is missing, and that a fleet needs a history", async () => {
    write("sites.yaml", "sites:\n  - url: a.example\n");

    const missing = await openSitesFile("nowhere.yaml", settings);
    const unkept = await openSitesFile("sites.yaml", { ...settings, history: null });

    expect(missing).toMatchObject({ faults: [expect.stringContaining("nowhere.yaml")] });
    expect(unkept).toMatchObject({ faults: [expect.stringContaining("--no-save")] });
  });

  it("scans its sites live, keeps them, and tells each in the reader's language", { timeout: 60_000 }, async () => {
    write(
      "sites.yaml",
      `sites:\n  - { id: boulangerie, url: "http://127.0.0.1:${String(port)}/", tags: [paris] }\n` +
        `  - { id: fermee, url: "http://127.0.0.1:9/" }\n`,
    );
    const fleet = await opened("sites.yaml");
    const before = await fleet.rows();

    const rows = await rowsOf(fleet, ["boulangerie", "fermee"], new AbortController().signal);

    const after = await fleet.rows();
    const report = await fleet.report("boulangerie");
    expect(before.map(({ id, state, tags }) => [id, state, tags])).toEqual([
      ["boulangerie", "unknown", ["paris"]],
      ["fermee", "unknown", []],
    ]);
    expect(rows.filter(({ id, state }) => id === "boulangerie" && state === "running").at(-1)?.progress?.of).toBe(7);
    expect(
      rows
        .filter(({ state }) => state !== "running")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(["boulangerie", "fermee"]);
    // Nobody answered there: no grade, whatever the formula makes of nothing.
    expect(after.find(({ id }) => id === "fermee")).toMatchObject({ state: "failed", grade: null, worst: null });
    expect(after[0]?.state).toBe("done");
    expect(after[0]?.worst?.title).toBe("Versions de TLS");
    expect(report?.lang).toBe("fr");
    expect(report?.target.id).toBe("boulangerie");
    expect(await fleet.report("fermee")).not.toBeNull();
  });

  it("keeps what was done when it is stopped, and can go on", { timeout: 60_000 }, async () => {
    write(
      "sites.yaml",
      Array.from(
        { length: 6 },
        (_, index) =>
          `  - { id: shop-${String(index)}, url: "http://127.0.0.${String(index + 1)}:${String(port)}/" }\n`,
      )
        .join("")
        .replace(/^/, "sites:\n"),
    );
    settings = { ...settings, options: settings.options.with({ concurrency: "1" }) };
    const fleet = await opened("sites.yaml");
    const ids = (await fleet.rows()).map(({ id }) => id);
    const abort = new AbortController();
    for await (const row of fleet.scan?.({ ids, resume: false }, abort.signal).rows ?? []) {
      if (row.state === "done" || row.state === "failed") abort.abort();
    }
    const stopped = (await fleet.rows()).filter(({ state }) => state !== "unknown").length;
    const resumable = await fleet.resumable();

    const done: FleetRow[] = [];
    for await (const row of fleet.scan?.({ ids, resume: true }, new AbortController().signal).rows ?? []) {
      if (row.state !== "running") done.push(row);
    }

    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(6);
    expect(resumable).toBe(true);
    expect(done.map(({ id }) => id).toSorted()).toEqual(ids);
    expect(await fleet.resumable()).toBe(false);
    for (const { id } of done) expect(await settings.history?.store.results(id, 5)).toHaveLength(1);
  });
});

describe("the sites files of a folder", () => {
  it("are found by their names, sorted, and nothing else is", async () => {
    for (const name of ["sites.yaml", "paris.sites.yml", "website.yaml", "mysites.yaml", "sites.yaml.bak"]) {
      write(name, "");
    }
    mkdirSync(join(folder, "dir.sites.yaml"));

    expect(await sitesFilesIn(folder)).toEqual(["paris.sites.yml", "sites.yaml"]);
    expect(await sitesFilesIn(join(folder, "nowhere"))).toEqual([]);
  });
});
