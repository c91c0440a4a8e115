import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parseTarget } from "../../src/core/target.ts";
import { probeHosts } from "../../src/probe/hosts/probe-hosts.ts";
import { startFortyPorts } from "../servers/forty-ports.ts";
import { closing, testNet } from "../servers/test-net.ts";
import { findProgram, reportSkipped } from "./support/programs.ts";

/** What nmap says of ports of loopback, by connecting as Vigie does. */
function nmap(program: string, ports: readonly number[]): ReadonlyMap<number, string> {
  const argv = ["-Pn", "-n", "-sT", "--max-retries", "1", "-oG", "-", "-p", ports.join(","), "127.0.0.1"];
  const { stdout } = spawnSync(program, argv, { encoding: "utf8", timeout: 50_000 });
  return new Map(
    [...stdout.matchAll(/(\d+)\/(open|closed|filtered)\//g)].map(([, port, state]) => [Number(port), state ?? ""]),
  );
}

describe("the state of ports, beside nmap", () => {
  const program = findProgram("nmap");
  if (program === null) reportSkipped("ports: nmap", "it");

  test.skipIf(program === null)("forty ports, open, closed and filtered, are told apart as nmap does", async () => {
    await using ports = await startFortyPorts();
    const real = new Map(
      [...ports.states.keys()].map((port) => [port, ports.connectTo[`bakery.test:${String(port)}`]?.port ?? 0]),
    );
    const theirs = nmap(program ?? "", [...new Set(real.values())]);
    await using net = closing(testNet({ connectTo: ports.connectTo }));

    const { hosts } = await probeHosts({
      net,
      target: parseTarget("bakery.test"),
      hosts: ["bakery.test"],
      pace: "fast",
      extraRoots: [],
      now: () => new Date(),
      signal: new AbortController().signal,
      controls: [],
    });

    const seen = new Map(hosts[0]?.ports.map(({ port, state }) => [port, state]));
    expect(seen.size).toBe(40);
    expect(new Set(seen.values())).toEqual(new Set(["open", "closed", "filtered"]));
    expect(seen).toEqual(new Map([...real].map(([port, behind]) => [port, theirs.get(behind)])));
  });
});
