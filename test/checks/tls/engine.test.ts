import { once } from "node:events";
import { createServer as createPlainServer, type Server } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import { expect, test } from "vitest";
import { catalogue } from "../../../checks/index.ts";
import type { TlsValue } from "../../../src/core/evidence/tls.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { createAuthority } from "../../../src/demo/pki.ts";
import { probeTls } from "../../../src/probe/tls/probe-tls.ts";
import { judge, wordOf } from "../../builders/tls-evidence.ts";
import { closing, testNet } from "../../servers/test-net.ts";

const now = new Date();
const root = createAuthority(now);
const leaf = root.intermediate().issue({ names: ["bakery.test", "www.bakery.test"], key: { type: "rsa", bits: 2048 } });

/** Scans a server of Node's in a setting of one's own. */
function scan(options: TlsOptions, authorised = true): Promise<TlsValue> {
  const server = createServer({ cert: leaf.chain, key: leaf.keyPem, ...options });
  server.on("tlsClientError", () => {});
  return scanServer(server, authorised);
}

async function scanServer(server: Server, authorised: boolean): Promise<TlsValue> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await using net = closing(testNet({ internet: { "bakery.test:443": address.port }, authorised }));
  try {
    return await probeTls({
      net,
      target: parseTarget("https://bakery.test/"),
      hosts: ["bakery.test"],
      authorised,
      pace: "fast",
      extraRoots: [root.pem],
      now: () => now,
      signal: AbortSignal.timeout(15_000),
    });
  } finally {
    server.close();
  }
}

/** What every check of the two areas says of a server, by check id; those that say pass or nothing are left out. */
function faults(tls: TlsValue): Readonly<Record<string, readonly string[]>> {
  const context = { target: parseTarget("https://bakery.test/"), at: now };
  const entries = catalogue
    .filter(({ area, needs }) => (area === "tls" || area === "certificate") && !needs.includes("dns"))
    .map((check) => [check.id, judge(check, { tls }, {}, context).map(wordOf)] as const)
    .filter(([, words]) => words.some((word) => word !== "pass" && !word.startsWith("not-applicable")));
  return Object.fromEntries(entries);
}

test("a server as Node sets it up by itself offers static RSA and is in order otherwise", async () => {
  expect(faults(await scan({}))).toEqual({ "tls/forward-secrecy": ["static-keys"] });
});

test("a well-kept server is in order", async () => {
  const ciphers = "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305";

  expect(faults(await scan({ ciphers }))).toEqual({});
});

test("a server that accepts everything", async () => {
  const everything = { minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0", dhparam: "auto" } as const;

  expect(faults(await scan(everything))).toMatchObject({
    "tls/protocols": ["obsolete"],
    "tls/weak-suites": ["anonymous"],
    "tls/forward-secrecy": ["static-keys"],
    "tls/cbc": ["beast"],
    "tls/dh-parameters": ["breakable"],
    "tls/signature-schemes": ["weak-hash"],
  });
});

test("a server of TLS 1.0 alone", async () => {
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "AES128-SHA:@SECLEVEL=0" } as const;

  expect(faults(await scan(old))).toMatchObject({
    "tls/protocols": ["none-modern"],
    "tls/tls13": ["absent"],
    "tls/forward-secrecy": ["none"],
    "tls/cbc": ["no-aead"],
    "tls/post-quantum": ["absent"],
  });
});

test("a server that asks visitors for a certificate", async () => {
  const asking = { requestCert: true, rejectUnauthorized: false, ca: root.pem, maxVersion: "TLSv1.2" } as const;

  expect(faults(await scan(asking))).toMatchObject({ "tls/client-certificate": ["requested"] });
});

test("without authorisation the rare suites and SSL 2.0 are not assessed, and what visitors use is", async () => {
  const seen = faults(await scan({}, false));

  expect(seen["tls/weak-suites"]).toEqual(["not-assessed: needs-authorisation"]);
  expect(seen["tls/drown"]).toEqual(["not-assessed: needs-authorisation"]);
  expect(seen["tls/forward-secrecy"]).toEqual(["static-keys"]);
  expect(seen["tls/protocols"]).toBeUndefined();
});

test("plain http on the port", async () => {
  const server = createPlainServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));

  expect(faults(await scanServer(server, true))).toEqual({ "tls/protocols": ["no-tls"] });
});
