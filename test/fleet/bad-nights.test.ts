import { execFileSync, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVigie, type Ran } from "../cli/run-vigie.ts";
import { openStreet, type Street } from "../servers/street-of-shops.ts";

const SHOPS = 12;
const folder = mkdtempSync(join(tmpdir(), "vigie-nights-"));
const sitesFile = join(folder, "sites.yaml");
let street: Street;
let directories = 0;

const addressOf = (shop: number): string => `127.8.0.${String(shop + 1)}`;
const idOf = (shop: number): string => `shop-${String(shop).padStart(2, "0")}`;

interface FleetJson {
  readonly sites: readonly {
    readonly target: { readonly id: string };
    readonly error?: { readonly code: string };
    readonly findings?: readonly { readonly check: string }[];
  }[];
}

beforeAll(async () => {
  // A breath before each answer, so that a run can be met half-way.
  street = await openStreet(40);
  writeSites(sitesFile, SHOPS);
});

afterAll(async () => {
  await street.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeSites(path: string, count: number): void {
  const entries = Array.from(
    { length: count },
    (_, shop) => `  - { id: ${idOf(shop)}, url: "http://${addressOf(shop)}:${String(street.port)}/" }\n`,
  );
  writeFileSync(path, `defaults: { pace: fast, allowPrivate: true }\nsites:\n${entries.join("")}`);
}

function freshDirectory(): string {
  directories += 1;
  return join(folder, `data-${String(directories)}`);
}

function scan(
  directory: string,
  argv: readonly string[] = [],
  meanwhile?: (child: ChildProcess) => void,
): Promise<Ran> {
  const words = ["scan", "--sites", sitesFile, "--data", directory, "--concurrency", "2", "--format", "json", ...argv];
  return runVigie(words, meanwhile === undefined ? {} : { meanwhile });
}

/** Does something to a run once so many sites are done. */
function onceDone(sites: number, act: (child: ChildProcess) => void): (child: ChildProcess) => void {
  return (child) => {
    let said = "";
    let acted = false;
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (acted || (said.match(/^\[/gm) ?? []).length < sites) return;
      acted = true;
      act(child);
    });
  };
}

function fleetOf({ stdout }: Ran): FleetJson {
  return JSON.parse(stdout) as FleetJson;
}

describe("a run that is interrupted", () => {
  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)(
    "by %s says what it has, ends with %i, and is resumed where it was",
    async (signal, code) => {
      const directory = freshDirectory();

      const cut = await scan(
        directory,
        [],
        onceDone(3, (child) => child.kill(signal)),
      );

      const missing = fleetOf(cut).sites.filter(({ error }) => error?.code === "interrupted");
      expect(cut.code, cut.stderr).toBe(code);
      expect(fleetOf(cut).sites).toHaveLength(SHOPS);
      expect(missing.length).toBeGreaterThan(0);
      expect(missing.length).toBeLessThanOrEqual(SHOPS - 3);
      expect(existsSync(join(directory, "run.lock"))).toBe(false);

      const before = Array.from({ length: SHOPS }, (_, shop) => street.requests(addressOf(shop)));
      const rest = await scan(directory, ["--resume"]);

      const again = before.flatMap((count, shop) => (street.requests(addressOf(shop)) > count ? [idOf(shop)] : []));
      expect(rest.code, rest.stderr).toBe(0);
      expect(fleetOf(rest).sites.filter(({ error }) => error !== undefined)).toEqual([]);
      expect(again.toSorted()).toEqual(missing.map(({ target }) => target.id).toSorted());
    },
    60_000,
  );

  it("is not resumed over another list of sites, and says so", async () => {
    const directory = freshDirectory();
    await scan(
      directory,
      [],
      onceDone(1, (child) => child.kill("SIGTERM")),
    );

    const other = await scan(directory, ["--resume", "--site", idOf(0)]);

    expect(other.code).toBe(0);
    expect(other.stderr).toContain("there is no interrupted run over these sites; beginning a new one");
    expect(fleetOf(other).sites.map(({ target }) => target.id)).toEqual([idOf(0)]);
  }, 60_000);
});

