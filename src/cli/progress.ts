import type { ScanEvent } from "../core/events.ts";
import type { Io } from "./io.ts";

/**
 * Tells a scan on stderr for people without the interactive screen: one line a probe, and at a terminal a live line that
 * is written over. Nothing of it ever goes to stdout.
 */
export function progressOn(io: Io, quiet: boolean): (event: ScanEvent) => Promise<void> {
  if (quiet) return () => Promise.resolve();
  let live = false;
  const line = async (text: string): Promise<void> => {
    await io.stderr.write(`${live ? "\r\u001B[K" : ""}${text}\n`);
    live = false;
  };
  return async (event) => {
    if (event.type === "scan-started") await line(`vigie: looking at ${event.target.url}`);
    if (event.type === "probe-finished" && event.reason !== "not-selected") {
      const reason = event.reason === undefined ? "" : ` (${event.reason})`;
      await line(`  ${event.section.padEnd(9)} ${event.state}${reason}, ${event.cost.requests} requests so far`);
    }
    if (event.type === "probe-progress" && io.stderr.isTTY) {
      const planned = event.planned === null ? "" : `/${event.planned}`;
      const text = `  ${event.section.padEnd(9)} ${event.done}${planned} ${event.note ?? ""}`;
      await io.stderr.write(`${live ? "\r\u001B[K" : ""}${text.slice(0, Math.max(20, (io.stderr.columns ?? 80) - 1))}`);
      live = true;
    }
    if (event.type === "scan-finished" && live) {
      await io.stderr.write("\r\u001B[K");
      live = false;
    }
  };
}
