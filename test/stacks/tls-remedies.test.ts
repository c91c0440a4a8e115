import { request } from "node:https";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { catalogue } from "../../checks/index.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { parseTarget } from "../../src/core/target.ts";
import { createAuthority, type Issued } from "../../src/demo/pki.ts";
import { probeTls } from "../../src/probe/tls/probe-tls.ts";
import { PLACES } from "../../src/report/remedy/places.ts";
import { PROVEN, provenKey } from "../../src/report/remedy/proven.ts";
import { renderRemedy } from "../../src/report/remedy/render.ts";
import { judge } from "../builders/tls-evidence.ts";
import { closing, testNet } from "../servers/test-net.ts";
import { startOcspResponder } from "./support/ocsp-responder.ts";
import { freePort } from "./support/process.ts";
import { findProgram, reportSkipped } from "./support/programs.ts";
import { startWebServer, webServerProgram, type WebServerLines, type WebServerName } from "./support/web-server.ts";

const now = new Date();
const root = createAuthority(now);
const intermediate = root.intermediate();
const shop = intermediate.issue({ names: ["bakery.test"], key: { type: "rsa", bits: 2048 } });
const neighbour = root.issue({ names: ["neighbour.test"], key: { type: "rsa", bits: 2048 } });
const target = parseTarget("https://bakery.test/");

interface Case {
  readonly check: string;
  /** The words of the weakness. */
  readonly code: string;
  /** The weak setting, in the part of the configuration that all sites share. */
  readonly weak: WebServerLines;
}

const ALL_SUITES = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

const CASES: Readonly<Record<WebServerName, readonly Case[]>> = {
  nginx: [
    {
      check: "tls/protocols",
      code: "obsolete",
      weak: { whole: ["ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;", `ssl_ciphers ${ALL_SUITES};`] },
    },
    { check: "tls/tls13", code: "absent", weak: { whole: ["ssl_protocols TLSv1.2;"] } },
    { check: "tls/weak-suites", code: "anonymous", weak: { whole: [`ssl_ciphers ${ALL_SUITES};`] } },
    { check: "tls/weak-suites", code: "no-encryption", weak: { whole: [`ssl_ciphers ${ALL_SUITES};`] } },
    {
      check: "tls/forward-secrecy",
      code: "static-keys",
      weak: { whole: ["ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA;"] },
    },
    {
      check: "tls/cbc",
      code: "no-aead",
      weak: { whole: ["ssl_protocols TLSv1.2;", "ssl_ciphers ECDHE-RSA-AES128-SHA:AES128-SHA;"] },
    },
    {
      check: "tls/server-order",
      code: "client-order",
      weak: { whole: ["ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA;"] },
    },
    {
      check: "tls/groups",
      code: "weak",
      weak: {
        whole: ["ssl_ecdh_curve X25519:prime192v1;", "ssl_ciphers ECDHE+AESGCM:@SECLEVEL=0;", "ssl_protocols TLSv1.2;"],
      },
    },
    {
      check: "tls/early-data",
      code: "enabled",
      weak: { whole: ["ssl_early_data on;", "ssl_protocols TLSv1.2 TLSv1.3;", "ssl_session_cache shared:tried:1m;"] },
    },
    {
      check: "tls/session-resumption",
      code: "long-tickets",
      weak: { whole: ["ssl_session_timeout 30d;", "ssl_protocols TLSv1.2;"] },
    },
    { check: "tls/sni", code: "other-certificate", weak: { neighbour } },
    { check: "tls/client-certificate", code: "requested", weak: { whole: ["ssl_verify_client optional_no_ca;"] } },
  ],
  apache: [
    { check: "tls/protocols", code: "obsolete", weak: { whole: ["SSLProtocol all", `SSLCipherSuite ${ALL_SUITES}`] } },
    { check: "tls/tls13", code: "absent", weak: { whole: ["SSLProtocol -all +TLSv1.2"] } },
    {
      check: "tls/cbc",
      code: "no-aead",
      weak: { whole: ["SSLProtocol -all +TLSv1.2", "SSLCipherSuite ECDHE-RSA-AES128-SHA:AES128-SHA"] },
    },
    {
      check: "tls/forward-secrecy",
      code: "static-keys",
      weak: { whole: ["SSLCipherSuite ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA"] },
    },
    {
      check: "tls/server-order",
      code: "client-order",
      weak: { whole: ["SSLCipherSuite ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA"] },
    },
    {
      check: "tls/groups",
      code: "weak",
      weak: {
        whole: [
          "SSLOpenSSLConfCmd Groups X25519:prime192v1",
          "SSLCipherSuite ECDHE+AESGCM:@SECLEVEL=0",
          "SSLProtocol -all +TLSv1.2",
        ],
      },
    },
    {
      check: "tls/session-resumption",
      code: "long-tickets",
      weak: {
        whole: [
          "SSLProtocol -all +TLSv1.2",
          "SSLSessionCache shmcb:sessions(512000)",
          "SSLSessionCacheTimeout 2592000",
        ],
      },
    },
    { check: "tls/client-certificate", code: "requested", weak: { whole: ["SSLVerifyClient optional_no_ca"] } },
  ],
};

/** What cannot be shown on the servers of the distribution, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  "tls/compression": "OpenSSL of Debian is built without zlib, so that no server here can compress",
};

/** What was put into a real server here, as the table of proven remedies names it. */
const tried = new Set<string>();

