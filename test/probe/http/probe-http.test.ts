import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { httpValueSchema } from "../../../src/core/evidence/http.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { createAuthority } from "../../../src/demo/pki.ts";
import { entryOrigins } from "../../../src/probe/http/entry-origins.ts";
import { probeHttp } from "../../../src/probe/http/probe-http.ts";
import { startHttp, startRaw, type LoopbackServer } from "../../servers/loopback.ts";
import { closing, codeOf, testNet } from "../../servers/test-net.ts";

const authority = createAuthority(new Date());
const leaf = authority.issue({ names: ["bakery.test", "www.bakery.test", "shop.bakery.test"] });
const tls = { cert: leaf.chain, key: leaf.keyPem };

/** Both names of the bakery on both ports, in front of one pair of servers. */
async function bakery(secure: RequestListener, plain: RequestListener) {
  const https = await startHttp(secure, tls);
  const http = await startHttp(plain);
  const internet: Record<string, LoopbackServer> = {};
  for (const host of ["bakery.test", "www.bakery.test", "shop.bakery.test", "florist.test"]) {
    internet[`${host}:443`] = https;
    internet[`${host}:80`] = http;
  }
  return {
    https,
    http,
    net: closing(testNet({ internet, extraCa: [authority.root.pem] })),
    async [Symbol.asyncDispose]() {
      await Promise.all([https.close(), http.close()]);
    },
  };
}

const page: RequestListener = (_request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8").end("<title>Ma  boulangerie é</title>");
};

const toHttps: RequestListener = (request, response) => {
  response.writeHead(301, { location: `https://${request.headers.host ?? ""}${request.url ?? "/"}` }).end();
};

describe("entryOrigins", () => {
  it.each([
    [
      "bakery.test",
      ["https://bakery.test/", "http://bakery.test/", "https://www.bakery.test/", "http://www.bakery.test/"],
    ],
    [
      "http://www.bakery.test/",
      ["http://www.bakery.test/", "https://www.bakery.test/", "http://bakery.test/", "https://bakery.test/"],
    ],
    ["shop.bakery.test", ["https://shop.bakery.test/", "http://shop.bakery.test/"]],
    ["bakery.test:8443", ["https://bakery.test:8443/"]],
    ["192.0.2.7", ["https://192.0.2.7/", "http://192.0.2.7/"]],
    ["[2001:db8::7]", ["https://[2001:db8::7]/", "http://[2001:db8::7]/"]],
    ["https://bakery.test:8443/fr/", ["https://bakery.test:8443/", "https://bakery.test:8443/fr/"]],
  ])("of %s", (input, expected) => {
    expect(entryOrigins(parseTarget(input))).toEqual(expected);
  });
});

