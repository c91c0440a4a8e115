import { describe, expect, it } from "vitest";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { renderTlsPage } from "../../src/report/tls-page.ts";
import { scanEndpoint } from "../../src/probe/tls/scan-endpoint.ts";
import { loopbackEndpoint } from "../servers/tls/loopback.ts";
import { startTlsServer } from "../servers/tls/tls-server.ts";

async function scanned(): Promise<TlsEndpoint> {
  await using server = await startTlsServer(["rsa"], {
    minVersion: "TLSv1.2",
    ciphers: "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:TLS_AES_128_GCM_SHA256",
  });
  return await scanEndpoint(loopbackEndpoint(server.port, { authorised: false }));
}

describe("the TLS page", () => {
  it("tells versions, suites with both names, groups, features and what was left out, in both languages", async () => {
    const endpoint = await scanned();

    const english = renderTlsPage({ endpoints: [endpoint], drift: [] }, "en", { colour: false });
    const french = renderTlsPage({ endpoints: [endpoint], drift: [] }, "fr", { colour: false });

    expect(english).toMatch(/TLS_RSA_WITH_AES_128_CBC_SHA +AES128-SHA +128 CBC no FS +phase out/);
    expect(english).toMatch(/TLSv1\.1 +not offered/);
    expect(english).toMatch(/SSLv2 +not tested \(needs authorisation\)/);
    expect(english).toContain("post-quantum:");
    expect(english).toContain("exotic suites (TLSv1.2): needs authorisation");
    expect(french).toMatch(/TLSv1\.1 +non proposé/);
    expect(french).toContain("post-quantique");
    expect(french).toContain("suites rares (TLSv1.2)\u00A0: demande une autorisation");
    expect(french).not.toMatch(/non testé \([a-z]* ?(?:no|not|only|the) /);
    for (const page of [english, french]) expect(page).not.toMatch(/undefined|\[object/);
  });

  it("says what a host without TLS is, and shows drift between addresses", () => {
    const failed: TlsEndpoint = {
      host: "florist.test",
      ip: "127.0.0.1",
      port: 443,
      purpose: "target",
      serverName: "florist.test",
      depth: "full",
      state: "plain",
      error: { code: "not-tls", message: "the server answers in plain text: \u001b[31mHTTP" },
      versions: {},
      groups: [],
      certificates: [],
      complete: true,
      cost: { connections: 2, bytesIn: 0, bytesOut: 0, wallMs: 3 },
    };
    const drift = [
      {
        host: "florist.test",
        port: 443,
        what: "versions" as const,
        addresses: [{ ip: "127.0.0.1", value: "TLSv1.0" }],
      },
    ];

    const page = renderTlsPage({ endpoints: [failed], drift }, "en", { colour: false });

    expect(page).toContain("not-tls: the server answers in plain text");
    expect(page).not.toContain("\u001b");
    expect(page).toContain("Differences between addresses");
  });
});
