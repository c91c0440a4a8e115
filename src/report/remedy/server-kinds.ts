import type { Stack } from "./rendered.ts";

/** Which lines a server reads, by the name that it gives itself. LiteSpeed reads Apache's .htaccess. */
const READS: ReadonlyMap<string, Stack> = new Map([
  ["nginx", "nginx"],
  ["openresty", "nginx"],
  ["tengine", "nginx"],
  ["angie", "nginx"],
  ["apache", "apache"],
  ["httpd", "apache"],
  ["litespeed", "apache"],
  ["openlitespeed", "apache"],
  ["caddy", "caddy"],
]);

/**
 * The servers to write lines for: the one that was seen, or nginx and Apache where the server does not say or hides behind
 * another's name, since nearly every shop runs behind one of the two.
 */
export function stacksFor(server: string | null): readonly Stack[] {
  const name = (server ?? "").toLowerCase().split(/[\s/]/, 1)[0] ?? "";
  const known = READS.get(name);
  return known === undefined ? ["nginx", "apache"] : [known];
}
