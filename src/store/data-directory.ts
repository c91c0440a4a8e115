import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join, resolve } from "node:path";
import { FileError, makePrivateDirectory } from "./files.ts";
import type { HistoryStore } from "./history.ts";
import { openSqliteHistory } from "./sqlite-history.ts";

/** Where history is kept: `--data`, else `$XDG_DATA_HOME/vigie`, else `~/.local/share/vigie`. */
export function dataDirectory(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  if (option !== undefined) return resolve(cwd, option);
  const base = env["XDG_DATA_HOME"];
  return join(base !== undefined && base.startsWith("/") ? base : join(homedir(), ".local", "share"), "vigie");
}

/** Opens the history of a data directory, which is made with mode 0700 where it is new. Throws `FileError`. */
export async function openHistory(directory: string): Promise<HistoryStore> {
  await makePrivateDirectory(directory);
  return openSqliteHistory(join(directory, "history.sqlite"));
}

/** Whether there is a history to read, so that a reading command makes no empty one. */
export function hasHistory(directory: string): boolean {
  return existsSync(join(directory, "history.sqlite"));
}

/**
 * Takes the lock of a fleet run on a data directory; the returned function gives it back. Throws a `FileError` that says who
 * holds it. A lock whose process is gone is taken over.
 */
export async function lockDataDirectory(directory: string, at: Date): Promise<() => void> {
  await makePrivateDirectory(directory);
  const path = join(directory, "run.lock");
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: at.toISOString() });
  // A link appears with its content or not at all, so a reader never takes a half-written lock for an abandoned one.
  const draft = join(directory, `.run.lock.${process.pid}`);
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    return takeLock(directory, draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function takeLock(directory: string, draft: string, path: string): () => void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      linkSync(draft, path);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
        throw new FileError(`cannot lock ${directory}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) {
        throw new FileError(
          `another run holds ${directory}: process ${holder.pid} on ${holder.host}, since ${holder.since}; ` +
            "wait for it, or name another directory with --data",
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new FileError(`cannot lock ${directory}: others keep taking it`);
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value !== "object" || value === null || !("pid" in value) || !("host" in value)) return null;
    const since = "since" in value ? String(value.since) : "an unknown time";
    return { pid: Number(value.pid), host: String(value.host), since };
  } catch {
    // Half-written or gone: nobody holds it.
    return null;
  }
}

/** A holder on another machine (a shared directory) is taken to be alive. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
