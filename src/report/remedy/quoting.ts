/**
 * A value that goes into a configuration file. Remedies may carry text from outside (a path, a cookie name), and no such text
 * may end a string or a line and begin a directive of its own.
 */
export function singleLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** A double-quoted nginx string; "$" begins a variable there and cannot be escaped, so it is left out. */
export function nginxString(value: string): string {
  return `"${singleLine(value)
    .replaceAll("$", "")
    .replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** A double-quoted Apache string. */
export function apacheString(value: string): string {
  return `"${singleLine(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** A value of Apache's Header directive, in which "%" begins a format. */
export function apacheHeaderValue(value: string): string {
  return apacheString(value.replaceAll("%", "%%"));
}

/** A double-quoted Caddyfile string; braces begin a placeholder there and are escaped. */
export function caddyString(value: string): string {
  return `"${singleLine(value)
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll("{", String.raw`\{`)}"`;
}

/** Text as a literal inside a regular expression. */
export function regexLiteral(value: string): string {
  return singleLine(value).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** A URL path as it may stand in a configuration file: no spaces, quotes or control characters. */
export function pathText(path: string): string {
  const clean = singleLine(path).replaceAll(/[\s"'`;{}<>\\$]/g, "");
  return clean.startsWith("/") ? clean : `/${clean}`;
}

/** A host name as it may stand in a configuration file. */
export function hostText(host: string): string {
  return host.replaceAll(/[^A-Za-z0-9.:[\]*-]/g, "");
}

/** A header field name (RFC 9110 token), without anything that a configuration file could read otherwise. */
export function fieldName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9-]/g, "");
}

/** A cookie name as a regular expression that no configuration file reads otherwise: unusual characters match any. */
export function cookiePattern(name: string): string {
  return name.slice(0, 128).replaceAll(/[^A-Za-z0-9_-]/g, (character) => (character === "." ? String.raw`\.` : "."));
}