it("two runs on one data directory: the second says who holds it, and the first is whole", async () => {
  const directory = freshDirectory();
  let second: Promise<Ran> | undefined;

  const first = await scan(
    directory,
    [],
    onceDone(1, () => {
      second = scan(directory);
    }),
  );

  const refused = await second;
  expect(first.code, first.stderr).toBe(0);
  expect(fleetOf(first).sites.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(refused?.code).toBe(2);
  expect(refused?.stderr).toMatch(/^vigie: another run holds .*: process \d+ on .*, since 20\d\d-/);
}, 60_000);

it("a site that leads to another client's is judged by what is its own", async () => {
  street.set(addressOf(1), { behaviour: "moved", to: `http://${addressOf(0)}:${String(street.port)}/` });
  const alone = freshDirectory();
  const before = street.requests(addressOf(0));

  const ran = await scan(alone, ["--site", idOf(1)]);
  street.set(addressOf(1), { behaviour: "open" });

  const [site] = fleetOf(ran).sites;
  expect(street.requests(addressOf(0))).toBe(before);
  expect(site?.target.id).toBe(idOf(1));
  expect(site?.findings?.filter(({ check }) => check.startsWith("forms/"))).toEqual([]);
}, 60_000);

describe("a data directory that cannot be used is told before any site is asked", () => {
  const asked = (): number =>
    Array.from({ length: SHOPS }, (_, shop) => street.requests(addressOf(shop))).reduce((a, b) => a + b);

  it.each([
    [
      "a damaged history",
      (directory: string) => writeFileSync(join(directory, "history.sqlite"), "brioche".repeat(2000)),
      /is damaged; restore a backup/,
    ],
    [
      "the history of a newer Vigie",
      (directory: string) => {
        const database = new DatabaseSync(join(directory, "history.sqlite"));
        database.exec("PRAGMA user_version = 9999");
        database.close();
      },
      /was written by a newer Vigie; update this one/,
    ],
    [
      "a directory in the place of the history",
      (directory: string) => mkdirSync(join(directory, "history.sqlite")),
      /history\.sqlite cannot be opened or made; name another directory with --data/,
    ],
  ])("%s", async (_name, prepare, sentence) => {
    const directory = freshDirectory();
    mkdirSync(directory);
    prepare(directory);
    const before = asked();

    const ran = await scan(directory);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(sentence);
    expect(ran.stdout).toBe("");
    expect(asked()).toBe(before);
    expect(readdirSync(directory)).not.toContain("run.lock");
  });

  it("a path below a file", async () => {
    const ran = await scan(join(sitesFile, "data"));

    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toMatch(/^vigie: cannot make the directory .*: a part of the path is not a directory/);
  });
});

/** A small disk of memory, which only root may mount. */
function mountDisk(options: string): string | null {
  const path = mkdtempSync(join(folder, "disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]);
  return status === 0 ? path : null;
}

describe("a disk", () => {
  it("that is read-only is told as such", async (context) => {
    const disk = mountDisk("ro");
    if (disk === null) return context.skip("only root may mount a disk");
    try {
      const ran = await scan(disk);

      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toMatch(/^vigie: cannot lock .*: the file system is read-only/);
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("that fills up ends the run; what was kept stays, and the run goes on when there is room", async (context) => {
    const disk = mountDisk("size=260k");
    if (disk === null) return context.skip("only root may mount a disk");
    try {
      const full = await scan(disk);
      const kept = (full.stderr.match(/^\[/gm) ?? []).length;
      execFileSync("mount", ["-o", "remount,size=20m", disk]);
      const rest = await scan(disk, ["--resume"]);

      expect(full.code).toBe(2);
      expect(full.stderr).toMatch(/vigie: the disk of .*history\.sqlite is full; .* goes on with --resume/);
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(SHOPS);
      expect(rest.code, rest.stderr).toBe(0);
      expect(fleetOf(rest).sites.filter(({ error }) => error !== undefined)).toEqual([]);
      expect((rest.stderr.match(/^\[/gm) ?? []).length).toBe(SHOPS - kept);
    } finally {
      execFileSync("umount", [disk]);
    }
  }, 60_000);

  it("that fills up after a single scan does not take the report with it", async (context) => {
    const disk = mountDisk("size=100k");
    if (disk === null) return context.skip("only root may mount a disk");
    try {
      const url = `http://${addressOf(2)}:${String(street.port)}/`;
      const ran = await runVigie([
        "scan",
        url,
        "-q",
        "--allow-private",
        "--pace",
        "fast",
        "--data",
        disk,
        "--format",
        "json",
      ]);

      expect(ran.code).toBe(2);
      expect(JSON.parse(ran.stdout)).toMatchObject({ schema: "vigie.report/1" });
      expect(ran.stderr).toMatch(/vigie: this scan is told, but not kept: the disk of .* is full/);
    } finally {
      execFileSync("umount", [disk]);
    }
  }, 60_000);
});
