import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { collectPolicies } from "../../src/parse/csp.ts";
import { headerValue } from "../../src/parse/headers.ts";
import { parseHsts } from "../../src/parse/hsts.ts";

/**
 * What keeps a browser from sending an http address in clear all the same: the page's policy `upgrade-insecure-requests`,
 * which covers form submissions (CSP Upgrade Insecure Requests, 3.4), or HSTS of the host that is posted to. Null for none.
 */
export function upgradeReason(page: Page, action: string, http: SectionValue<"http"> | undefined): string | null {
  const { enforced } = collectPolicies(page.headers, page.metaPolicies);
  if (enforced.some(({ directives }) => directives.has("upgrade-insecure-requests")))
    return "upgrade-insecure-requests";
  const host = URL.parse(action)?.hostname ?? "";
  return keepsHttps(host, page, http) ? "hsts" : null;
}

/** Whether a host that was seen sends HSTS for itself, or a parent of it for its sub-domains. */
function keepsHttps(host: string, page: Page, http: SectionValue<"http"> | undefined): boolean {
  const answers = [...(http?.origins ?? []).flatMap(({ chain }) => chain), page];
  return answers.some(({ url, headers }) => {
    const from = URL.parse(url);
    const value = headerValue(headers, "strict-transport-security");
    if (from?.protocol !== "https:" || value === null) return false;
    const { maxAge, includeSubDomains, problems } = parseHsts(value);
    if (maxAge === null || maxAge === 0 || problems.length > 0) return false;
    return from.hostname === host || (includeSubDomains && host.endsWith(`.${from.hostname}`));
  });
}
