import type { IncomingMessage, ServerResponse } from "node:http";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";
import { createAuthority } from "../../src/demo/pki.ts";
import type { Net } from "../../src/net/net.ts";
import { probeHttp } from "../../src/probe/http/probe-http.ts";
import { probePages, type PagesProbeInput } from "../../src/probe/pages/probe-pages.ts";
import { startHttp } from "./loopback.ts";
import { testNet } from "./test-net.ts";

/** What an address of the shop answers: a page, or anything else. */
export type Route =
  string | { readonly status?: number; readonly headers?: Record<string, string | string[]>; readonly body?: string };

export interface ShopOptions {
  readonly host?: string;
  /** Answers of `https://HOST/…`, by path and query. */
  readonly https?: Readonly<Record<string, Route>>;
  /** Answers of `http://HOST/…`; default a permanent redirect to https. */
  readonly http?: Readonly<Record<string, Route>>;
  /** Other hosts, by `host:port`, with their answers; port 443 speaks TLS. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, Route>>>>;
}

export interface Shop extends AsyncDisposable {
  readonly net: Net;
  /** `METHOD https://host/path`, in the order received. */
  readonly requests: readonly string[];
  probe(extra?: Partial<PagesProbeInput>): Promise<SectionValue<"pages">>;
}

/** A shop of a few pages on real sockets, under its own name and certificate. */
export async function startShop(options: ShopOptions): Promise<Shop> {
  const host = options.host ?? "boulangerie.test";
  const authority = createAuthority(new Date());
  const requests: string[] = [];
  const redirects = new Proxy<Record<string, Route>>(
    {},
    { get: (_all, path) => ({ status: 301, headers: { location: `https://${host}${String(path)}` } }) },
  );
  const places: Record<string, Readonly<Record<string, Route>>> = {
    [`${host}:443`]: options.https ?? {},
    [`${host}:80`]: options.http ?? redirects,
    ...options.others,
  };
  const started = await Promise.all(
    Object.entries(places).map(async ([place, routes]) => {
      const [name = "", port = ""] = place.split(":");
      const secure = port === "443";
      const listener = (request: IncomingMessage, response: ServerResponse): void => {
        requests.push(`${request.method ?? ""} ${secure ? "https" : "http"}://${name}${request.url ?? ""}`);
        answer(response, routes[request.url ?? ""]);
      };
      const leaf = secure ? authority.issue({ names: [name] }) : null;
      const server = await startHttp(listener, leaf === null ? undefined : { cert: leaf.chain, key: leaf.keyPem });
      return [place, server] as const;
    }),
  );
  const target = `https://${host}/`;
  const net = testNet({ target, internet: Object.fromEntries(started), extraCa: [authority.root.pem] });
  return {
    net,
    requests,
    async probe(extra = {}) {
      const http = await probeHttp({ net, target: parseTarget(target) });
      return await probePages({ net, target: parseTarget(target), http, ...extra });
    },
    async [Symbol.asyncDispose]() {
      await net.close();
      await Promise.all(
        started.map(async ([, server]) => {
          await server.close();
        }),
      );
    },
  };
}

function answer(response: ServerResponse, route: Route | undefined): void {
  if (route === undefined) {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end("<h1>Page introuvable</h1>");
    return;
  }
  const { status = 200, headers = {}, body = "" } = typeof route === "string" ? { body: route } : route;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}
