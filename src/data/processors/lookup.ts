import { PROCESSORS, type Processor } from "./processors.ts";

interface Entry {
  readonly path: string;
  readonly processor: Processor;
}

/** Entries by the host part of their domain, those with the longest path first. */
const BY_HOST: ReadonlyMap<string, readonly Entry[]> = indexByHost(PROCESSORS);

/**
 * The third party behind an address, or null. The host and then each of its parents is looked up, so that the most
 * particular entry wins: `challenges.cloudflare.com` before `cloudflare.com`, `googletagmanager.com/gtm.js` before
 * `googletagmanager.com`.
 */
export function findProcessor(host: string, path = "/"): Processor | null {
  const labels = host.toLowerCase().split(".");
  for (let start = 0; start < labels.length - 1; start += 1) {
    const entries = BY_HOST.get(labels.slice(start).join("."));
    const found = entries?.find((entry) => path.startsWith(entry.path));
    if (found !== undefined) return found.processor;
  }
  return null;
}

/** The third party with that name, as evidence records it. */
export function processorNamed(name: string): Processor | null {
  return PROCESSORS.find((processor) => processor.name === name) ?? null;
}

function indexByHost(processors: readonly Processor[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const processor of processors) {
    for (const domain of processor.domains) {
      const slash = domain.indexOf("/");
      const host = slash === -1 ? domain : domain.slice(0, slash);
      const entry = { path: slash === -1 ? "/" : domain.slice(slash), processor };
      index.set(
        host,
        [...(index.get(host) ?? []), entry].toSorted((a, b) => b.path.length - a.path.length),
      );
    }
  }
  return index;
}
