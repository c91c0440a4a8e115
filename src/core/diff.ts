import type { Evidence, SectionName, SectionValue } from "./evidence/evidence.ts";

/** One thing of the site that appeared, went or changed between two scans. */
export interface Change {
  readonly topic: "certificate" | "payment-script" | "third-party" | "header" | "form" | "tls";
  readonly kind: "added" | "removed" | "changed";
  /** What it is: a host, a header on a page, a script's address. */
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
}

/** At most this many changes a topic; a site that was rebuilt needs a new look, not a list. */
const MAXIMUM_A_TOPIC = 100;

/**
 * What changed on the site itself between two scans: certificates, TLS versions, scripts of payment pages, third parties,
 * security headers and forms. Only what both scans saw is compared: a section that one of them lacks changes nothing.
 */
export function diffEvidence(before: Evidence, after: Evidence): readonly Change[] {
  return [
    ...compare("certificate", mapOf(before, "tls", certificates), mapOf(after, "tls", certificates)),
    ...compare("tls", mapOf(before, "tls", versions), mapOf(after, "tls", versions)),
    ...compare("payment-script", mapOf(before, "pages", paymentScripts), mapOf(after, "pages", paymentScripts)),
    ...compare("third-party", mapOf(before, "pages", thirdParties), mapOf(after, "pages", thirdParties)),
    ...compare("header", mapOf(before, "pages", securityHeaders), mapOf(after, "pages", securityHeaders)),
    ...compare("form", mapOf(before, "pages", forms), mapOf(after, "pages", forms)),
  ];
}

type Facts = ReadonlyMap<string, string>;

function compare(topic: Change["topic"], before: Facts | null, after: Facts | null): readonly Change[] {
  if (before === null || after === null) return [];
  const changes: Change[] = [];
  for (const [what, to] of after) {
    const from = before.get(what);
    if (from === undefined) changes.push({ topic, kind: "added", what, ...(to === "" ? {} : { to }) });
    else if (from !== to) changes.push({ topic, kind: "changed", what, from, to });
  }
  for (const [what, from] of before) {
    if (!after.has(what)) changes.push({ topic, kind: "removed", what, ...(from === "" ? {} : { from }) });
  }
  return changes.slice(0, MAXIMUM_A_TOPIC);
}

function mapOf<Name extends SectionName>(
  evidence: Evidence,
  name: Name,
  read: (value: SectionValue<Name>) => Iterable<readonly [string, string]>,
): Facts | null {
  const section = evidence.sections[name];
  // The table of sections ties a name to its value.
  return section.state === "collected" ? new Map(read(section.value as SectionValue<Name>)) : null;
}

function certificates({ endpoints }: SectionValue<"tls">): readonly (readonly [string, string])[] {
  return endpoints.flatMap((endpoint) =>
    endpoint.certificates.map(
      ({ keyType, issuer, notAfter, sha256 }) =>
        [
          `${endpoint.host}:${endpoint.port} ${endpoint.ip} ${keyType}`,
          `${issuer}, until ${notAfter.slice(0, 10)}, ${sha256.slice(0, 16)}`,
        ] as const,
    ),
  );
}

function versions({ endpoints }: SectionValue<"tls">): readonly (readonly [string, string])[] {
  return endpoints.map(
    (endpoint) =>
      [
        `${endpoint.host}:${endpoint.port} ${endpoint.ip}`,
        `${Object.keys(endpoint.versions).toSorted().join(" ")}; groups ${endpoint.groups.join(" ")}`,
      ] as const,
  );
}

function paymentScripts({ pages }: SectionValue<"pages">): readonly (readonly [string, string])[] {
  return pages
    .filter(({ role }) => role === "checkout")
    .flatMap((page) =>
      page.scripts.map((script, index) => {
        const inlineName = `inline script ${script.sha256?.slice(0, 12) ?? index}`;
        return [`${page.role}: ${script.src ?? inlineName}`, script.sha256 ?? script.integrity ?? ""] as const;
      }),
    );
}

function thirdParties({ pages }: SectionValue<"pages">): readonly (readonly [string, string])[] {
  return pages.flatMap((page) =>
    page.thirdParties.map(
      ({ domain, processor, role }) => [domain, [processor, role].filter(Boolean).join(", ")] as const,
    ),
  );
}

const SECURITY_HEADERS = new Set([
  "strict-transport-security",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-frame-options",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "cross-origin-resource-policy",
  "cache-control",
]);

function securityHeaders({ pages }: SectionValue<"pages">): readonly (readonly [string, string])[] {
  return pages.flatMap((page) =>
    page.headers
      .filter(([name = ""]) => SECURITY_HEADERS.has(name))
      // A nonce is new on every load; its change says nothing.
      .map(
        ([name = "", value = ""]) =>
          [`${name} on ${page.role}`, value.replaceAll(/'nonce-[^']*'/g, "'nonce-…'")] as const,
      ),
  );
}

function forms({ pages }: SectionValue<"pages">): readonly (readonly [string, string])[] {
  return pages.flatMap((page) =>
    page.forms.map((form) => {
      const categories = [
        ...new Set(form.fields.flatMap(({ category }) => (category === null ? [] : [category]))),
      ].toSorted();
      const ticked = form.fields.filter(({ checked, consent }) => checked && consent.length > 0).length;
      const action = form.action === null ? "" : stripQuery(form.action);
      return [
        `${form.kind} on ${page.role}`,
        `${form.method} ${action}; ${categories.join(" ")}${ticked > 0 ? `; ${ticked} pre-ticked` : ""}`,
      ] as const;
    }),
  );
}

function stripQuery(address: string): string {
  return address.split(/[?#]/)[0] ?? address;
}
