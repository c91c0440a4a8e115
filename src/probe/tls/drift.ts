import { TLS_VERSIONS, type TlsDrift, type TlsEndpoint, type TlsVersion } from "../../core/evidence/tls.ts";

/** What can be compared in a group of endpoints. */
interface Common {
  /** The endpoint that the shorter scans are held against: the first full one. */
  readonly reference: TlsEndpoint;
  /** Versions of which every endpoint can tell whether they are spoken. */
  readonly versions: readonly TlsVersion[];
  /** Key types of which every endpoint has shown a certificate. */
  readonly keyTypes: readonly string[];
}

/** A fact of one endpoint as text; null where it cannot tell. */
type Reader = (endpoint: TlsEndpoint, common: Common) => string | null;

const FACTS: readonly (readonly [TlsDrift["what"], Reader])[] = [
  ["reachable", (endpoint) => (endpoint.state === "failed" ? (endpoint.error?.code ?? "failed") : endpoint.state)],
  ["versions", spokenVersions],
  ["suites", suites],
  ["groups", groups],
  ["certificate", certificates],
  ["alpn", (endpoint) => endpoint.features?.alpn.value?.join(" ") ?? null],
];

/**
 * What differs between the addresses of one host and port: one of four machines that still speaks TLS 1.0, a renewed certificate
 * that did not reach all of them. A short scan differs only where it saw what the full one rules out.
 */
export function driftBetween(endpoints: readonly TlsEndpoint[]): TlsDrift[] {
  const places = Map.groupBy(endpoints, ({ host, port, starttls }) => `${host} ${port} ${starttls ?? ""}`);
  return [...places.values()].flatMap((group) => driftOf(group));
}

function driftOf(group: readonly TlsEndpoint[]): TlsDrift[] {
  const speaking = group.filter((endpoint) => endpoint.state === "tls");
  const reference = speaking.find((endpoint) => endpoint.depth === "full") ?? speaking[0] ?? group[0];
  if (group.length < 2 || reference === undefined) return [];
  const common: Common = {
    reference,
    versions: TLS_VERSIONS.filter((version) =>
      speaking.every(({ offered }) => offered?.[version] !== undefined && offered[version].value !== null),
    ),
    keyTypes: keyTypesOf(reference).filter((type) => speaking.every((endpoint) => keyTypesOf(endpoint).includes(type))),
  };
  return FACTS.flatMap(([what, read]) => {
    const told = group.flatMap((endpoint) => {
      const value = what === "reachable" || endpoint.state === "tls" ? read(endpoint, common) : null;
      return value === null ? [] : [{ ip: endpoint.ip, value }];
    });
    const differ = new Set(told.map(({ value }) => value)).size > 1;
    return differ ? [{ host: reference.host, port: reference.port, what, addresses: told }] : [];
  });
}

function spokenVersions({ offered }: TlsEndpoint, { versions }: Common): string | null {
  return versions.length === 0 ? null : versions.filter((version) => offered?.[version]?.value === true).join(" ");
}

/** The suites of the versions that browsers use. Old versions come and go with the versions themselves. */
function suites(endpoint: TlsEndpoint, { reference, versions }: Common): string | null {
  const lists = versions
    .filter((version) => version === "TLSv1.2" || version === "TLSv1.3")
    .flatMap((version) => {
      const own = endpoint.versions[version]?.suites ?? [];
      const full = reference.versions[version]?.suites ?? [];
      if (own.length === 0 || full.length === 0) return [];
      // A list that was cut short would differ from any other.
      if (reference.versions[version]?.complete !== true) return [];
      if (endpoint.depth === "full" && endpoint.versions[version]?.complete !== true) return [];
      const consistent = endpoint.depth !== "full" && own.every((suite) => full.includes(suite));
      return [`${version}: ${[...(consistent ? full : own)].sort().join(" ")}`];
    });
  return lists.length === 0 ? null : lists.join("; ");
}

function groups(endpoint: TlsEndpoint, { reference }: Common): string | null {
  const own = endpoint.groups;
  if (own.length === 0 || reference.groups.length === 0 || !reference.complete) return null;
  if (endpoint.depth === "full" && !endpoint.complete) return null;
  const consistent = endpoint.depth !== "full" && own.every((group) => reference.groups.includes(group));
  return [...(consistent ? reference.groups : own)].sort().join(" ");
}

function certificates(endpoint: TlsEndpoint, { keyTypes }: Common): string | null {
  const leaves = endpoint.certificates.filter(({ keyType }) => keyTypes.includes(keyType)).map(({ sha256 }) => sha256);
  return leaves.length === 0 ? null : leaves.sort().join(" ");
}

function keyTypesOf(endpoint: TlsEndpoint): readonly string[] {
  return endpoint.certificates.map(({ keyType }) => keyType);
}
