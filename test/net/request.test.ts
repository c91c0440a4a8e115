import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHttp, startRaw, type LoopbackServer } from "../servers/loopback.ts";
import { closing, codeOf, testNet } from "../servers/test-net.ts";

const PAGE = "<title>Boulangerie</title>".repeat(40);
const BOMB = gzipSync(Buffer.alloc(50_000_000));

const ENCODERS: Readonly<Record<string, (text: string) => Buffer>> = {
  gzip: gzipSync,
  "x-gzip": gzipSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  deflate: deflateSync,
  "deflate-raw": deflateRawSync,
  "gzip, br": (text) => brotliCompressSync(gzipSync(text)),
};

function serve(path: string, response: ServerResponse, method: string, range: string | undefined): void {
  const encoder = ENCODERS[decodeURIComponent(path.slice(1))];
  if (encoder !== undefined) {
    response.setHeader("content-encoding", decodeURIComponent(path.slice(1)).replace("-raw", ""));
    response.end(encoder(PAGE));
    return;
  }
  switch (path) {
    case "/bomb":
      response.setHeader("content-encoding", "gzip").end(BOMB);
      return;
    case "/not-gzip":
      response.setHeader("content-encoding", "gzip").end("plain text");
      return;
    case "/many-layers":
      response.setHeader("content-encoding", "gzip, gzip, gzip").end("left alone");
      return;
    case "/endless":
      pump(response);
      return;
    case "/drip": {
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => {
        clearInterval(timer);
      });
      return;
    }
    case "/silence":
      return;
    case "/range":
      response.statusCode = range === undefined ? 200 : 206;
      response.end(range ?? PAGE);
      return;
    case "/binary":
      response.setHeader("content-type", "text/html").end(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x80]));
      return;
    case "/empty":
      response.end();
      return;
    case "/duplicates":
      response.writeHead(200, ["X-Frame-Options", "DENY", "Set-Cookie", "a=1", "x-frame-options", "SAMEORIGIN"]);
      response.end();
      return;
    default:
      response.statusCode = path === "/error" ? 500 : 200;
      response.setHeader("x-method", method).end(PAGE);
  }
}

function pump(response: ServerResponse): void {
  const megabyte = Buffer.alloc(1_000_000);
  response.setHeader("content-length", "1000000000");
  const more = (): void => {
    while (response.write(megabyte)) if (response.destroyed) return;
    response.once("drain", more);
  };
  response.on("error", () => undefined);
  more();
}

