import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";
import { failuresOf } from "../builders/judge.ts";
import { runPaths } from "../probe/paths/run-paths.ts";
import { html } from "../servers/judged-shop.ts";
import { startHttp } from "../servers/loopback.ts";
import { claimed, keysOf, pastedFor, realStacks, unique } from "./pasted.ts";
import { ROOT, startRealServer, type Pasted } from "./real-server.ts";

/** What somebody left lying in the web folder, and the check that finds it. */
const cases: readonly (readonly [check: string, files: Readonly<Record<string, string>>])[] = [
  [
    "exposure/version-control",
    {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/config": '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n[remote "origin"]\n',
    },
  ],
  [
    "exposure/debug",
    {
      "phpinfo.php":
        "<!doctype html><html><head><title>phpinfo()</title></head><body><h1>PHP Version 7.4.3</h1><p>PHP License</p></body></html>",
    },
  ],
  [
    "exposure/database-dumps",
    { "dump.sql": "-- MySQL dump 10.13  Distrib 8.0.36\nCREATE TABLE `customer` (`id` int);\n" },
  ],
  ["exposure/backups", { "backup/2026.txt": "bread" }],
];

describe.each(realStacks())("exposure remedies on a real %s", (stack, installed) => {
  const proven = new Set<string>();
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "vigie-exposed-"));
    chmodSync(folder, 0o755);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  // The list that Caddy shows of a folder is not among those that the catalogue knows.
  const seen = cases.filter(([check]) => stack !== "caddy" || check !== "exposure/backups");

  it.skipIf(!installed).each(seen)("%s", async (id, files) => {
    const check = catalogue.find((one) => one.id === id);
    if (check === undefined) throw new Error(`no check ${id}`);
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await using app = await startHttp((_request, response) => {
      html(response, "<title>Boulangerie</title><h1>Pain de campagne</h1>");
    });
    const look = async (pasted: Pasted): Promise<SectionValue<"paths">> => {
      await using server = await startRealServer(stack, { app: app.port, files: folder, pasted, inClear: false });
      const target = parseTarget("https://bakery.test/");
      const internet = { "bakery.test:443": server.https, "bakery.test:80": server.http };
      const run = await runPaths(
        app,
        { target, baseUrl: target.url },
        { target: target.url, internet, extraCa: [ROOT] },
      );
      return run.value;
    };

    const before = failuresOf(check, { paths: await look({}) });
    expect(before.length, "the exposure is seen").toBeGreaterThan(0);
    const remedies = unique(before.flatMap(({ remedy }) => remedy));
    const keys = keysOf(stack, remedies);
    expect(keys.length, "there are lines for it").toBeGreaterThan(0);
    const after = await look(pastedFor(stack, remedies));

    expect(failuresOf(check, { paths: after })).toEqual([]);
    expect(after.calibrated, "the shop still answers").toBe(true);
    for (const key of keys) proven.add(key);
  });

  it.skipIf(!installed)("what the report calls proven is what was proven here", () => {
    expect([...proven].toSorted()).toEqual(claimed(stack, ["deny-path", "disable-listing", "protect-path"]));
  });
});
