import { startHttp, type LoopbackServer } from "../loopback.ts";
import { HOME_PAGE, send, type Host, type HostState } from "./behaviours.ts";
import type { PlantedFile } from "./planted.ts";

export interface SoftHost extends LoopbackServer {
  /** Paths asked so far, in order. */
  readonly asked: readonly string[];
}

/** Opens a host: its wall first, then the home page and the planted files, then whatever it says of unknown paths. */
export async function openSoftHost(
  host: Host,
  files: Readonly<Record<string, PlantedFile>>,
  home: string = HOME_PAGE,
): Promise<SoftHost> {
  const asked: string[] = [];
  const random = seeded(20_261_123);
  const server = await startHttp((request, response) => {
    asked.push(request.url ?? "");
    const state: HostState = { count: asked.length, random };
    if (host.wall?.(request, response, state) === true) return;
    const file = files[request.url ?? ""];
    if (file !== undefined) {
      serve(request.headers.range, file, response);
      return;
    }
    if (request.url === "/") {
      send(response, 200, "text/html; charset=utf-8", home);
      return;
    }
    host.unknown(request, response, state);
  });
  return Object.defineProperties(server, { asked: { value: asked } }) as SoftHost;
}

/** Serves a file as a static server does, ranges included. */
function serve(range: string | undefined, file: PlantedFile, response: Parameters<typeof send>[0]): void {
  const end = Number(/^bytes=0-(\d+)$/.exec(range ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(end) || file.type.startsWith("text/html")) {
    send(response, 200, file.type, file.body);
    return;
  }
  const part = file.body.subarray(0, end + 1);
  response.writeHead(206, {
    "content-type": file.type,
    "content-length": part.length,
    "content-range": `bytes 0-${String(part.length - 1)}/${String(file.body.length)}`,
  });
  response.end(part);
}

/** A small generator (mulberry32): the same numbers in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
