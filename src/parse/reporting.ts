import { headerValues, type HeaderFields } from "./headers.ts";
import { parseDictionary } from "./structured-fields.ts";

/** Where an answer asks browsers to send their reports. */
export interface Reporting {
  /** Addresses by the name of their group or endpoint; relative ones are kept as sent. */
  readonly endpoints: ReadonlyMap<string, readonly string[]>;
  /** Fields that browsers cannot read and ignore. */
  readonly malformed: readonly string[];
  /** Whether any reporting field was sent. */
  readonly used: boolean;
}

/** Reads Reporting-Endpoints (Reporting API), and the older Report-To and NEL, which are lists of JSON objects. */
export function parseReporting(headers: HeaderFields): Reporting {
  const endpoints = new Map<string, readonly string[]>();
  const malformed: string[] = [];
  const named = headerValues(headers, "reporting-endpoints");
  if (named.length > 0) {
    const dictionary = parseDictionary(named.join(", "));
    if (dictionary === null) malformed.push("reporting-endpoints");
    for (const [name, member] of dictionary ?? []) {
      // An address without quotes is a token, and browsers pass over it.
      if (member.kind === "item" && member.item.type === "string") endpoints.set(name, [member.item.value]);
      else malformed.push("reporting-endpoints");
    }
  }
  const groups = headerValues(headers, "report-to");
  for (const value of groups) {
    const read = (parseObjects(value) ?? []).map((group) => readGroup(group));
    if (read.length === 0 || read.includes(null)) malformed.push("report-to");
    for (const group of read) if (group !== null) endpoints.set(group.name, group.urls);
  }
  const nel = headerValues(headers, "nel");
  if (nel.some((value) => parseObjects(value) === null)) malformed.push("nel");
  return { endpoints, malformed: [...new Set(malformed)], used: named.length + groups.length + nel.length > 0 };
}

/** A field that is JSON objects joined by commas; null when it is not. */
function parseObjects(value: string): readonly Readonly<Record<string, unknown>>[] | null {
  if (value.length > 16_384) return null;
  try {
    const parsed: unknown = JSON.parse(`[${value}]`);
    return Array.isArray(parsed) && parsed.every((item) => isObject(item)) ? parsed : null;
  } catch {
    return null;
  }
}

function readGroup(
  group: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly urls: readonly string[] } | null {
  const { group: name = "default", endpoints } = group;
  if (typeof name !== "string" || !Array.isArray(endpoints)) return null;
  const urls = endpoints
    .filter((endpoint) => isObject(endpoint))
    .flatMap(({ url }) => (typeof url === "string" ? [url] : []));
  return { name, urls: urls.slice(0, 20) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
