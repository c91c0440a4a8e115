import type { Authorisation, Pace } from "../core/evidence/evidence.ts";
import { NetError } from "../net/net.ts";
import { parseDnsServer, systemDnsServers, type DnsServer } from "../net/dns-transport.ts";
import { createDnsClient } from "../probe/dns/dns-client.ts";
import { probeDns } from "../probe/dns/probe-dns.ts";
import { probeHosts } from "../probe/hosts/probe-hosts.ts";
import { homeOf, probeHttp } from "../probe/http/probe-http.ts";
import { probePages } from "../probe/pages/probe-pages.ts";
import { probePaths, sourceMapsOf, type ProbePathsOptions } from "../probe/paths/probe-paths.ts";
import { probeActionTls } from "../probe/tls/probe-action-tls.ts";
import { probeTls, type ProbeTlsOptions } from "../probe/tls/probe-tls.ts";
import type { StartTlsProtocol } from "../probe/tls/starttls/starttls.ts";
import type { UserPage } from "../probe/pages/user-pages.ts";
import { collected, step, type Plan } from "./plan.ts";

/** What the plan of one target may be told beyond its address. */
export interface PlanOptions {
  readonly pace: Pace;
  /** PEM texts of roots that are trusted beside Mozilla's. */
  readonly extraRoots: readonly string[];
  readonly now: () => Date;
  /** The dialogue that turns a plain connection into TLS. */
  readonly starttls?: StartTlsProtocol | undefined;
  /** The server name to ask for in the place of the host's. */
  readonly sni?: string | undefined;
  /** The DNS server to ask for records; the system's when null. */
  readonly resolver?: string | null;
  /** Pages that no link leads to. */
  readonly pages?: readonly UserPage[];
  /** The merchant's own list of processors. */
  readonly declaredProcessors?: readonly string[];
  /** Also the deep tier of exposed paths. */
  readonly deepPaths?: boolean;
  /** The ports to try on the hosts; the table's when absent. */
  readonly ports?: readonly number[] | undefined;
  /** Path probes of the user's own. */
  readonly extraProbes?: NonNullable<ProbePathsOptions["extraProbes"]>;
}

/** The probes of a scan in plan order: dns, then tls beside http, then pages, paths, actionTls and hosts. */
export function defaultPlan(options: PlanOptions): Plan {
  return [
    step({
      section: "dns",
      after: [],
      skip: ({ target }) => (target.domain === null ? "not-applicable" : null),
      run: ({ net, target, hosts, progress, signal }) =>
        probeDns({
          net,
          client: createDnsClient({ servers: resolversOf(options.resolver ?? null), signal }),
          resolver: options.resolver ?? "system",
          domain: required(target.domain ?? undefined, "the domain"),
          hosts,
          progress,
          signal,
        }),
    }),
    step({
      section: "tls",
      after: ["dns"],
      skip: () => null,
      run: ({ net, target, hosts, authorised, progress, signal }) =>
        probeTls({ ...tlsOptions(options, authorised), net, target, hosts, progress, signal }),
    }),
    step({
      section: "http",
      after: ["dns"],
      skip: () => null,
      run: ({ net, target, before, progress, signal }) =>
        probeHttp({ net, target, dns: collected(before, "dns"), progress, signal }),
    }),
    step({
      section: "pages",
      after: ["http"],
      skip: () => null,
      run: ({ net, target, before, progress, signal }) =>
        probePages({
          net,
          target,
          http: collected(before, "http") ?? null,
          pages: options.pages ?? [],
          declaredProcessors: options.declaredProcessors ?? [],
          progress,
          signal,
        }),
    }),
    step({
      section: "paths",
      after: ["http", "pages"],
      skip: ({ authorised }) => (authorised === null ? "needs-authorisation" : null),
      run: ({ net, target, before, progress, signal }) => {
        const pages = collected(before, "pages");
        return probePaths({
          net,
          target,
          baseUrl: homeOf(collected(before, "http")?.origins ?? [])?.url ?? target.url,
          platform: pages?.platform?.id ?? null,
          tiers: options.deepPaths === true ? ["core", "platform", "deep"] : ["core", "platform"],
          extraProbes: options.extraProbes ?? [],
          sourceMaps: sourceMapsOf(pages?.pages ?? []),
          progress,
          signal,
        });
      },
    }),
    step({
      section: "actionTls",
      after: ["tls", "pages"],
      skip: () => null,
      run: ({ net, authorised, before, progress, signal }) =>
        probeActionTls(
          { ...tlsOptions(options, authorised), net, progress, signal },
          collected(before, "pages")?.pages ?? [],
          collected(before, "tls")?.endpoints ?? [],
        ),
    }),
    step({
      section: "hosts",
      after: ["dns", "http", "tls", "paths"],
      skip: ({ authorised }) => (authorised === null ? "needs-authorisation" : null),
      run: ({ net, target, hosts, before, progress, signal }) =>
        probeHosts({
          net,
          target,
          hosts,
          http: collected(before, "http"),
          dns: collected(before, "dns"),
          pace: options.pace,
          extraRoots: options.extraRoots,
          now: options.now,
          ports: options.ports,
          progress,
          signal,
        }),
    }),
  ];
}

function tlsOptions(
  { pace, extraRoots, now, starttls, sni }: PlanOptions,
  authorised: Authorisation | null,
): Pick<ProbeTlsOptions, "pace" | "extraRoots" | "now" | "starttls" | "sni" | "authorised"> {
  return { pace, extraRoots, now, starttls, sni, authorised: authorised !== null };
}

function resolversOf(resolver: string | null): readonly DnsServer[] {
  return resolver === null ? systemDnsServers() : [parseDnsServer(resolver)];
}

/** Rejects with a coded error when a section that a step cannot do without was not collected. */
export function required<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new NetError("internal", `${what} could not be collected`);
  return value;
}
