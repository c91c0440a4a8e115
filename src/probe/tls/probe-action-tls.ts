import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { TlsEndpoint, TlsValue } from "../../core/evidence/tls.ts";
import { hostOf, portOf } from "../../core/target.ts";
import { probeActionHost, type ProbeTlsOptions } from "./probe-tls.ts";

type Page = SectionValue<"pages">["pages"][number];

/** Hosts that forms post to: more than these are not a shop's. */
const MOST_HOSTS = 12;

/**
 * One ordinary handshake with every host that a form posts to over https and that the tls section does not have already. A host
 * without an address is an endpoint that failed: its form cannot work either.
 */
export async function probeActionTls(
  options: Omit<ProbeTlsOptions, "target" | "hosts">,
  pages: readonly Page[],
  known: readonly TlsEndpoint[],
): Promise<TlsValue> {
  const endpoints: TlsEndpoint[] = [];
  for (const { host, port } of actionHosts(pages, known)) {
    if (options.signal.aborted) break;
    endpoints.push(await probeOne(options, host, port));
    options.progress?.(endpoints.length, null, host);
  }
  return { endpoints, drift: [] };
}

async function probeOne(
  options: Omit<ProbeTlsOptions, "target" | "hosts">,
  host: string,
  port: number,
): Promise<TlsEndpoint> {
  try {
    return await probeActionHost(options, host, port);
  } catch (error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "internal";
    return {
      host,
      ip: "",
      port,
      purpose: "action",
      serverName: host,
      depth: "handshake",
      state: "failed",
      error: { code, message: error instanceof Error ? error.message : "the host could not be looked up" },
      versions: {},
      groups: [],
      certificates: [],
      complete: false,
      incompleteReason: code,
      cost: { connections: 0, bytesIn: 0, bytesOut: 0, wallMs: 0 },
    };
  }
}

/** Hosts and ports of form actions and submit buttons, in page order, without those that were looked at. */
export function actionHosts(
  pages: readonly Page[],
  known: readonly Pick<TlsEndpoint, "host" | "port">[],
): readonly { readonly host: string; readonly port: number }[] {
  const seen = new Set(known.map(({ host, port }) => `${host} ${port}`));
  const hosts: { host: string; port: number }[] = [];
  for (const form of pages.flatMap((page) => page.forms)) {
    for (const address of [form.action, ...form.submitters.map((submitter) => submitter.action)]) {
      const url = address === null ? null : URL.parse(address);
      if (url === null || url.protocol !== "https:") continue;
      const place = { host: hostOf(url), port: portOf(url) };
      const key = `${place.host} ${place.port}`;
      if (seen.has(key) || hosts.length >= MOST_HOSTS) continue;
      seen.add(key);
      hosts.push(place);
    }
  }
  return hosts;
}
