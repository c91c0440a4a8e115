import { describe, expect, it } from "vitest";
import { parseTarget } from "../../src/core/target.ts";
import { probeHttp } from "../../src/probe/http/probe-http.ts";
import { closing, testNet } from "../servers/test-net.ts";
import { useNock } from "./nock.ts";

const nock = useNock();

/** nock sees the pinned address and not the name, since the dialler connects to addresses only. */
const SHOP = "http://192.0.2.7:8080";
const target = parseTarget(`${SHOP}/`);

describe("what the http probe asks for", () => {
  it("sends an honest agent, no cookie and no credentials", async () => {
    nock(SHOP, { badheaders: ["cookie", "authorization", "referer"] })
      .get("/")
      .matchHeader("user-agent", /^Vigie\//)
      .matchHeader("accept-encoding", "gzip, deflate, br, zstd")
      .reply(200, "<title>Boulangerie</title>", { "content-type": "text/html" });
    await using net = closing(testNet({ target: `${SHOP}/` }));

    const answer = await net.request(`${SHOP}/`);

    expect(answer.status).toBe(200);
  });

  it("asks each origin once, CORS twice, and for security.txt in both places", async () => {
    nock(SHOP).get("/").reply(200, "<title>Boulangerie</title>", { "content-type": "text/html" });
    nock(SHOP)
      .get("/")
      .matchHeader("origin", "https://florist.example")
      .reply(200, "", { "access-control-allow-origin": "https://florist.example" });
    nock(SHOP).get("/").matchHeader("origin", "null").reply(200, "");
    nock(SHOP).get("/.well-known/security.txt").reply(404);
    nock(SHOP).get("/security.txt").reply(404);
    await using net = closing(testNet({ target: target.url, budget: 6 }));

    const value = await probeHttp({ net, target, randomLabel: () => "florist" });

    expect(value.cors.map(({ origin, allowOrigin }) => [origin, allowOrigin])).toEqual([
      ["https://florist.example", "https://florist.example"],
      ["null", null],
    ]);
  });
});
