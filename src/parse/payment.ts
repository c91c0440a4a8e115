import type { SectionValue } from "../core/evidence/evidence.ts";
import type { Page } from "./site-answers.ts";

/** Hosts of wallets that a page loads its button from; payment providers proper carry the role in the evidence. */
const WALLET_HOSTS: readonly string[] = ["pay.google.com", "applepay.cdn-apple.com", "static-eu.payments-amazon.com"];

/** Roles under which the catalogue of processors lists those who take payments. */
function isPaymentRole(role: string | undefined): boolean {
  return role === "payment" || role === "payment_instalments" || role === "payment_bank";
}

/** Hosts of payment providers and wallets that a page speaks to, sorted. */
export function paymentHosts(page: Page): readonly string[] {
  const hosts = page.thirdParties
    .filter(({ role, host }) => isPaymentRole(role) || WALLET_HOSTS.includes(host))
    .map(({ host }) => host);
  return [...new Set(hosts)].toSorted();
}

/** The same over every page that was read: what advice for the whole site must not break. */
export function sitePaymentHosts(pages: SectionValue<"pages"> | undefined): readonly string[] {
  return [...new Set((pages?.pages ?? []).flatMap((page) => paymentHosts(page)))].toSorted();
}

/** Whether a page speaks to a provider of cards or wallets, whose buttons use the browser's Payment Request. */
export function usesPaymentRequest(page: Page): boolean {
  return page.thirdParties.some(({ role, host }) => role === "payment" || WALLET_HOSTS.includes(host));
}

const TYPED_IN_ROLES: ReadonlySet<string> = new Set(["login", "account", "checkout"]);

/**
 * Whether customers type passwords or bank details here, or pay: by the page's role, by what its forms ask for, or by a
 * payment provider that serves a frame or a script on it and whose fields are on the page.
 */
export function isPaymentOrLoginPage(page: Page): boolean {
  if (TYPED_IN_ROLES.has(page.role)) return true;
  return page.forms.some(({ fields }) => fields.some(({ type }) => type === "password")) || asksBankDetails(page);
}

/** Registrable domains of the payment providers that the pages speak to, sorted. */
export function paymentDomains(pages: readonly Page[]): readonly string[] {
  const found = pages.flatMap((page) => {
    const hosts = new Set(paymentHosts(page));
    return page.thirdParties.filter(({ host }) => hosts.has(host)).map(({ domain }) => domain);
  });
  return [...new Set(found)].filter((domain) => /^[a-z0-9.-]+$/.test(domain)).toSorted();
}

/** Whether a form of the page asks for bank or card details itself, and not in the provider's frame. */
export function asksBankDetails(page: Page): boolean {
  return page.forms.some(({ fields }) => fields.some(({ category }) => /^(?:bank|payment)\./.test(category ?? "")));
}
