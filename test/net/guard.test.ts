import { describe, expect, it } from "vitest";
import type { Intent } from "../../src/net/create-net.ts";
import { createSchedulerPool } from "../../src/net/scheduler.ts";
import { closedPort, startHttp, startRaw } from "../servers/loopback.ts";
import { closing, codeOf, testNet } from "../servers/test-net.ts";

describe("the guard in front of every connection", () => {
  it.each([
    ["a foreign page", "https://florist.test/", "linked-page", "out-of-scope"],
    ["a sub-domain that nothing leads to", "https://shop.bakery.test/", "target", "out-of-scope"],
    ["a request to a form's foreign host", "https://pay.example/", "action", "out-of-scope"],
    ["a metadata address as a resource", "http://169.254.169.254/", "resource", "private-address"],
    ["a loopback address as a resource", "http://127.0.0.1:1/", "resource", "private-address"],
    ["a mapped loopback address as a resource", "http://[::ffff:127.0.0.1]:1/", "resource", "private-address"],
    ["an address that is no web address", "file:///etc/passwd", "target", "out-of-scope"],
  ] as const)("refuses %s", async (_name, url, reason, code) => {
    await using net = closing(testNet());

    expect(await codeOf(net.request(url, { reason }))).toBe(code);
    expect(net.cost()).toMatchObject({ connections: 0, requests: 0 });
  });

  it("refuses a public name that leads to a private address", async () => {
    await using net = closing(testNet({ lookup: () => Promise.resolve(["127.0.0.1"]) }));

    expect(await codeOf(net.request("http://bakery.test/"))).toBe("private-address");
  });

  it("resolves once and stays with that address, however the name changes", async () => {
    await using shop = await startHttp((_request, response) => response.end("bonjour"));
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    const target = `http://bakery.test:${String(shop.port)}/`;
    await using net = closing(
      testNet({ target, allowPrivate: true, lookup: () => Promise.resolve(answers.shift() ?? []) }),
    );

    const first = await net.request(target);
    const second = await net.request(target);

    expect([first.address, second.address]).toEqual(["127.0.0.1", "127.0.0.1"]);
  });

  it("dials no address but the pinned ones", async () => {
    await using net = closing(testNet({ allowPrivate: true, lookup: () => Promise.resolve(["127.0.0.1"]) }));

    const dialled = net.dial({ host: "bakery.test", address: "127.0.0.2", port: 443, kind: "tls", reason: "target" });

    expect(await codeOf(dialled)).toBe("out-of-scope");
    expect(net.cost().connections).toBe(0);
  });

  it("tries the next address where one does not answer", async () => {
    await using shop = await startHttp((_request, response) => response.end("bonjour"));
    const target = `http://bakery.test:${String(shop.port)}/`;
    await using net = closing(
      testNet({ target, allowPrivate: true, lookup: () => Promise.resolve(["127.0.0.9", "127.0.0.1"]) }),
    );

    expect((await net.request(target)).address).toBe("127.0.0.1");
  });

  it("goes to the node that --resolve names", async () => {
    await using shop = await startHttp((_request, response) => response.end("bonjour"));
    const target = `http://bakery.test:${String(shop.port)}/`;
    await using net = closing(testNet({ target, resolve: { "bakery.test": "127.0.0.1" } }));

    expect((await net.request(target)).status).toBe(200);
  });

  it("asks for a literal address that the user named, private or not", async () => {
    await using shop = await startHttp((_request, response) => response.end("bonjour"));
    const target = `http://127.0.0.1:${String(shop.port)}/`;
    await using net = closing(testNet({ target }));

    expect((await net.request(target)).status).toBe(200);
  });

  it("gives a foreign resource one GET and no more", async () => {
    await using cdn = await startHttp((_request, response) => response.end("x"));
    await using net = closing(testNet({ internet: { "cdn.example:443": cdn, "cdn.example:80": cdn } }));

    await net.request("http://cdn.example/a.js", { reason: "resource" });
    await net.request("http://cdn.example/b.js", { reason: "resource" });

    expect(await codeOf(net.request("http://cdn.example/a.js", { reason: "resource" }))).toBe("out-of-scope");
  });

  it("asks a foreign host anonymously and for a bounded answer, whatever the caller wants", async () => {
    const seen: (string | undefined)[] = [];
    await using cdn = await startHttp((request, response) => {
      seen.push(request.headers.cookie, request.headers.referer, request.headers.accept);
      response.end(Buffer.alloc(2_000_000));
    });
    await using net = closing(testNet({ internet: { "cdn.example:80": cdn } }));
    const headers = { Cookie: "a=1", Referer: "https://bakery.test/", accept: "text/css" };

    const answer = await net.request("http://cdn.example/a.css", { reason: "resource", headers, maxBytes: 5_000_000 });

    expect(seen).toEqual([undefined, undefined, "text/css"]);
    expect(answer).toMatchObject({ truncated: true });
    expect(answer.body).toHaveLength(1024 * 1024);
  });

  it("knows an unknown name, a closed port and a mapped host's other ports", async () => {
    const lookup = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    await using unknown = closing(testNet({ lookup }));
    await using closed = closing(testNet({ internet: { "bakery.test:80": await closedPort() } }));

    expect(await codeOf(unknown.request("https://bakery.test/"))).toBe("dns-not-found");
    expect(await codeOf(closed.request("http://bakery.test/"))).toBe("refused");
    expect(await codeOf(closed.request("https://bakery.test/"))).toBe("refused");
  });
});

