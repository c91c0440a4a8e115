import { parseDictionary, type Item, type Member } from "./structured-fields.ts";

/** Who may use a feature: everyone, the page itself, and further origins. An empty list turns the feature off. */
export interface Allowlist {
  readonly everyone: boolean;
  readonly self: boolean;
  readonly origins: readonly string[];
}

/**
 * Features by name. Null when the field is not a structured dictionary, for then browsers ignore it as a whole: the old
 * syntax of Feature-Policy (`camera 'none'`) is the usual reason.
 */
export function parsePermissionsPolicy(values: readonly string[]): ReadonlyMap<string, Allowlist> | null {
  const dictionary = parseDictionary(values.join(", "));
  if (dictionary === null) return null;
  return new Map([...dictionary].map(([feature, member]) => [feature, readAllowlist(member)]));
}

/** Whether the policy turns a feature off for the page itself and for everything framed in it. */
export function turnsOff(allowlist: Allowlist | undefined): boolean {
  return allowlist !== undefined && !allowlist.everyone && !allowlist.self && allowlist.origins.length === 0;
}

function readAllowlist(member: Member): Allowlist {
  const items: readonly Item[] = member.kind === "inner-list" ? member.items : [member];
  const tokens = items.flatMap(({ item }) => (item.type === "token" ? [item.value] : []));
  return {
    everyone: tokens.includes("*"),
    self: tokens.includes("self"),
    origins: items.flatMap(({ item }) => (item.type === "string" ? [item.value] : [])).slice(0, 64),
  };
}
