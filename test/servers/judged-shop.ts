import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Check } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";
import { createAuthority } from "../../src/demo/pki.ts";
import { probeHttp } from "../../src/probe/http/probe-http.ts";
import { probePages } from "../../src/probe/pages/probe-pages.ts";
import { outcomesOf, verdictsOf } from "../builders/judge.ts";
import { startHttp, type LoopbackServer } from "./loopback.ts";
import { testNet } from "./test-net.ts";

export interface ScannedShop {
  readonly http: SectionValue<"http">;
  readonly pages: SectionValue<"pages"> | undefined;
  /** What a check says of the shop. */
  outcomes(check: Check): readonly string[];
  verdicts(check: Check): ReturnType<typeof verdictsOf>;
}

const authority = createAuthority(new Date());
const leaf = authority.issue({ names: ["bakery.test", "www.bakery.test"] });

/** Sends every request on to https. */
export const toHttps: RequestListener = (request, response) => {
  response.writeHead(301, { location: `https://${request.headers.host ?? ""}${request.url ?? "/"}` }).end();
};

/** An HTML page, with what further headers were set before. */
export function html(response: ServerResponse, body: string, status = 200): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8" })
    .end(`<!doctype html><html lang="fr">${body}</html>`);
}

/**
 * Puts a bakery on real sockets, looks at it with the probes as a scan does (entry addresses, then pages) and takes it down
 * again. Pages are left out where the home page could not be read, as in a scan.
 */
export async function scanShop(
  secure: (request: IncomingMessage, response: ServerResponse) => void,
  plain: RequestListener = toHttps,
): Promise<ScannedShop> {
  await using https = await startHttp(secure, { cert: leaf.chain, key: leaf.keyPem });
  await using http = await startHttp(plain);
  return await scanServers({
    "bakery.test:443": https,
    "www.bakery.test:443": https,
    "bakery.test:80": http,
    "www.bakery.test:80": http,
  });
}

/** Looks at `https://bakery.test/` on servers that stand already. */
export async function scanServers(
  internet: Readonly<Record<string, LoopbackServer | number>>,
  roots: readonly string[] = [authority.root.pem],
): Promise<ScannedShop> {
  const target = parseTarget("https://bakery.test/");
  const net = testNet({ target: target.url, internet, extraCa: roots });
  try {
    const http = await probeHttp({ net, target });
    const pages = await probePages({ net, target, http }).catch(() => undefined);
    return {
      http,
      pages,
      outcomes: (check) => outcomesOf(check, { http, pages }),
      verdicts: (check) => verdictsOf(check, { http, pages }),
    };
  } finally {
    await net.close();
  }
}
