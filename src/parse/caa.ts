/** One CAA property (RFC 8659, 4.1). */
export interface CaaProperty {
  readonly critical: boolean;
  readonly tag: string;
  /** The issuer's domain for issue and issuewild, without its parameters; empty forbids every issuer. */
  readonly issuer: string;
  readonly value: string;
}

/** Reads the data of a CAA record as the evidence holds it: `0 issue "letsencrypt.org"`. Null where it is none. */
export function parseCaa(data: string): CaaProperty | null {
  const [, flags, tag = "", quoted] = /^(\d{1,3}) ([a-z0-9]{1,15}) (".*")$/.exec(data) ?? [];
  if (flags === undefined || quoted === undefined) return null;
  const value = unquote(quoted);
  return {
    critical: (Number(flags) & 128) !== 0,
    tag,
    issuer: (value.split(";", 1)[0] ?? "").trim().toLowerCase(),
    value,
  };
}

/** Where CAA records are looked for: the name itself, then each parent up to the registrable domain (RFC 8659, 3). */
export function caaNames(host: string, domain: string): readonly string[] {
  const names: string[] = [];
  for (let name = host; name !== domain && name.endsWith(`.${domain}`) && names.length < 10;) {
    names.push(name);
    name = name.slice(name.indexOf(".") + 1);
  }
  return [...names, domain];
}

function unquote(quoted: string): string {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" ? value : "";
  } catch {
    return quoted.slice(1, -1);
  }
}