describe("request", () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startHttp((request, response) => {
      serve(request.url ?? "/", response, request.method ?? "", request.headers.range);
    });
  });
  afterAll(async () => {
    await server.close();
  });
  const open = () => testNet({ internet: { "bakery.test:80": server } });

  it.each(Object.keys(ENCODERS))("decodes %s", async (encoding) => {
    await using net = closing(open());

    const answer = await net.request(`http://bakery.test/${encodeURIComponent(encoding)}`);

    expect(Buffer.from(answer.body).toString()).toBe(PAGE);
    expect(answer).toMatchObject({ status: 200, truncated: false, address: "127.0.0.1" });
  });

  it.each([
    ["/bomb", 100_000, { truncated: true }, 100_000],
    ["/endless", 5000, { truncated: true }, 5000],
    ["/drip", 1000, { truncated: true, bodyError: "deadline" }, null],
    ["/not-gzip", 1000, { truncated: true, bodyError: "decode-failed" }, 0],
    ["/many-layers", 1000, { truncated: false }, 10],
    ["/empty", 1000, { truncated: false }, 0],
    ["/binary", 1000, { truncated: false }, 6],
    ["/error", 100, { status: 500, truncated: true }, 100],
  ])("bounds %s at %i bytes", async (path, maxBytes, expected, length) => {
    await using net = closing(open());

    const answer = await net.request(`http://bakery.test${path}`, {
      maxBytes,
      deadlineMs: path === "/drip" ? 80 : 5000,
    });

    expect(answer).toMatchObject(expected);
    if (length !== null) expect(answer.body).toHaveLength(length);
  });

  it("does not read a gigabyte to keep five kilobytes of it", async () => {
    await using net = closing(open());

    await net.request("http://bakery.test/endless", { maxBytes: 5000 });

    expect(net.cost().bytesIn).toBeLessThan(5_000_000);
  });

  it("keeps the headers as they came: order, duplicates, names in lower case", async () => {
    await using net = closing(open());

    const { headers } = await net.request("http://bakery.test/duplicates");

    expect(headers.slice(0, 3)).toEqual([
      ["x-frame-options", "DENY"],
      ["set-cookie", "a=1"],
      ["x-frame-options", "SAMEORIGIN"],
    ]);
  });

  it("asks for the first bytes and reads no more where the server ignores that", async () => {
    await using net = closing(open());

    const ranged = await net.request("http://bakery.test/range", { firstBytes: 64 });
    const ignored = await net.request("http://bakery.test/", { firstBytes: 64 });

    expect(Buffer.from(ranged.body).toString()).toBe("bytes=0-63");
    expect(ignored.body).toHaveLength(64);
  });

  it("keeps one connection for one request after another, HEAD included", async () => {
    await using net = closing(open());
    const before = server.accepted;

    for (const method of ["GET", "HEAD", "GET", "HEAD", "GET"] as const) {
      await net.request("http://bakery.test/", { method });
    }

    expect(server.accepted - before).toBe(1);
    expect(net.cost()).toMatchObject({ requests: 5, connections: 1 });
  });

  it("ends at the deadline where nothing is ever said, and then asks again with success", async () => {
    await using net = closing(open());

    expect(await codeOf(net.request("http://bakery.test/silence", { deadlineMs: 40 }))).toBe("deadline");
    expect((await net.request("http://bakery.test/")).status).toBe(200);
  });

  it("stops at once when told to", async () => {
    await using net = closing(open());
    const controller = new AbortController();
    const pending = codeOf(net.request("http://bakery.test/silence", { signal: controller.signal }));

    controller.abort();

    expect(await pending).toBe("interrupted");
  });

  it("leaves no socket behind when closed in the middle of everything", async () => {
    const net = open();
    const lonely = await startRaw(() => undefined);
    const other = testNet({ internet: { "bakery.test:25": lonely } });
    await net.request("http://bakery.test/");
    const pending = codeOf(net.request("http://bakery.test/silence"));
    await other.dial({ host: "bakery.test", port: 25, kind: "port", reason: "target" });

    await Promise.all([net.close(), other.close()]);

    expect(await pending).toBe("interrupted");
    await Promise.all([server.quiet(), lonely.quiet()]);
    expect([server.open, lonely.open]).toEqual([0, 0]);
    expect(await codeOf(net.request("http://bakery.test/"))).toBe("interrupted");
    await lonely.close();
  });

  it("sends the user agent that it was given, and only GET and HEAD", async () => {
    const seen: string[] = [];
    await using shop = await startHttp((request, response) => {
      seen.push(`${request.method ?? ""} ${request.headers["user-agent"] ?? ""} ${request.headers.host ?? ""}`);
      response.end();
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": shop } }));

    await net.request("http://bakery.test/");

    expect(seen).toEqual(["GET Vigie/test (+https://vigie.example/scanner) bakery.test"]);
  });
});

describe("request, towards servers that are none", () => {
  const rows: readonly (readonly [string, (chunk: Buffer) => string | Buffer | null, string])[] = [
    ["speaks SMTP", () => "220 mail.bakery.test ESMTP\r\n", "not-http"],
    ["sends noise", () => Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 13, 10, 13, 10]), "not-http"],
    ["answers with a TLS alert", () => Buffer.from([0x15, 3, 3, 0, 2, 2, 70]), "not-http"],
    ["has a status of 000", () => "HTTP/1.1 000 x\r\ncontent-length: 2\r\n\r\nok", "not-http"],
    [
      "announces two lengths",
      () => "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      "not-http",
    ],
    ["hangs up", () => null, "reset"],
    ["floods headers", () => `HTTP/1.1 200 OK\r\n${"x-flood: 1234567890\r\n".repeat(10_000)}\r\n`, "too-large"],
    ["sends one endless header", () => `HTTP/1.1 200 OK\r\nx: ${"a".repeat(200_000)}`, "too-large"],
  ];

  it.each(rows)("%s", async (_name, reply, code) => {
    await using server = await startRaw((socket) => {
      socket.once("data", (chunk) => {
        const answer = reply(chunk);
        if (answer === null) socket.destroy();
        else socket.end(answer);
      });
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": server } }));

    expect(await codeOf(net.request("http://bakery.test/", { deadlineMs: 3000 }))).toBe(code);
  });

  it("reads an answer that lies about its length as cut short", async () => {
    await using server = await startRaw((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort"));
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": server } }));

    const answer = await net.request("http://bakery.test/");

    expect(answer).toMatchObject({ status: 200, truncated: true, bodyError: "reset" });
    expect(Buffer.from(answer.body).toString()).toBe("short");
  });

  it("asks once more when a kept connection was closed just then", async () => {
    let served = 0;
    await using server = await startRaw((socket) => {
      let onThis = 0;
      socket.on("data", () => {
        onThis += 1;
        served += 1;
        if (onThis === 2) socket.destroy();
        else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
      });
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": server } }));

    await net.request("http://bakery.test/");
    const second = await net.request("http://bakery.test/");

    expect(second.status).toBe(200);
    expect(served).toBe(3);
  });
});
