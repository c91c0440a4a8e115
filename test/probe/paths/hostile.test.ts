import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { codeOf, testNet } from "../../servers/test-net.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { probePaths } from "../../../src/probe/paths/probe-paths.ts";
import { startHttp, startRaw } from "../../servers/loopback.ts";
import { HOME_PAGE, page, send } from "../../servers/soft-404/behaviours.ts";
import { runPaths } from "./run-paths.ts";

/** A site with an ordinary home page and one strange corner. */
function site(corner: (path: string, response: ServerResponse, range: string | undefined) => boolean) {
  return startHttp((request, response) => {
    const path = request.url ?? "";
    if (path === "/") send(response, 200, "text/html", HOME_PAGE);
    else if (!corner(path, response, request.headers.range)) send(response, 404, "text/html", page("404"));
  });
}

describe("hostile servers", () => {
  it("reads the first bytes of a dump of 1 GB and tells its size", async () => {
    let written = 0;
    await using server = await site((path, response, range) => {
      if (path !== "/backup.sql") return false;
      // No ranges here: the whole file begins to flow, as from a small script.
      expect(range).toBe("bytes=0-4095");
      response.writeHead(200, { "content-type": "application/sql", "content-length": 1_000_000_000 });
      const block = Buffer.from("-- MySQL dump 10.19\nCREATE TABLE `ps_customer` (id int);\n".padEnd(65_536, "-"));
      const pump = (): void => {
        while (written < 1_000_000_000 && !response.destroyed) {
          written += block.length;
          if (!response.write(block)) break;
        }
      };
      response.on("drain", pump);
      pump();
      return true;
    });

    const { value, confirmed } = await runPaths(server);

    expect(confirmed).toEqual(["dump-sql"]);
    expect(value.hits.find((hit) => hit.probe === "dump-sql")).toMatchObject({ bytes: 1_000_000_000, status: 200 });
    expect(written).toBeLessThan(40_000_000);
  });

  it("is not impressed by a gzip bomb on every path", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    await using server = await site((_path, response) => {
      response.setHeader("content-encoding", "gzip");
      send(response, 200, "text/html", bomb);
      return true;
    });

    const { confirmed, bytesIn } = await runPaths(server);

    expect(confirmed).toEqual([]);
    expect(bytesIn).toBeLessThan(10_000_000);
  });

  it("leaves a tar-pit after a few paths, and says so", async () => {
    await using server = await startHttp((request, response) => {
      if (request.url === "/") send(response, 200, "text/html", HOME_PAGE);
      // The others never answer.
    });
    let asked = 0;
    const net = testNet({ target: "http://bakery.test/", internet: { "bakery.test:80": server } });
    const impatient = {
      ...net,
      request: (...[url, options]: Parameters<typeof net.request>) => {
        asked += 1;
        return net.request(url, { ...options, deadlineMs: 40 });
      },
    };

    const value = await probePaths({
      net: impatient,
      target: parseTarget("http://bakery.test/"),
      baseUrl: "http://bakery.test/",
      platform: null,
      wait: () => Promise.resolve(),
    });
    await net.close();

    expect(value.stopped).toBe("slow");
    expect(value.hits).toEqual([]);
    expect(value.notMade).toBe(value.planned);
    expect(asked).toBe(value.sent);
    expect(asked).toBeLessThan(60);
  });

  it("survives resets, empty answers and nonsense", async () => {
    let count = 0;
    await using server = await startRaw((socket) => {
      socket.on("data", (bytes) => {
        const path = /^GET (\S+)/.exec(bytes.toString("latin1"))?.[1];
        count += 1;
        if (path === "/") {
          socket.write(
            `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${String(Buffer.byteLength(HOME_PAGE))}\r\n\r\n${HOME_PAGE}`,
          );
        } else if (count % 3 === 0) socket.destroy();
        else if (count % 3 === 1) socket.end("\0\0\0 nonsense\r\n\r\n");
        else socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
      });
    });

    const { value, confirmed } = await runPaths(server);

    expect(confirmed).toEqual([]);
    expect(value.notMade).toBeGreaterThan(0);
    expect(value.sent).toBeLessThanOrEqual(170);
  });

  it("says nothing of a site that fails for everybody", async () => {
    await using server = await startHttp((_request, response) => send(response, 500, "text/html", page("500")));

    const { value } = await runPaths(server);

    expect(value).toMatchObject({ stopped: "http-error", sent: 1, hits: [], notMade: value.planned });
  });

  it("asks once more where a path makes the server fail, and is content with a second failure", async () => {
    await using server = await site((path, response) => {
      if (path !== "/phpinfo.php") return false;
      send(response, 500, "text/html", page("500"));
      return true;
    });

    const { value } = await runPaths(server);

    expect(value).toMatchObject({ stopped: null, notMade: 0, sent: 96 });
  });

  it("does not follow a redirect out of the site", async () => {
    const asked: string[] = [];
    await using server = await startHttp((request, response) => {
      asked.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
      if (request.url === "/") send(response, 200, "text/html", HOME_PAGE);
      else {
        response.writeHead(302, { location: `http://florist.test${request.url ?? ""}` });
        response.end();
      }
    });

    const { confirmed } = await runPaths(server, { platform: "prestashop" });

    expect(confirmed).toEqual([]);
    expect(asked.every((line) => line.startsWith("bakery.test/"))).toBe(true);
  });

  it("rejects with the code of the network when the site does not answer at all", async () => {
    await using server = await startRaw((socket) => socket.destroy());

    expect(await codeOf(runPaths(server))).toBe("reset");
  });

  it("asks nothing without the operator's word", async () => {
    const asked: string[] = [];
    await using server = await startHttp((request, response) => {
      asked.push(request.url ?? "");
      send(response, 200, "text/html", HOME_PAGE);
    });

    expect(await codeOf(runPaths(server, {}, { authorised: false }))).toBe("needs-authorisation");
    expect(asked).toEqual(["/", "/"]);
  });

  it("names every path to a dry run and sends none", async () => {
    const intents: string[] = [];
    await using server = await startHttp((_request, response) => send(response, 200, "text/html", HOME_PAGE));

    expect(await codeOf(runPaths(server, {}, { dryRun: (intent) => intents.push(intent.what) }))).toBe("dry-run");
    expect(server.accepted).toBe(0);
    expect(intents).toContain("GET http://bakery.test/.git/config");
  });

  it("ends at once when the scan is interrupted", async () => {
    const controller = new AbortController();
    await using server = await site((path) => {
      if (path === "/robots.txt") controller.abort();
      return false;
    });

    expect(await codeOf(runPaths(server, { signal: controller.signal }))).toBe("interrupted");
  });
});
