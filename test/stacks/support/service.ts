import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ended, freePort, listening } from "./process.ts";

/** A real service of the machine in a folder of its own, on a free port of loopback. */
export interface Service extends AsyncDisposable {
  readonly port: number;
}

export interface ServicePlace {
  readonly folder: string;
  readonly port: number;
}

export interface ServiceRecipe {
  readonly program: string;
  /** Prepares the folder (keys, data, configuration) and gives the arguments. */
  readonly prepare: (place: ServicePlace) => readonly string[];
  /** The account that it runs under where the suite is root; its own where absent. */
  readonly account?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What it says once it can serve, where that is later than when it listens. */
  readonly ready?: string;
  /** A session of its own, for a program that ends by a signal to its whole process group. */
  readonly ownSession?: boolean;
}

/** Starts a service and waits until it listens. Throws with its own words when it does not start. */
export async function startServiceProgram(recipe: ServiceRecipe): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-service-"));
  const port = await freePort();
  const identity = recipe.account === undefined ? {} : accountOf(recipe.account);
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
  chmodSync(folder, 0o755);
  const argv = recipe.prepare({ folder, port });
  const child = spawn(recipe.program, argv, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: folder,
    env: { ...process.env, ...recipe.environment },
    detached: recipe.ownSession === true,
    ...identity,
  });
  const words: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(port, child);
    const { ready } = recipe;
    if (ready !== undefined) await says(child, () => words.join("").includes(ready));
  } catch (error) {
    await stop();
    throw new Error(`${recipe.program} did not start: ${words.join("").slice(0, 2000)}`, { cause: error });
  }
  return { port, [Symbol.asyncDispose]: stop };
}

/** Resolves once the program has said it; rejects when it ends before, or after ten seconds. */
async function says(child: ChildProcessByStdio<null, Readable, Readable>, said: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(10_000);
  while (!said()) {
    if (child.exitCode !== null) throw new Error(`it ended with ${String(child.exitCode)}`);
    await Promise.race(
      [child.stdout, child.stderr, child].map((source) => once(source, source === child ? "exit" : "data", { signal })),
    );
  }
}

/** Runs a program to its end, as another account where one is given; throws with its words when it fails. */
export function run(program: string, argv: readonly string[], account?: string): void {
  const identity = account === undefined ? {} : accountOf(account);
  const result = spawnSync(program, argv, { encoding: "utf8", timeout: 50_000, ...identity });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr.slice(0, 2000)}`);
}

/** The numbers of an account where this process is root; nothing where it is not, or there is no such account. */
export function accountOf(name: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
}

/** Whether the machine has an account that a service insists on. */
export function hasAccount(name: string): boolean {
  return readFileSync("/etc/passwd", "utf8").includes(`\n${name}:`);
}
