import type { CheckContext } from "../../src/core/check.ts";
import type { TlsEndpoint, TlsValue, TlsVersion } from "../../src/core/evidence/tls.ts";
import { notApplicable, notAssessed, type Verdict } from "../../src/core/verdict.ts";

/** One endpoint of the site's own web service, with the name that verdicts give it. */
export interface WebEndpoint {
  readonly endpoint: TlsEndpoint;
  /** The host, with its port where that is neither 443 nor the one of the target. */
  readonly subject: string;
  /** The first endpoint of the target host: what is not known of it is said; of the others only what was seen is. */
  readonly primary: boolean;
}

/** The endpoints of the target and of its twin (www or apex); mail and other services have checks of their own. */
export function webEndpoints(tls: TlsValue, context: CheckContext): readonly WebEndpoint[] {
  const web = tls.endpoints.filter(({ purpose }) => purpose === "target" || purpose === "twin");
  const first = web.find(({ purpose, state }) => purpose === "target" && state === "tls");
  const primary = first ?? web.find(({ purpose }) => purpose === "target") ?? web[0];
  return web.map((endpoint) => ({
    endpoint,
    subject: subjectOf(endpoint, context),
    primary: endpoint === primary,
  }));
}

/**
 * Judges every web endpoint that speaks TLS. A service without TLS is a finding of `tls/protocols` and of no other check, and an
 * address that does not answer while another one does is one of `tls/node-drift`. What could not be seen counts for the primary
 * endpoint only: the further addresses and the twin are compared with a few handshakes, on purpose.
 */
export function judgeEndpoints<Code extends string>(
  tls: TlsValue,
  context: CheckContext,
  judge: (endpoint: TlsEndpoint, subject: string) => readonly Verdict<Code>[],
): readonly Verdict<Code>[] {
  const repeats = repeatFilter<Code>();
  const verdicts = webEndpoints(tls, context).flatMap(({ endpoint, subject, primary }): readonly Verdict<Code>[] => {
    if (endpoint.state === "plain") return primary ? [notApplicable("no-tls", subject)] : [];
    if (endpoint.state === "failed") {
      return primary ? [notAssessed(endpoint.error?.code ?? "no-answer", subject)] : [];
    }
    const verdicts = judge(endpoint, subject);
    const certain =
      primary || endpoint.depth === "full"
        ? verdicts
        : verdicts.filter(({ status }) => status === "fail" || status === "pass");
    return certain.filter((verdict) => repeats(`${endpoint.ip} ${endpoint.port}`, verdict));
  });
  return verdicts.length === 0 ? [notAssessed("no-target")] : verdicts;
}

/**
 * Makes a filter that lets a fault through once: what the www twin shows on the same server, or with the same certificate, is the
 * same fault with the same remedy, and a second finding would only lengthen the report. `place` is what they have in common.
 */
export function repeatFilter<Code extends string>(): (place: string, verdict: Verdict<Code>) => boolean {
  const told = new Set<string>();
  return (place, verdict) => {
    if (verdict.status !== "fail") return true;
    const fault = JSON.stringify([place, verdict.code, verdict.observed]);
    if (told.has(fault)) return false;
    told.add(fault);
    return true;
  };
}

/** The name of an endpoint in verdicts: stable from scan to scan, whichever address answered. */
export function subjectOf(endpoint: TlsEndpoint, { target }: CheckContext): string {
  const url = new URL(target.url);
  const requested = url.port === "" ? 443 : Number(url.port);
  if (endpoint.port === 443 || endpoint.port === requested) return endpoint.host;
  return endpoint.host.includes(":") ? `[${endpoint.host}]:${endpoint.port}` : `${endpoint.host}:${endpoint.port}`;
}

/** Whether a version is spoken; `unknown` where nothing that was asked tells. */
export function versionState(endpoint: TlsEndpoint, version: TlsVersion): "yes" | "no" | "unknown" {
  if (endpoint.versions[version] !== undefined) return "yes";
  const offered = endpoint.offered?.[version];
  if (offered === undefined) return endpoint.complete && endpoint.offered === undefined ? "no" : "unknown";
  if (offered.value === null || offered.known === "incomplete" || offered.known === "not-tested") return "unknown";
  return offered.value ? "yes" : "no";
}

const OLDEST_FIRST: readonly TlsVersion[] = ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** The versions that are spoken, oldest first. */
export function spokenVersions(endpoint: TlsEndpoint): readonly TlsVersion[] {
  return OLDEST_FIRST.filter((version) => versionState(endpoint, version) === "yes");
}

/** Versions with a key exchange and a cipher of their own in each suite: SSL 3.0 to TLS 1.2. */
const CLASSIC: readonly TlsVersion[] = ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2"];

/** Whether anything older than TLS 1.3 is spoken: `no` only where every older version is known to be refused. */
export function classicState(endpoint: TlsEndpoint): "yes" | "no" | "unknown" {
  const states = CLASSIC.map((version) => versionState(endpoint, version));
  if (states.includes("yes")) return "yes";
  return states.includes("unknown") ? "unknown" : "no";
}

/** The names of the suites that SSL 3.0 to TLS 1.2 accept, each once. */
export function classicSuites(endpoint: TlsEndpoint): readonly string[] {
  return [...new Set(CLASSIC.flatMap((version) => endpoint.versions[version]?.suites ?? []))];
}

/**
 * Why the list of suites cannot be called complete; null where it can. A list that ended early, or that left the rarer suites
 * out for want of authorisation, proves what it holds and nothing about the rest.
 */
export function suitesGap(endpoint: TlsEndpoint): string | null {
  const gap = endpoint.leftOut?.find(({ what }) => what === "exotic-suites" || what === "legacy-versions");
  if (gap !== undefined) return gap.reason === "needs-authorisation" ? gap.reason : "incomplete";
  const partial = OLDEST_FIRST.some((version) => endpoint.versions[version]?.complete === false);
  return partial || !endpoint.complete ? gapReason(endpoint) : null;
}

/** Why a version could not be told, as a reason code. */
export function gapReason(endpoint: TlsEndpoint, what?: string): string {
  const gap = endpoint.leftOut?.find((entry) => entry.what === what) ?? endpoint.leftOut?.[0];
  if (gap?.reason === "needs-authorisation") return gap.reason;
  return endpoint.incompleteReason === undefined ? "not-tested" : "incomplete";
}

/** Version names as people write them: "TLS 1.2". */
export function versionLabels(versions: readonly TlsVersion[]): readonly string[] {
  return versions.map((version) =>
    version.startsWith("TLSv") ? `TLS ${version.slice(4)}` : `SSL ${version.slice(4)}.0`,
  );
}