describe("authorisation", () => {
  it("lets nobody connect to ports or probe paths without the operator's word", async () => {
    await using server = await startRaw(() => undefined);
    await using net = closing(testNet({ authorised: false, internet: { "bakery.test:80": server } }));

    const port = net.dial({ host: "bakery.test", port: 80, kind: "port", reason: "target" });
    const path = net.request("http://bakery.test/.env", { activity: "probe-path" });

    expect(await codeOf(port)).toBe("needs-authorisation");
    expect(await codeOf(path)).toBe("needs-authorisation");
    expect(server.accepted).toBe(0);
  });

  it("ends the free handshakes at forty a host", async () => {
    await using server = await startRaw((socket) => socket.destroy());
    const internet = { "bakery.test:443": server };
    const dialled = async (authorised: boolean): Promise<string> => {
      await using net = closing(testNet({ authorised, internet }));
      for (let index = 0; index < 40; index += 1) {
        const { socket } = await net.dial({ host: "bakery.test", port: 443, kind: "tls", reason: "target" });
        socket.destroy();
      }
      const next = net.dial({ host: "bakery.test", port: 443, kind: "tls", reason: "target" });
      return await codeOf(next.then(() => Promise.reject(Object.assign(new Error("it stood"), { code: "stood" }))));
    };

    expect(await dialled(false)).toBe("needs-authorisation");
    expect(await dialled(true)).toBe("stood");
  });

  it("shakes hands with a form's foreign host and leaves it", async () => {
    await using server = await startRaw(() => undefined);
    await using net = closing(testNet({ internet: { "pay.example:443": server } }));
    const handshake = () => net.dial({ host: "pay.example", port: 443, kind: "tls", reason: "action" });

    await handshake();
    await handshake();

    expect(await codeOf(handshake())).toBe("out-of-scope");
  });
});

