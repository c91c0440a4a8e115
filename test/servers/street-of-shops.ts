import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** How a shop of the street behaves. */
export type Behaviour = "open" | "broken" | "tarpit" | "banning" | "moved";

interface Shop {
  readonly behaviour: Behaviour;
  readonly repaired: boolean;
  /** Where a shop that moved sends its customers. */
  readonly to?: string;
}

/** Many small shops on addresses of 127.0.0.0/8, one server behind them all: each address is a site of its own. */
export interface Street {
  readonly port: number;
  /** Changes how a shop behaves from now on. */
  readonly set: (address: string, shop: Partial<Shop>) => void;
  /** Requests that an address got. */
  readonly requests: (address: string) => number;
  readonly close: () => Promise<void>;
}

const DELAYS_MS = 0;

/** Opens the street. Every shop is open and hurried until told otherwise, and has `pageKb` kilobytes of goods on its pages. */
export async function openStreet(delayMs = DELAYS_MS, pageKb = 0): Promise<Street> {
  const goods = goodsOf(pageKb);
  const shops = new Map<string, Shop>();
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const address = request.socket.localAddress ?? "";
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    const shop: Shop = shops.get(address) ?? { behaviour: "open", repaired: false };
    const answer = (): void => answerAs(shop, count, request.url ?? "/", response, goods);
    if (delayMs === 0) answer();
    else setTimeout(answer, delayMs);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    set: (address, shop) => shops.set(address, { behaviour: "open", repaired: false, ...shops.get(address), ...shop }),
    requests: (address) => counts.get(address) ?? 0,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function answerAs(shop: Shop, count: number, path: string, response: ServerResponse, goods: string): void {
  if (shop.behaviour === "tarpit") return;
  if (shop.behaviour === "broken") {
    response.writeHead(500, { "content-type": "text/html" }).end("<h1>Error</h1>");
    return;
  }
  if (shop.behaviour === "moved") {
    response.writeHead(301, { location: shop.to ?? "/" }).end();
    return;
  }
  if (shop.behaviour === "banning" && count > 3) {
    response.writeHead(429, { "content-type": "text/html" }).end("<h1>Too many requests</h1>");
    return;
  }
  if (path !== "/" && !(goods !== "" && ROOMS.has(path))) {
    response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not found</h1>");
    return;
  }
  const action = shop.repaired
    ? `<p>Écrivez à la boulangerie.</p>`
    : `<form action="/lettre" method="get"><label>Votre e-mail <input type="email" name="email"></label><button>S’inscrire</button></form>`;
  response
    .writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      ...(shop.repaired ? { "x-content-type-options": "nosniff" } : { server: "nginx/1.18.0" }),
    })
    .end(`<!doctype html><html lang="fr"><title>Boulangerie</title><h1>Pain</h1>${action}${goods}</html>`);
}

/** The further pages of a shop that has goods. */
const ROOMS: ReadonlySet<string> = new Set(["/contact", "/panier", "/mentions-legales"]);

function goodsOf(kilobytes: number): string {
  if (kilobytes === 0) return "";
  const links = [...ROOMS].map((path) => `<a href="${path}">${path.slice(1).replaceAll("-", " ")}</a>`);
  const parts = [links.join(" ")];
  for (let length = 0, number = 1; length < kilobytes * 1024; number += 1) {
    const name = `Pain nº ${String(number)}`;
    const part = `<div class="product" id="p${String(number)}"><a href="/pain/${String(number)}" title="${name}"><img src="/img/${String(number)}.jpg" alt="${name}"></a> <span class="price">3,20 €</span></div>\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
