import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { asFileError, FileError, makePrivateDirectory } from "./files.ts";
import type { HistoryStore } from "./history.ts";
import { openSqliteHistory } from "./sqlite-history.ts";

/** Where history is kept: `--data`, else `$XDG_DATA_HOME/vigie`, else `~/.local/share/vigie`. Throws `FileError`. */
export function dataDirectory(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  if (option !== undefined) return resolve(cwd, option);
  const base = env["XDG_DATA_HOME"];
  return join(base !== undefined && base.startsWith("/") ? base : join(home(env), ".local", "share"), "vigie");
}

/** Services and containers may have no HOME, an empty one, or a user that nobody knows. */
function home(env: Readonly<Record<string, string | undefined>>): string {
  const named = env["HOME"];
  if (named?.startsWith("/") === true) return named;
  try {
    return userInfo().homedir;
  } catch (error) {
    throw new FileError("there is no home directory to keep history in; name a directory with --data", {
      cause: error,
    });
  }
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
  try {
    writeFileSync(draft, mine, { mode: 0o600 });
    return takeLock(directory, draft, path);
  } catch (error) {
    throw asFileError(error, `cannot lock ${directory}`);
  } finally {
    removeIfPossible(draft);
  }
}

/** What cannot be removed (a read-only disk) was never written. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The fault that matters was told by the writing.
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
