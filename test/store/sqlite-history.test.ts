import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { dataDirectory, lockDataDirectory, openHistory } from "../../src/store/data-directory.ts";
import { openSqliteHistory } from "../../src/store/sqlite-history.ts";
import { describeHistory, newResult, runRecord } from "./history-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-store-"));
let files = 0;

function freshPath(): string {
  files += 1;
  return join(folder, `history-${files}.sqlite`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeHistory("SQLite", () => Promise.resolve(openSqliteHistory(freshPath())));

const MONDAY = "2026-11-23T02:17:00.000Z";

describe("the database file", () => {
  it("is the owner's alone", async () => {
    const data = join(folder, "data");

    await (await openHistory(data)).close();

    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, "history.sqlite")).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["garbage", () => "this is not a database, it is a recipe for brioche".repeat(100), /damaged/],
    ["one of a newer Vigie", null, /newer Vigie/],
  ])("that is %s is refused with what to do", (_name, content, message) => {
    const path = freshPath();
    if (content === null) {
      const database = new DatabaseSync(path);
      database.exec("PRAGMA user_version = 9999");
      database.close();
    } else {
      writeFileSync(path, content());
    }

    expect(() => openSqliteHistory(path)).toThrow(message);
  });

  it("can be copied while it is in use", async () => {
    const store = openSqliteHistory(freshPath());
    const copy = freshPath();
    await store.beginRun(runRecord("r1", MONDAY));
    await store.addResult(newResult("r1", "bakery.test", MONDAY));

    await store.backup(copy);

    await store.close();
    const restored = openSqliteHistory(copy);
    expect(await restored.sites()).toEqual(["bakery.test"]);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    await restored.close();
  });

  it("leaves no trace of a forgotten site", async () => {
    const path = freshPath();
    const store = openSqliteHistory(path);
    await store.beginRun(runRecord("r1", MONDAY));
    await store.addResult(newResult("r1", "secret-bakery.test", MONDAY));

    await store.forget("secret-bakery.test");

    await store.close();
    expect(readFileSync(path).includes("secret-bakery")).toBe(false);
  });
});

describe("a fault of the database", () => {
  it.each([
    ["a full disk", 13, /the disk of .* is full; what was kept until now stays/],
    ["a full disk, in an extended code", 13 | (4 << 8), /is full/],
    ["a damaged page", 11, /is damaged; restore a backup/],
    ["a busy neighbour", 5, /another process keeps .* busy/],
    ["a disk that became read-only", 8, /cannot be written; name another directory/],
  ])("such as %s is told with what to do, and undoes the whole result", async (_name, errcode, sentence) => {
    const store = openSqliteHistory(freshPath());
    await store.beginRun(runRecord("r1", MONDAY));
    const prepare = vi.spyOn(DatabaseSync.prototype, "prepare").mockImplementation(() => {
      throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode });
    });

    await expect(store.addResult(newResult("r1", "bakery.test", MONDAY))).rejects.toThrow(sentence);

    prepare.mockRestore();
    expect(await store.results("bakery.test", 1)).toEqual([]);
    await store.addResult(newResult("r1", "bakery.test", MONDAY));
    await store.close();
  });
});

describe("the place of the history", () => {
  it.each([
    ["--data before all", "brioche", { XDG_DATA_HOME: "/xdg", HOME: "/home/martin" }, "/srv/brioche"],
    ["the XDG directory", undefined, { XDG_DATA_HOME: "/xdg", HOME: "/home/martin" }, "/xdg/vigie"],
    [
      "the home, where the XDG directory is relative",
      undefined,
      { XDG_DATA_HOME: "xdg", HOME: "/home/martin" },
      "/home/martin/.local/share/vigie",
    ],
    ["the user's home, where HOME is empty", undefined, { HOME: "" }, join(userInfo().homedir, ".local/share/vigie")],
    ["the user's home, where HOME is unset", undefined, {}, join(userInfo().homedir, ".local/share/vigie")],
  ])("is %s", (_name, option, env, expected) => {
    expect(dataDirectory(option, env, "/srv")).toBe(expected);
  });
});

describe("the lock of a data directory", () => {
  it("says who holds it, is given back, and is taken from the dead", async () => {
    const data = join(folder, "locked");
    const at = new Date(MONDAY);
    const unlock = await lockDataDirectory(data, at);

    await expect(lockDataDirectory(data, at)).rejects.toThrow(`process ${process.pid} on`);

    unlock();
    (await lockDataDirectory(data, at))();
    // No process has this id: the highest that Linux gives is 2^22.
    writeFileSync(
      join(data, "run.lock"),
      JSON.stringify({ pid: 2 ** 22 + 1, host: (await import("node:os")).hostname(), since: MONDAY }),
    );
    (await lockDataDirectory(data, at))();
  });
});
