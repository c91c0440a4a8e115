import type { SectionValue } from "../../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { createSchedulerPool } from "../../../src/net/scheduler.ts";
import { probePaths, type ProbePathsOptions } from "../../../src/probe/paths/probe-paths.ts";
import type { LoopbackServer } from "../../servers/loopback.ts";
import { seeded } from "../../servers/soft-404/open-host.ts";
import { closing, testNet, type TestNetOptions } from "../../servers/test-net.ts";

export interface PathsRun {
  readonly value: SectionValue<"paths">;
  readonly connections: number;
  readonly bytesIn: number;
  /** Probe ids by outcome, sorted. */
  readonly confirmed: readonly string[];
  readonly inconclusive: readonly string[];
  readonly protected: readonly string[];
}

/** Probes a loopback server as http://bakery.test/, at the normal pace on a clock that does not make the test wait. */
export async function runPaths(
  server: LoopbackServer,
  options: Partial<ProbePathsOptions> = {},
  netOptions: TestNetOptions = {},
): Promise<PathsRun> {
  let clock = Date.parse("2026-11-23T08:00:00Z");
  const schedulers = createSchedulerPool({
    pace: "normal",
    now: () => clock,
    sleep: (ms) => {
      clock += ms;
      return Promise.resolve();
    },
  });
  const target = parseTarget("http://bakery.test/");
  await using net = closing(
    testNet({ target: target.url, internet: { "bakery.test:80": server }, schedulers, ...netOptions }),
  );
  const value = await probePaths({
    net,
    target,
    baseUrl: target.url,
    platform: null,
    now: () => new Date(clock),
    random: seeded(7),
    wait: () => Promise.resolve(),
    ...options,
  });
  const cost = net.cost();
  const by = (outcome: string): readonly string[] =>
    value.hits
      .filter((hit) => hit.outcome === outcome && hit.kind === "exposure")
      .map((hit) => hit.probe)
      .toSorted();
  return {
    value,
    connections: cost.connections,
    bytesIn: cost.bytesIn,
    confirmed: by("confirmed"),
    inconclusive: by("inconclusive"),
    protected: by("protected"),
  };
}