describe.each(["nginx", "apache"] as const)("%s", (name) => {
  const installed = webServerProgram(name) !== null;
  if (!installed) reportSkipped(`proven TLS remedies for ${name}`, name);

  test.skipIf(!installed).each(CASES[name])(
    "$check: $code goes with the printed lines",
    async ({ check, code, weak }) => {
      const mended = await mend(name, { check, code, weak });

      const after = await verdictsOf(name, mended, check);

      expectGone(after);
    },
  );

  const noOpenSsl = findProgram("openssl") === null;
  if (installed && noOpenSsl) reportSkipped(`OCSP stapling on ${name}`, "openssl");
  test.skipIf(!installed || noOpenSsl).each([
    ["missing", false],
    ["must-staple-broken", true],
  ])(
    "certificate/stapling: %s goes with the printed lines, on a server that was just started",
    async (code, mustStaple) => {
      const port = await freePort();
      const key = { type: "rsa", bits: 2048 } as const;
      const leaf = intermediate.issue({ names: ["bakery.test"], key, mustStaple, ocsp: [`http://127.0.0.1:${port}/`] });
      await using _responder = await startOcspResponder(port, intermediate, leaf);
      const check = "certificate/stapling";
      const mended = await mend(name, { check, code, weak: {} }, leaf);

      const after = await verdictsOf(name, mended, check, leaf);

      expectGone(after);
    },
  );

  for (const [check, why] of Object.entries(NOT_SHOWN)) {
    if (installed) process.stderr.write(`not shown: ${check} on ${name}: ${why}\n`);
  }
});

const noApache = webServerProgram("apache") === null;

test.skipIf(noApache)("tls/sni: on Apache a neighbour's certificate goes when the shop is its first site", async () => {
  const before = await verdictsOf("apache", { neighbour }, "tls/sni");
  const after = await verdictsOf("apache", { neighbour, neighbourFirst: false }, "tls/sni");

  expect(before.map((verdict) => (verdict.status === "fail" ? verdict.code : verdict.status))).toEqual([
    "other-certificate",
  ]);
  expectGone(after);
});

/** Sees the weakness on the server, and puts the printed lines where they are said to go. */
async function mend(name: WebServerName, { check, code, weak }: Case, certificate?: Issued): Promise<WebServerLines> {
  const before = await verdictsOf(name, weak, check, certificate);
  const fault = before.find((verdict) => verdict.status === "fail" && verdict.code === code);
  if (fault?.status !== "fail") throw new Error(`the weak server shows ${JSON.stringify(before)}`);
  const site: string[] = [];
  const whole = [...(weak.whole ?? [])];
  const beside: string[] = [];
  for (const remedy of fault.remedy) {
    const snippet = renderRemedy(remedy, { server: name, platform: null, language: "en" }).snippets.find(
      ({ stack }) => stack === name,
    );
    if (snippet === undefined) continue;
    (snippet.place === PLACES["apache-main"].en ? whole : isBlock(snippet.lines) ? beside : site).push(
      ...snippet.lines,
    );
    tried.add(provenKey(name, remedy));
  }
  expect([...site, ...beside, ...whole.slice(weak.whole?.length ?? 0)]).not.toEqual([]);
  return { ...weak, whole, site, beside };
}

function expectGone(after: readonly Verdict[]): void {
  expect(after.filter(({ status }) => status === "fail")).toEqual([]);
  expect(after.some(({ status }) => status === "pass" || status === "not-applicable")).toBe(true);
}

afterAll(() => {
  const installed = new Set((["nginx", "apache"] as const).filter((name) => webServerProgram(name) !== null));
  const unproven = [...PROVEN].filter(
    (key) => key.includes(":tls-setting:") && installed.has(key.split(":")[0] as WebServerName) && !tried.has(key),
  );
  expect(unproven, "remedies that are called proven without a case here").toEqual([]);
});

/** Whether the lines are a block of their own, to stand beside the site's. */
function isBlock(lines: readonly string[]): boolean {
  return lines[0]?.startsWith("server {") === true;
}

/** Scans a real server, and sees that it still serves its page to an ordinary visitor. */
async function verdictsOf(
  name: WebServerName,
  lines: WebServerLines,
  checkId: string,
  certificate: Issued = shop,
): Promise<readonly Verdict[]> {
  const check = catalogue.find(({ id }) => id === checkId);
  if (check === undefined) throw new Error(`no check ${checkId}`);
  await using server = await startWebServer(name, { certificate, serverName: "bakery.test", ...lines });
  await using net = closing(testNet({ internet: { "bakery.test:443": server.port } }));
  const tls = await probeTls({
    net,
    target,
    hosts: ["bakery.test"],
    authorised: true,
    pace: "fast",
    extraRoots: [root.pem],
    now: () => now,
    signal: AbortSignal.timeout(30_000),
  });
  expect(await statusOf(server.port)).toBe(200);
  return judge(check, { tls }, {}, { target, at: now });
}

async function statusOf(port: number): Promise<number | undefined> {
  const asked = request({
    host: "127.0.0.1",
    port,
    servername: "bakery.test",
    headers: { host: "bakery.test" },
    ca: root.pem,
    agent: false,
  }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  return answer.statusCode;
}
