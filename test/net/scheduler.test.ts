import { describe, expect, it } from "vitest";
import { createSchedulerPool, PACE_TABLE, type SchedulerPool } from "../../src/net/scheduler.ts";
import type { Pace } from "../../src/core/evidence/evidence.ts";

/** A clock that moves only when somebody sleeps. */
function virtualPool(pace: Pace): { pool: SchedulerPool; now: () => number } {
  let time = 0;
  const pool = createSchedulerPool({
    pace,
    now: () => time,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  });
  return { pool, now: () => time };
}

describe("the pace of one address", () => {
  it.each([
    ["gentle", "http", 21, 10_000],
    ["normal", "http", 24, 1000],
    ["fast", "http", 116, 1000],
    ["gentle", "tls", 34, 2000],
    ["normal", "tls", 50, 1000],
    ["fast", "tls", 130, 1000],
    ["gentle", "port", 5, 2000],
    ["normal", "port", 41, 2000],
    ["fast", "port", 101, 1000],
  ] as const)("%s: %s lets %i begin in %i ms", async (pace, kind, count, elapsed) => {
    const { pool, now } = virtualPool(pace);

    for (let index = 0; index < count; index += 1) (await pool.for("192.0.2.1").enter(kind))();

    expect(now()).toBe(elapsed);
  });

  it.each(["gentle", "normal", "fast"] as const)("%s bounds what is in flight", async (pace) => {
    const { pool } = virtualPool(pace);
    const scheduler = pool.for("192.0.2.1");
    const places = PACE_TABLE[pace].http.inFlight;
    const leaves = await Promise.all(Array.from({ length: places }, () => scheduler.enter("http")));
    let entered = false;

    const next = scheduler.enter("http").then((leave) => {
      entered = true;
      return leave;
    });
    await Promise.resolve();
    expect(entered).toBe(false);
    leaves[0]?.();

    (await next)();
    expect(entered).toBe(true);
  });

  it("slows down on request, at once and for every address", async () => {
    const { pool, now } = virtualPool("fast");
    const scheduler = pool.for("192.0.2.1");

    pool.slowDown();
    for (let index = 0; index < 5; index += 1) (await scheduler.enter("http"))();

    expect(now()).toBe(2000);
  });

  it("is one for all who ask for the address, and another for another address", () => {
    const { pool } = virtualPool("normal");

    expect(pool.for("192.0.2.1")).toBe(pool.for("192.0.2.1"));
    expect(pool.for("192.0.2.1")).not.toBe(pool.for("192.0.2.2"));
  });

  it.each([
    ["gentle", "fast"],
    ["fast", "gentle"],
  ] as const)("is the slowest that the shops behind it ask for: %s and %s", async (first, second) => {
    const { pool, now } = virtualPool("normal");
    const shops = [pool.at(first).for("192.0.2.1"), pool.at(second).for("192.0.2.1")];
    const gentle = PACE_TABLE.gentle.http;

    for (let turn = 0; turn < 10; turn += 1) (await shops[turn % 2]?.enter("http"))?.();

    expect(now()).toBe(((10 - gentle.burst) * 1000) / gentle.perSecond);
  });

  it("lets what is in flight go on when a gentler shop arrives, and then no more than that shop's bound", async () => {
    const { pool } = virtualPool("fast");
    const hurried = pool.for("192.0.2.1");
    const leaves = await Promise.all(Array.from({ length: 3 }, () => hurried.enter("http")));
    let entered = 0;

    const later = Array.from({ length: 2 }, async () => {
      const leave = await pool.at("gentle").for("192.0.2.1").enter("http");
      entered += 1;
      return leave;
    });
    leaves[0]?.();
    leaves[1]?.();
    await new Promise(setImmediate);
    const whileOneIsIn = entered;
    leaves[2]?.();
    const leave = await later[0];
    const afterThat = entered;
    leave?.();
    await later[1];

    expect([whileOneIsIn, afterThat, entered]).toEqual([0, 1, 2]);
  });

  it("waits for as long as the server asked", async () => {
    const { pool, now } = virtualPool("fast");
    const scheduler = pool.for("192.0.2.1");

    scheduler.pauseUntil(7000);
    (await scheduler.enter("http"))();

    expect(now()).toBe(7000);
  });

  it("gives the place back when the waiter is aborted", async () => {
    const pool = createSchedulerPool({ pace: "gentle" });
    const scheduler = pool.for("192.0.2.1");
    const leave = await scheduler.enter("http");
    const controller = new AbortController();
    const waiting = scheduler.enter("http", controller.signal);
    controller.abort(new Error("stop"));
    await expect(waiting).rejects.toThrow("stop");

    leave();
    leave();

    (await scheduler.enter("http"))();
  });
});