describe("budget, dry run and blocking", () => {
  it("stops at the budget and reports it", async () => {
    await using server = await startHttp((_request, response) => response.end());
    await using net = closing(testNet({ budget: 2, internet: { "bakery.test:80": server } }));

    await net.request("http://bakery.test/1");
    await net.request("http://bakery.test/2");

    expect(await codeOf(net.request("http://bakery.test/3"))).toBe("budget");
    expect(net.cost().requests).toBe(2);
  });

  it("prints what it would do and opens nothing", async () => {
    const intents: Intent[] = [];
    await using server = await startHttp((_request, response) => response.end());
    await using net = closing(
      testNet({ internet: { "bakery.test:80": server }, dryRun: (intent) => void intents.push(intent) }),
    );

    expect(await codeOf(net.request("http://bakery.test/"))).toBe("dry-run");
    expect(await codeOf(net.dial({ host: "bakery.test", port: 22, kind: "port", reason: "target" }))).toBe("dry-run");
    expect(intents.map(({ what }) => what)).toEqual(["GET http://bakery.test/", "connect bakery.test:22"]);
    expect(server.accepted).toBe(0);
  });

  it("stops fully once the host has started to block", async () => {
    await using server = await startHttp((_request, response) => {
      response.statusCode = 429;
      response.end();
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": server } }));

    for (let index = 0; index < 5; index += 1) await net.request(`http://bakery.test/${String(index)}`);

    expect(await codeOf(net.request("http://bakery.test/6"))).toBe("blocked");
    expect(await codeOf(net.dial({ host: "bakery.test", port: 80, kind: "tls", reason: "target" }))).toBe("blocked");
    expect(net.cost().requests).toBe(5);
  });

  it("waits as Retry-After asks, and stops where it asks for an hour", async () => {
    let time = 0;
    const waits = ["7", "3600"];
    await using server = await startHttp((_request, response) => {
      const wait = waits.shift();
      if (wait !== undefined) response.writeHead(503, { "retry-after": wait });
      response.end();
    });
    const schedulers = createSchedulerPool({
      pace: "fast",
      now: () => time,
      sleep: (ms) => {
        time += ms;
        return Promise.resolve();
      },
    });
    await using net = closing(testNet({ schedulers, internet: { "bakery.test:80": server } }));

    await net.request("http://bakery.test/");
    await net.request("http://bakery.test/");

    expect(time).toBe(7000);
    expect(await codeOf(net.request("http://bakery.test/"))).toBe("blocked");
  });
});

describe("the proxy", () => {
  const proxyAt =
    (port: number, authorization: string | null = null) =>
    () => ({
      host: "127.0.0.1",
      port,
      authorization,
      label: `127.0.0.1:${String(port)}`,
    });

  it("is asked for the whole address, with its password, and resolves the name itself", async () => {
    const seen: string[] = [];
    await using proxy = await startHttp((request, response) => {
      seen.push(`${request.url ?? ""} ${request.headers["proxy-authorization"] ?? ""} ${request.headers.host ?? ""}`);
      response.end("through the proxy");
    });
    const lookup = () => Promise.reject(new Error("must not be asked"));
    await using net = closing(testNet({ lookup, proxyFor: proxyAt(proxy.port, "Basic eDp5") }));

    const answer = await net.request("http://bakery.test/a?b=c");

    expect(Buffer.from(answer.body).toString()).toBe("through the proxy");
    expect(seen).toEqual(["http://bakery.test/a?b=c Basic eDp5 bakery.test"]);
  });

  it("opens a tunnel for https", async () => {
    const { createAuthority } = await import("../../src/demo/pki.ts");
    const leaf = createAuthority(new Date()).issue({ names: ["bakery.test"] });
    const lines: string[] = [];
    await using shop = await startHttp((_request, response) => response.end("bonjour"), {
      cert: leaf.chain,
      key: leaf.keyPem,
    });
    const { connect } = await import("node:net");
    await using proxy = await startRaw((socket) => {
      socket.once("data", (head) => {
        lines.push(head.toString("latin1").split("\r\n")[0] ?? "");
        const inner = connect(shop.port, "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
          socket.pipe(inner).pipe(socket);
        });
        inner.on("error", () => undefined);
      });
    });
    await using net = closing(testNet({ proxyFor: proxyAt(proxy.port) }));

    const answer = await net.request("https://bakery.test/");

    expect([answer.status, answer.certificateError]).toEqual([200, "unknown-issuer"]);
    expect(lines).toEqual(["CONNECT bakery.test:443 HTTP/1.1"]);
  });

  it.each([
    ["refuses", "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"],
    ["hangs up", ""],
    ["floods", `HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(5000)}`],
  ])("that %s is the proxy's failure and not the shop's", async (_name, reply) => {
    await using proxy = await startRaw((socket) => {
      socket.once("data", () => socket.end(reply));
    });
    await using net = closing(testNet({ proxyFor: proxyAt(proxy.port) }));

    expect(await codeOf(net.request("https://bakery.test/"))).toBe("proxy-failed");
    await proxy.quiet();
  });

  it("is no way for TLS and port probes", async () => {
    await using net = closing(testNet({ proxyFor: proxyAt(await closedPort()) }));

    expect(await codeOf(net.dial({ host: "bakery.test", port: 443, kind: "tls", reason: "target" }))).toBe("proxy");
    expect(await codeOf(net.request("http://bakery.test/"))).toBe("proxy-failed");
  });
});