describe("probeHttp", () => {
  const target = parseTarget("bakery.test");

  it("records both schemes and both names with every hop, and is valid evidence", async () => {
    await using shop = await bakery(page, toHttps);
    await using net = shop.net;

    const value = await probeHttp({ net, target });

    expect(httpValueSchema.parse(value)).toEqual(value);
    expect(value.origins.map(({ url, chain, end }) => [url, chain.map(({ status }) => status), end])).toEqual([
      ["https://bakery.test/", [200], "answered"],
      ["http://bakery.test/", [301, 200], "answered"],
      ["https://www.bakery.test/", [200], "answered"],
      ["http://www.bakery.test/", [301, 200], "answered"],
    ]);
    expect(value.origins[1]?.chain[0]?.location).toBe("https://bakery.test/");
    expect(value.origins[0]?.chain[0]).toMatchObject({ title: "Ma boulangerie é", ip: "127.0.0.1" });
  });

  it("masks cookies: neither the header nor the list holds the value", async () => {
    await using shop = await bakery((_request, response) => {
      response.setHeader("set-cookie", ["sid=s3cr3t; Path=/; HttpOnly", "broken", "a=b=c; Secure"]);
      response.end();
    }, toHttps);
    await using net = shop.net;

    const value = await probeHttp({ net, target });

    const hop = value.origins[0]?.chain[0];
    expect(JSON.stringify(value)).not.toMatch(/s3cr3t|b=c/);
    expect(hop?.cookies.map(({ name, valueLength }) => [name, valueLength])).toEqual([
      ["sid", 6],
      ["", 6],
      ["a", 3],
    ]);
    expect(hop?.headers.filter(([name]) => name === "set-cookie").map(([, text]) => text)).toEqual([
      "sid=…; Path=/; HttpOnly",
      "…",
      "a=…; Secure",
    ]);
  });

  const redirects: readonly (readonly [string, RequestListener, string, number])[] = [
    ["a loop", (_request, response) => response.writeHead(302, { location: "/" }).end(), "redirect-loop", 1],
    [
      "a chain without end",
      (request, response) => {
        const step = Number(request.url?.slice(2) ?? "0") || 0;
        response.writeHead(302, { location: `/?${String(step + 1)}` }).end();
      },
      "too-many-redirects",
      11,
    ],
    [
      "a redirect to somebody else",
      (_request, response) => response.writeHead(302, { location: "https://florist.test/" }).end(),
      "out-of-scope",
      1,
    ],
    ["no address to go to", (_request, response) => response.writeHead(302).end(), "answered", 1],
    [
      "an address that is none",
      (_request, response) => response.writeHead(302, { location: "mailto:a@b.test" }).end(),
      "answered",
      1,
    ],
    [
      "a sub-domain",
      (request, response) => {
        if (request.headers.host === "shop.bakery.test") response.end("shop");
        else response.writeHead(302, { location: "https://shop.bakery.test/" }).end();
      },
      "answered",
      2,
    ],
    [
      "a cookie that opens the same address",
      (request, response) => {
        if (request.headers.cookie === "seen=1") response.end("welcome");
        else response.writeHead(302, { location: "/", "set-cookie": "seen=1" }).end();
      },
      "answered",
      2,
    ],
    [
      "a path of raw UTF-8",
      (request, response) => {
        if (request.url === "/%C3%A9") response.end("é");
        else response.writeHead(302, { location: Buffer.from("/é").toString("latin1") }).end();
      },
      "answered",
      2,
    ],
    ["an error of the server", (_request, response) => response.writeHead(500).end(), "answered", 1],
  ];

  it.each(redirects)("follows %s", async (_name, listener, end, hops) => {
    await using shop = await bakery(listener, toHttps);
    await using net = shop.net;

    const value = await probeHttp({ net, target });

    expect([value.origins[0]?.end, value.origins[0]?.chain.length]).toEqual([end, hops]);
  });

  it("asks for the page as a foreign script would, and finds the mirror", async () => {
    await using shop = await bakery((request, response) => {
      const { origin } = request.headers;
      if (origin !== undefined) {
        response.setHeader("access-control-allow-origin", origin).setHeader("access-control-allow-credentials", "true");
      }
      response.end("{}");
    }, toHttps);
    await using net = shop.net;

    const { cors } = await probeHttp({ net, target, randomLabel: () => "florist" });

    expect(cors).toMatchObject([
      { origin: "https://florist.example", allowOrigin: "https://florist.example", allowCredentials: "true" },
      { origin: "null", allowOrigin: "null", allowCredentials: "true", vary: null },
    ]);
  });

  it.each([
    ["/.well-known/security.txt", 200, "Contact: mailto:x@bakery.test"],
    ["/security.txt", 200, "Contact: mailto:x@bakery.test"],
    ["/nowhere", 404, ""],
  ])("reads security.txt at %s", async (path, status, text) => {
    await using shop = await bakery((request, response) => {
      if (request.url === path) response.setHeader("content-type", "text/plain").end("Contact: mailto:x@bakery.test");
      else response.writeHead(404).end("not here");
    }, toHttps);
    await using net = shop.net;

    const { securityTxt } = await probeHttp({ net, target });

    expect(securityTxt).toMatchObject({ status, text });
  });

  it("goes on when one door is closed and says why", async () => {
    await using http = await startHttp(page);
    await using net = closing(testNet({ internet: { "bakery.test:80": http } }));

    const value = await probeHttp({ net, target });

    expect(value.origins.map(({ end, error }) => [end, error?.code])).toEqual([
      ["failed", "refused"],
      ["answered", undefined],
      ["failed", expect.any(String)],
      ["failed", expect.any(String)],
    ]);
  });

  it("fails with the code of the target's own address when nothing answers", async () => {
    const lookup = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    await using unknown = closing(testNet({ lookup }));
    await using noise = await startRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"));
    await using ssh = closing(testNet({ target: "http://bakery.test:22/", internet: { "bakery.test:22": noise } }));

    expect(await codeOf(probeHttp({ net: unknown, target }))).toBe("dns-not-found");
    expect(await codeOf(probeHttp({ net: ssh, target: parseTarget("http://bakery.test:22/") }))).toBe("not-http");
  });

  it("is blocked where the shop blocks, and interrupted when told to stop", async () => {
    await using shop = await bakery(
      (_request, response) => response.writeHead(429).end(),
      (_request, response) => response.writeHead(429).end(),
    );
    await using net = shop.net;
    for (let index = 0; index < 5; index += 1) await net.request(`https://bakery.test/${String(index)}`);

    expect(await codeOf(probeHttp({ net, target }))).toBe("blocked");
    expect(await codeOf(probeHttp({ net, target, signal: AbortSignal.abort() }))).toBe("interrupted");
  });
});
