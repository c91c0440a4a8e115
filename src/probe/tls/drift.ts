import type { TlsDrift, TlsEndpoint } from "../../core/evidence/tls.ts";

type What = TlsDrift["what"];

/** The facts that are compared, as text; null where this endpoint cannot tell. */
const FACTS: readonly (readonly [What, (endpoint: TlsEndpoint, brief: boolean) => string | null])[] = [
  ["reachable", (endpoint) => (endpoint.state === "failed" ? (endpoint.error?.code ?? "failed") : endpoint.state)],
  ["versions", (endpoint) => (endpoint.state === "tls" ? spokenVersions(endpoint) : null)],
  ["suites", (endpoint, brief) => (endpoint.state === "tls" ? suites(endpoint, brief) : null)],
  ["groups", (endpoint, brief) => groups(endpoint, brief)],
  ["certificate", (endpoint) => leaves(endpoint)],
  ["alpn", (endpoint) => endpoint.features?.alpn.value?.join(" ") ?? null],
];

/**
 * What differs between the addresses of one host and port: one of four machines that still speaks TLS 1.0, a renewed certificate
 * that did not reach all of them. Full scans are compared with each other in full, shorter ones by what they have seen.
 */
export function driftBetween(endpoints: readonly TlsEndpoint[]): TlsDrift[] {
  const places = Map.groupBy(endpoints, ({ host, port, starttls }) => `${host} ${port} ${starttls ?? ""}`);
  return [...places.values()].flatMap((group) => (group.length < 2 ? [] : driftOf(group)));
}

function driftOf(group: readonly TlsEndpoint[]): TlsDrift[] {
  const [first] = group;
  if (first === undefined) return [];
  const full = group.filter((endpoint) => endpoint.depth === "full" && endpoint.complete);
  return FACTS.flatMap(([what, read]) => {
    const addresses = differing(full, (one) => read(one, false)) ?? differing(group, (one) => read(one, true));
    return addresses === null ? [] : [{ host: first.host, port: first.port, what, addresses }];
  });
}

function differing(
  group: readonly TlsEndpoint[],
  read: (endpoint: TlsEndpoint) => string | null,
): TlsDrift["addresses"] | null {
  const told = group.flatMap((endpoint) => {
    const value = read(endpoint);
    return value === null ? [] : [{ ip: endpoint.ip, value }];
  });
  return new Set(told.map(({ value }) => value)).size > 1 ? told : null;
}

/** SSL 2.0 is asked for with authorisation only, and not in a comparison. */
function spokenVersions(endpoint: TlsEndpoint): string | null {
  if (endpoint.depth === "handshake") return null;
  return Object.keys(endpoint.versions)
    .filter((version) => version !== "SSLv2")
    .sort()
    .join(" ");
}

function suites(endpoint: TlsEndpoint, brief: boolean): string | null {
  const lists = (["TLSv1.2", "TLSv1.3"] as const).flatMap((version) => {
    const list = endpoint.versions[version]?.suites ?? [];
    return list.length === 0 ? [] : [`${version}: ${brief ? list[0] : [...list].sort().join(" ")}`];
  });
  return lists.length === 0 ? null : lists.join("; ");
}

function groups(endpoint: TlsEndpoint, brief: boolean): string | null {
  if (endpoint.groups.length === 0) return null;
  // A comparison sees the one group that was chosen in TLS 1.3, which is the first of a full list.
  return brief ? (endpoint.groups[0] ?? null) : [...endpoint.groups].sort().join(" ");
}

/** A comparison may have seen one certificate of two: the leaves of the same key type are compared. */
function leaves(endpoint: TlsEndpoint): string | null {
  const rsa = endpoint.certificates.filter((certificate) => certificate.keyType === "rsa");
  const same = rsa.length > 0 ? rsa : endpoint.certificates;
  return same.length === 0 ? null : same.map((certificate) => certificate.sha256).join(" ");
}
