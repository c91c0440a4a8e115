import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, cpSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/package-root.ts";
import type { Ran } from "./run-vigie.ts";

const INSTALL_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), "vigie-pack-"));
const shop = join(folder, "shop");

/** A Node of this machine that is too old for Vigie, or null. */
const OLD_NODE = oldNode();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe(
  "the packed package",
  () => {
    let tarball = "";

    beforeAll(async () => {
      const packed = await runIn(packageFile(), "npm", ["pack", "--silent", "--pack-destination", folder]);
      expect(packed.code, packed.stderr).toBe(0);
      tarball = readdirSync(folder).find((name) => /^vigie-.*\.tgz$/.test(name)) ?? "";
      mkdirSync(shop);
      writeFileSync(join(shop, "package.json"), '{ "name": "shop", "private": true }\n');
      const quick = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
      const installed = await runIn(shop, "npm", ["install", ...quick, join("..", tarball)]);
      expect(installed.code, installed.stderr).toBe(0);
    }, INSTALL_MS);

    it("holds what it runs with, and neither sources nor tests", async () => {
      const { stdout } = await runIn(folder, "tar", ["-tzf", tarball]);
      const tops = new Set(
        stdout
          .trim()
          .split("\n")
          .map((path) => path.split("/")[1]),
      );

      expect([...tops].toSorted()).toEqual(expect.arrayContaining(["LICENSE", "dist", "package.json", "profiles"]));
      expect(stdout).toContain("package/dist/src/bin.js");
      expect([...tops]).not.toContain("test");
      expect(stdout).not.toMatch(/\.tsx?$/m);
    });

    it("scans its demo shop from an empty folder", async () => {
      const bin = join(shop, "node_modules", ".bin", "vigie");
      const ran = await runIn(shop, process.execPath, [bin, "demo", "--fixed", "-q", "--format", "json"]);

      expect(ran.code, ran.stderr).toBe(0);
      expect(ran.stderr).toBe("");
      expect(JSON.parse(ran.stdout)).toMatchObject({ profile: { id: "merchant" } });
    });
  },
  INSTALL_MS,
);

describe.skipIf(OLD_NODE === null)(`under Node ${OLD_NODE?.version ?? "(skipped: no Node before 24 in PATH)"}`, () => {
  const bare = join(folder, "bare");

  beforeAll(() => {
    mkdirSync(join(bare, "dist", "src"), { recursive: true });
    writeFileSync(join(bare, "package.json"), '{ "type": "module" }\n');
    cpSync(packageFile("dist", "src", "bin.js"), join(bare, "dist", "src", "bin.js"));
  });

  it("says what is needed and exits 2", async () => {
    const ran = await runIn(bare, OLD_NODE?.path ?? "", [join("dist", "src", "bin.js"), "--help"]);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`vigie needs Node 24 or later, found ${OLD_NODE?.version ?? ""}`);
    expect(ran.stderr).not.toContain("at ");
  });

  it("starts again under the Node that is installed beside it", async () => {
    mkdirSync(join(bare, "node_modules", "node", "bin"), { recursive: true });
    const stand = join(bare, "node_modules", "node", "bin", "node");
    symlinkSync(process.execPath, stand);
    mkdirSync(join(bare, "dist", "src", "cli"));
    writeFileSync(
      join(bare, "dist", "src", "cli", "main.js"),
      "export const run = () => { process.stdout.write(process.version + ' ' + process.argv[2]); process.exitCode = 3; };\n",
    );

    const ran = await runIn(bare, OLD_NODE?.path ?? "", [join("dist", "src", "bin.js"), "scan"]);

    expect(ran).toMatchObject({ code: 3, stdout: `${process.version} scan` });
  });
});

function oldNode(): { readonly path: string; readonly version: string } | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  for (const path of new Set(folders.map((entry) => join(entry, "node")))) {
    const version = spawnSync(path, ["--version"], { encoding: "utf8" }).stdout?.trim().replace(/^v/, "") ?? "";
    if (version !== "" && Number(version.split(".")[0]) < 24) return { path, version };
  }
  return null;
}

/** Runs a program in a folder with this Node first in PATH and a home that keeps its history in the temporary folder. */
function runIn(cwd: string, command: string, argv: readonly string[]): Promise<Ran> {
  const env = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    XDG_DATA_HOME: join(folder, "data"),
    NODE_OPTIONS: "",
  };
  const child = spawn(command, argv, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
