import type { TlsOptions } from "node:tls";
import { describe, expect, it } from "vitest";
import { endpointSchema } from "../../../src/core/evidence/tls.ts";
import { scanEndpoint } from "../../../src/probe/tls/scan-endpoint.ts";
import { bruteForce } from "../../servers/tls/brute-force.ts";
import { loopbackEndpoint } from "../../servers/tls/loopback.ts";
import { startTlsServer } from "../../servers/tls/tls-server.ts";

interface Setting {
  readonly name: string;
  readonly keys: readonly ("rsa" | "ec" | "ed25519")[];
  readonly options: TlsOptions;
  readonly versions: readonly ("TLSv1.0" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3")[];
}

const SETTINGS: readonly Setting[] = [
  {
    name: "modern, in the client's order",
    keys: ["rsa"],
    options: {
      minVersion: "TLSv1.2",
      honorCipherOrder: false,
      ciphers:
        "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305",
      ecdhCurve: "X25519:P-256:P-384",
    },
    versions: ["TLSv1.2", "TLSv1.3"],
  },
  { name: "Node's defaults", keys: ["ec"], options: {}, versions: ["TLSv1.2", "TLSv1.3"] },
  {
    name: "everything that OpenSSL has, two certificates, its own order",
    keys: ["rsa", "ec"],
    options: {
      minVersion: "TLSv1",
      ciphers: "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
      honorCipherOrder: true,
      dhparam: "auto",
    },
    versions: ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
  },
  {
    name: "TLS 1.3 only, with the hybrid group",
    keys: ["ed25519"],
    options: { minVersion: "TLSv1.3", ecdhCurve: "X25519MLKEM768:X25519" },
    versions: ["TLSv1.3"],
  },
  {
    name: "TLS 1.0 only, static RSA",
    keys: ["rsa"],
    options: { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "AES128-SHA:AES256-SHA:@SECLEVEL=0" },
    versions: ["TLSv1.0"],
  },
  {
    name: "one suite of TLS 1.2",
    keys: ["rsa"],
    options: { minVersion: "TLSv1.2", maxVersion: "TLSv1.2", ciphers: "AES256-GCM-SHA384" },
    versions: ["TLSv1.2"],
  },
];

describe("the planner against brute force, one suite a connection", () => {
  it.each(SETTINGS)("finds exactly the suites of a server: $name", async ({ keys, options, versions }) => {
    await using server = await startTlsServer(keys, options);

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port));

    expect(() => endpointSchema.parse(endpoint)).not.toThrow();
    expect(endpoint.complete).toBe(true);
    expect(Object.keys(endpoint.versions).sort()).toEqual([...versions]);
    for (const version of versions) {
      const truth = await bruteForce(server.port, version);
      expect({ version, suites: [...(endpoint.versions[version]?.suites ?? [])].sort() }).toEqual({
        version,
        suites: truth,
      });
    }
  });

  it("gives the same answer twenty times but for times, order and cost", async () => {
    await using server = await startTlsServer(["rsa"], SETTINGS[0]?.options);
    const first = await scanEndpoint(loopbackEndpoint(server.port));

    for (let run = 1; run < 20; run += 1) {
      const again = await scanEndpoint(loopbackEndpoint(server.port));
      expect(again.cost.connections).toBeLessThanOrEqual(25);
      expect({ ...again, cost: first.cost }).toEqual(first);
    }
  });

  it("keeps to forty handshakes without the operator's word, and says what it left out", async () => {
    await using server = await startTlsServer(["rsa", "ec"], {
      minVersion: "TLSv1",
      ciphers: "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
      dhparam: "auto",
    });

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { authorised: false }));

    expect(endpoint.cost.connections).toBeLessThanOrEqual(40);
    expect(endpoint.leftOut?.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["exotic-suites", "sslv2", "suites"]),
    );
    expect(endpoint.versions["TLSv1.2"]?.complete).toBe(false);
    expect(endpoint.offered?.["TLSv1.0"]?.value).toBe(true);
    expect(endpoint.offered?.["TLSv1.1"]?.value).toBe(true);
    expect(endpoint.features?.postQuantum.known).toBe("verified");
    expect(endpoint.features?.certificateTypes).toMatchObject({ value: ["rsa", "ec"], known: "verified" });
    expect(endpoint.offered?.SSLv2?.known).toBe("not-tested");
    expect(endpoint.complete).toBe(true);
  });
});
