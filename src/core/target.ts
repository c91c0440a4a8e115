import type { Target } from "./evidence/evidence.ts";
import { isIpLiteral, registrableDomain } from "./domain.ts";

export type TargetErrorCode =
  "empty" | "not-an-address" | "unknown-scheme" | "credentials" | "e-mail" | "port" | "host-name";

/** The address that the user gave cannot be scanned; the sentence says what to give instead. */
export class TargetError extends Error {
  readonly code: TargetErrorCode;

  constructor(code: TargetErrorCode, message: string) {
    super(message);
    this.name = "TargetError";
    this.code = code;
  }
}

/**
 * Reads what a user types as a target: a URL, a host, host:port, an internationalised name, an IPv4 or IPv6 literal with or
 * without brackets. Names become A-labels, a trailing dot goes, the scheme defaults to https (http for port 80).
 * Throws a `TargetError`.
 */
export function parseTarget(input: string): Target {
  const text = input.trim();
  if (text === "") throw new TargetError("empty", "no address given; try: vigie scan https://www.bakery.example");
  const shown = JSON.stringify(text.slice(0, 120));
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    throw new TargetError(
      "unknown-scheme",
      `${shown} is not a web address; give an http:// or https:// one, or a host`,
    );
  }
  if (scheme === undefined) refuseOtherForms(text, shown);

  const url = parseUrl(scheme === undefined ? withScheme(text) : text);
  if (url === null) throw badAddress(text, shown);
  if (url.username !== "" || url.password !== "") {
    throw new TargetError("credentials", "leave the user name and password out of the address; Vigie never logs in");
  }
  const host = hostOf(url);
  checkHostName(host, shown);
  if (url.port === "0") throw new TargetError("port", `${shown} names port 0; ports go from 1 to 65535`);

  url.hostname = host.includes(":") ? `[${host}]` : host;
  url.hash = "";
  const id = host.replace(/^www\.(?=[^.]+\.)/, "");
  const bracketed = id.includes(":") && url.port !== "" ? `[${id}]` : id;
  return {
    id: url.port === "" ? id : `${bracketed}:${url.port}`,
    url: url.href,
    host,
    domain: isIpLiteral(host) ? null : registrableDomain(host),
  };
}

/** The host of a URL as evidence names it: lower case, A-labels, no brackets, no trailing dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** The port of a URL, the scheme's default where none is named. */
export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

function refuseOtherForms(text: string, shown: string): void {
  // "/etc/passwd" and "C:\\page.html" would otherwise become the hosts "etc" and "c".
  if (/^\/(?!\/)|^[a-z]:\\/i.test(text)) {
    throw new TargetError("not-an-address", `${shown} is a path on this machine; give the address of a site`);
  }
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)) {
    const domain = text.slice(text.indexOf("@") + 1);
    throw new TargetError("e-mail", `${shown} is an e-mail address; give the site instead, such as ${domain}`);
  }
  const other = /^(mailto|tel|ftp|file|javascript|data|ws|wss):/i.exec(text)?.[1];
  if (other !== undefined && !/^[^/]*:\d+(?:\/|$)/.test(text)) {
    throw new TargetError(
      "unknown-scheme",
      `${shown} is not a web address; give an http:// or https:// one, or a host`,
    );
  }
  const port = /^[^/[\]:]+:(\d+)(?:[/?#]|$)/.exec(text)?.[1] ?? /\]:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
  if (port !== undefined && (port.length > 5 || Number(port) > 65_535)) {
    throw new TargetError("port", `${shown} names port ${port.slice(0, 12)}; ports go from 1 to 65535`);
  }
}

function withScheme(text: string): string {
  const rest = isBareIpv6(text) ? `[${text}]` : text;
  return /^[^/]*:80(?:[/?#]|$)/.test(rest) && !isBareIpv6(text) ? `http://${rest}` : `https://${rest}`;
}

function isBareIpv6(text: string): boolean {
  return (text.match(/:/g) ?? []).length >= 2 && /^[0-9a-f:.]+$/i.test(text);
}

function parseUrl(text: string): URL | null {
  return /[\s\p{Cc}]/u.test(text) ? null : URL.parse(text);
}

function badAddress(text: string, shown: string): TargetError {
  const port = /:(\d{6,}|[7-9]\d{4}|6(?:[6-9]\d{3}|5[6-9]\d\d|55[4-9]\d|553[6-9]))(?:[/?#]|$)/.exec(text)?.[1];
  if (port !== undefined) {
    return new TargetError("port", `${shown} names port ${port.slice(0, 12)}; ports go from 1 to 65535`);
  }
  return new TargetError(
    "not-an-address",
    `${shown} is not an address; give a URL, a host, host:port or an IP address, such as https://www.bakery.example`,
  );
}

function checkHostName(host: string, shown: string): void {
  if (host === "" || host.length > 253) {
    throw new TargetError("host-name", `${shown} has no usable host name; a name has 1 to 253 characters`);
  }
  if (isIpLiteral(host)) return;
  const label = host.split(".").find((part) => !/^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(part));
  if (label === undefined) return;
  throw new TargetError(
    "host-name",
    `${shown} has a label that no host name can have (${JSON.stringify(label.slice(0, 70))}); check the spelling`,
  );
}
