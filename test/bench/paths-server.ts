import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { HOME_PAGE, page } from "../servers/soft-404/behaviours.ts";
import { PLANTED } from "../servers/soft-404/planted.ts";

/**
 * A shop with three planted files that answers after 60 ms, on every loopback address, in a process of its own, so that the
 * bench measures the scanner alone. Prints its port.
 */
const DELAY_MS = Number(process.argv[2] ?? 60);
const FOUND = ["/.env", "/backup.sql", "/composer.lock"];
const MISSING = page("404 Not Found", "<p>Cette page n’existe pas.</p>".repeat(20));

const server = createServer((request, response) => {
  const path = request.url ?? "";
  const file = FOUND.includes(path) ? PLANTED[path] : undefined;
  const body = file?.body ?? (path === "/" ? HOME_PAGE : MISSING);
  const reply = (): void => {
    response.writeHead(file !== undefined || path === "/" ? 200 : 404, {
      "content-type": file?.type ?? "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  };
  if (DELAY_MS === 0) reply();
  else setTimeout(reply, DELAY_MS);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "0.0.0.0", () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
