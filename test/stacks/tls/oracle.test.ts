import { describe, expect, it } from "vitest";
import { scanEndpoint } from "../../../src/probe/tls/scan-endpoint.ts";
import type { HelloVersion } from "../../../src/probe/tls/codec/wire.ts";
import { bruteForce } from "../../servers/tls/brute-force.ts";
import { loopbackEndpoint } from "../../servers/tls/loopback.ts";
import { missing, startStack } from "./stack.ts";
import { STACKS } from "./setups.ts";

const VERSIONS: readonly HelloVersion[] = ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

describe("the planner against brute force on real stacks", () => {
  for (const { name, setup, versions, connections, keys = ["rsa"] } of STACKS) {
    const lack = missing(setup);
    it.skipIf(lack !== null)(lack === null ? name : `${name} (skipped: ${lack} is not installed)`, async () => {
      await using stack = await startStack(setup);

      const endpoint = await scanEndpoint(loopbackEndpoint(stack.port));

      expect(endpoint.complete).toBe(true);
      expect(Object.keys(endpoint.versions).sort()).toEqual([...versions].sort());
      for (const version of VERSIONS) {
        const truth = await bruteForce(stack.port, version, 4);
        expect({ version, suites: [...(endpoint.versions[version]?.suites ?? [])].sort() }).toEqual({
          version,
          suites: truth,
        });
      }
      expect(endpoint.certificates.map(({ keyType }) => keyType).sort()).toEqual([...keys].sort());
      expect(endpoint.features?.certificateTypes?.known).toBe("verified");
      expect(endpoint.cost.connections).toBeLessThanOrEqual(connections);
    });
  }
});
