import type { SectionValue } from "../../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { probeHosts } from "../../../src/probe/hosts/probe-hosts.ts";
import { closing, testNet } from "../../servers/test-net.ts";

/** What the hosts probe sees of a shop whose one open port is `usual`, behind which a private instance listens on `port`. */
export async function lookAtPort(
  usual: number,
  port: number,
  options: { readonly extraRoots?: readonly string[]; readonly address?: string } = {},
): Promise<SectionValue<"hosts">> {
  const { extraRoots = [], address = "127.0.0.1" } = options;
  await using net = closing(testNet({ connectTo: { [`bakery.test:${String(usual)}`]: { address, port } } }));
  return await probeHosts({
    net,
    target: parseTarget("bakery.test"),
    hosts: ["bakery.test"],
    pace: "fast",
    extraRoots,
    now: () => new Date(),
    signal: new AbortController().signal,
    ports: [usual],
    controls: [],
  });
}
