/** The names of a certificate that a host is compared with. */
export interface CertificateNames {
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
}

/**
 * Whether a certificate is for this host by RFC 9525: subject alternative names only (the common name counts for nothing since
 * 2017), an IP literal by its exact octets, and a wildcard only as the whole left-most label, for exactly one label.
 */
export function matchesHost(names: CertificateNames, host: string): boolean {
  const wanted = host
    .replace(/^\[|\]$/g, "")
    .toLowerCase()
    .replace(/\.$/, "");
  if (wanted === "") return false;
  if (isIpLiteral(wanted)) return names.ipAddresses.includes(wanted);
  return names.dnsNames.some((name) => matchesName(name.toLowerCase().replace(/\.$/, ""), wanted));
}

/** Whether any name is a wildcard. */
export function hasWildcard(names: CertificateNames): boolean {
  return names.dnsNames.some((name) => name.startsWith("*."));
}

function matchesName(name: string, host: string): boolean {
  if (!name.startsWith("*.")) return name === host;
  const suffix = name.slice(1);
  // Browsers and Node refuse a wildcard directly under a top-level domain; RFC 9525 section 6.3 leaves it to them.
  if (suffix.indexOf(".", 1) === -1 || suffix.includes("*")) return false;
  const label = host.slice(0, -suffix.length);
  return host.endsWith(suffix) && label !== "" && !label.includes(".");
}

function isIpLiteral(host: string): boolean {
  return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
