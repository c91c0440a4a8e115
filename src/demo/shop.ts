import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from "node:http";
import { createServer as createHttpsServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { startDnsServer } from "./dns-server.ts";
import { HURRIED_ZONE, REPAIRED_ZONE } from "./dns-zones.ts";
import { hurriedNotFound, hurriedShop } from "./hurried-shop.ts";
import { createAuthority, makeKeyPair } from "./pki.ts";
import { repairedNotFound, repairedShop } from "./repaired-shop.ts";
import type { Answer, Router } from "./route.ts";

/** The name of the demo shop: the `.test` domain is nobody's (RFC 6761). */
export const DEMO_HOST = "bakery.test";

export type DemoVariant = "hurried" | "repaired";

/** The demo shop at work on loopback. */
export interface DemoShop {
  readonly url: string;
  /** PEM of the root that signed the shop's certificate; it exists only in this process. */
  readonly rootPem: string;
  /** Where `host:port` really is: the shop keeps its usual addresses, on ports that the system chose. */
  readonly connectTo: ReadonlyMap<string, { readonly address: string; readonly port: number }>;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** The name server that knows the shop's records, for `--resolver`. */
  readonly resolver: string;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Opens the shop's HTTP and HTTPS servers on ephemeral ports of 127.0.0.1. */
export async function openDemoShop(variant: DemoVariant, at: Date): Promise<DemoShop> {
  const authority = createAuthority(at);
  const [router, notFound] =
    variant === "hurried" ? [hurriedShop, hurriedNotFound] : [repairedShop(at), repairedNotFound];
  const http = createHttpServer(listener("http", router, notFound));
  const https = createHttpsServer(tlsOptions(variant, at, authority), listener("https", router, notFound));
  const [httpPort, httpsPort] = await Promise.all([listen(http), listen(https)]);
  const names = await startDnsServer({
    zone: variant === "hurried" ? HURRIED_ZONE : REPAIRED_ZONE,
    authenticated: variant === "repaired",
  });
  const connectTo = new Map(
    [DEMO_HOST, `www.${DEMO_HOST}`].flatMap((host) => [
      [`${host}:80`, { address: "127.0.0.1", port: httpPort }] as const,
      [`${host}:443`, { address: "127.0.0.1", port: httpsPort }] as const,
    ]),
  );
  return {
    url: `https://${DEMO_HOST}/`,
    rootPem: authority.root.pem,
    connectTo,
    httpPort,
    httpsPort,
    resolver: names.label,
    close: async () => {
      await Promise.all([shut(http), shut(https), names.close()]);
    },
  };
}

function tlsOptions(variant: DemoVariant, at: Date, authority: ReturnType<typeof createAuthority>): ServerOptions {
  const names = [DEMO_HOST, `www.${DEMO_HOST}`];
  if (variant === "repaired") {
    const certificate = authority.intermediate().issue({ names, scts: 2 });
    return {
      cert: certificate.chain,
      key: certificate.keyPem,
      minVersion: "TLSv1.2",
      ciphers:
        "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:" +
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305",
      ecdhCurve: "X25519MLKEM768:X25519:P-256:P-384",
      ALPNProtocols: ["http/1.1"],
    };
  }
  // An old configuration that was copied from server to server: TLS 1.0, CBC, static RSA, and a certificate that ends soon.
  const certificate = authority.intermediate().issue({
    names,
    key: makeKeyPair({ type: "rsa", bits: 2048 }),
    notBefore: new Date(at.getTime() - 80 * DAY_MS),
    notAfter: new Date(at.getTime() + 10 * DAY_MS),
  });
  return {
    cert: certificate.chain,
    key: certificate.keyPem,
    minVersion: "TLSv1",
    ciphers: "ALL:!aNULL:!eNULL:@SECLEVEL=0",
    ecdhCurve: "P-256",
    ALPNProtocols: ["http/1.1"],
  };
}

function listener(scheme: "http" | "https", router: Router, notFound: Answer): RequestListener {
  return (request, response) => {
    request.resume();
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const answer = router({ scheme, host: request.headers.host ?? "", path }) ?? notFound;
    send(answer, request.headers.range, response);
  };
}

function send(answer: Answer, range: string | undefined, response: Parameters<RequestListener>[1]): void {
  const body = typeof answer.body === "string" ? Buffer.from(answer.body) : Buffer.from(answer.body);
  const last = /^bytes=0-(\d{1,9})$/.exec(range ?? "")?.[1];
  const partial = answer.status === 200 && last !== undefined && Number(last) + 1 < body.length;
  const content = partial ? body.subarray(0, Number(last) + 1) : body;
  const headers = answer.headers.flatMap(([name, value]) => [name, value]);
  if (partial) headers.push("content-range", `bytes 0-${content.length - 1}/${body.length}`);
  headers.push("content-length", String(content.length));
  response.writeHead(partial ? 206 : answer.status, headers).end(content);
}

function listen(server: HttpServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      // A server that listens on a TCP port has an address with a port.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function shut(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
