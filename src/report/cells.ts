/** Formula injection: OWASP's list of first characters, with their full-width forms. */
const RUNS = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A CSV cell (RFC 4180) that no spreadsheet runs as a formula: what would begins with an apostrophe. */
export function csvCell(text: string): string {
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV lines (RFC 4180, CRLF) of a header and its rows. */
export function csvLines(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((text) => csvCell(text)).join(",")}\r\n`).join("");
}
