import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { createConnectionSlots } from "../../src/net/connection-slots.ts";
import { createSchedulerPool } from "../../src/net/scheduler.ts";
import { catalogue } from "../../checks/index.ts";
import { demoRequest } from "../../src/cli/commands/demo.ts";
import { judgeSite } from "../../src/cli/judge-site.ts";
import type { NetworkSettings } from "../../src/cli/network-settings.ts";
import { evidenceOf } from "../../src/cli/perform-scan.ts";
import { openDemoShop } from "../../src/demo/shop.ts";
import { loadProfile } from "../../src/store/profiles.ts";
import { testNet } from "../servers/test-net.ts";

const NOW = new Date("2026-11-24T02:17:00Z");

const NETWORK: NetworkSettings = {
  pace: "fast",
  resolve: {},
  resolver: null,
  extraCa: [],
  extraRootSubjects: [],
  allowPrivate: true,
  proxyFor: () => null,
  budget: 600,
  contact: null,
  siteDeadlineMs: 60_000,
  maxConnections: 256,
};

/** A server behind all shops, which counts what it holds open at a time and answers after a breath. */
async function openMarket(): Promise<{ port: number; peak: () => number; accepted: () => number; server: Server }> {
  let open = 0;
  let peak = 0;
  let accepted = 0;
  const server = createServer((_request, response) => {
    setTimeout(() => response.end("bread"), 5);
  });
  server.on("connection", (socket) => {
    accepted += 1;
    open += 1;
    let here = true;
    const gone = (): void => {
      if (here) open -= 1;
      here = false;
    };
    socket.on("error", gone).on("end", gone).on("close", gone);
    // At the end of the turn, when what was closed before this one has been heard of too.
    setImmediate(() => (peak = Math.max(peak, open)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, peak: () => peak, accepted: () => accepted, server };
}

describe("connections of all targets together", () => {
  it.each([
    ["fewer than the targets want", 6],
    ["one alone", 1],
  ])("never exceed their bound: %s", async (_name, maxConnections) => {
    const market = await openMarket();
    const schedulers = createSchedulerPool({ pace: "fast", maxConnections, sleep: () => Promise.resolve() });
    const nets = Array.from({ length: 12 }, (_, shop) =>
      testNet({
        schedulers: shop % 2 === 0 ? schedulers : schedulers.at("normal"),
        target: `http://bakery-${String(shop)}.test/`,
        internet: { [`bakery-${String(shop)}.test:80`]: market.port },
      }),
    );

    const answers = await Promise.all(
      nets.map(async (net, shop) => {
        const host = `bakery-${String(shop)}.test`;
        const requests = Array.from({ length: 8 }, (_, page) => net.request(`http://${host}/${String(page)}`));
        const dials = Array.from({ length: 4 }, async () => {
          const { socket } = await net.dial({ host, port: 80, kind: "tls", reason: "target" });
          socket.destroy();
          return { status: 0 };
        });
        return (await Promise.all([...requests, ...dials])).map(({ status }) => status);
      }),
    );

    expect(answers).toEqual(Array(12).fill([...Array<number>(8).fill(200), ...Array<number>(4).fill(0)]));
    expect(market.peak()).toBe(maxConnections);
    await Promise.all(nets.map((net) => net.close()));
    expect(schedulers.connections.held).toBe(0);
    market.server.close();
  });

  it("are kept for the next request as long as nobody waits for one", async () => {
    const market = await openMarket();
    const schedulers = createSchedulerPool({ pace: "fast", maxConnections: 1 });
    const net = testNet({ schedulers, internet: { "bakery.test:80": market.port } });

    for (let page = 0; page < 5; page += 1) await net.request(`http://bakery.test/${String(page)}`);

    expect(market.accepted()).toBe(1);
    await net.close();
    market.server.close();
  });

  it("are given up by whoever stops waiting", async () => {
    const slots = createConnectionSlots(1);
    const first = await slots.acquire();
    const stop = new AbortController();
    const impatient = slots.acquire(stop.signal);
    const patient = slots.acquire();

    stop.abort(new Error("closing time"));
    first.release();
    first.release();

    await expect(impatient).rejects.toThrow("closing time");
    (await patient).release();
    expect(slots.held).toBe(0);
  });

  it("may be a single one for a whole scan, which finds the same", async () => {
    const findings = await Promise.all(
      [1, 256].map(async (maxConnections) => {
        const shop = await openDemoShop("hurried", NOW);
        const request = demoRequest(shop, { ...NETWORK, maxConnections }, () => NOW);
        const evidence = await evidenceOf(
          { ...request, signal: new AbortController().signal, now: () => NOW },
          () => {},
        );
        await shop.close();
        const { assessment } = judgeSite(evidence, loadProfile("merchant", catalogue, "."), [], null);
        return assessment.results.flatMap((result) => result.findings.map(({ fingerprint }) => fingerprint));
      }),
    );

    expect(findings[0]?.length).toBeGreaterThan(40);
    expect(findings[0]).toEqual(findings[1]);
  }, 60_000);
});
