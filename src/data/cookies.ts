import { CONSENT_COOKIES, namedCookie, TRACKER_COOKIES } from "./processors/cookies.ts";

/** What a cookie is for; the rules for its attributes differ by it. */
export type CookieRole =
  | "session"
  | "authentication"
  | "csrf"
  | "cart"
  | "consent"
  | "analytics"
  | "infrastructure"
  | "preference"
  | "unknown";

interface NamedCookie {
  /** A name, or a beginning with a trailing `*`. */
  readonly name: string;
  readonly role: CookieRole;
  /** Whose cookie it is, for people. */
  readonly of: string;
}

export const COOKIES_DATE = "2026-11-23";

/**
 * Cookies that shop platforms, frameworks and the machines in front of them set. Source: the platforms' code and
 * documentation, November 2026. Cookies that page script must read (form keys, cart counters, XSRF-TOKEN) are csrf or cart,
 * for which HttpOnly is not asked.
 */
const NAMED: readonly NamedCookie[] = [
  // Session and login of shop platforms
  { name: "PrestaShop-*", role: "session", of: "PrestaShop" },
  { name: "wp_woocommerce_session_*", role: "session", of: "WooCommerce" },
  { name: "wordpress_logged_in_*", role: "authentication", of: "WordPress" },
  { name: "wordpress_sec_*", role: "authentication", of: "WordPress" },
  { name: "wp-postpass_*", role: "authentication", of: "WordPress" },
  { name: "frontend", role: "session", of: "Magento 1" },
  { name: "frontend_cid", role: "session", of: "Magento 1" },
  { name: "adminhtml", role: "authentication", of: "Magento 1" },
  { name: "admin", role: "authentication", of: "Magento 2" },
  { name: "persistent_shopping_cart", role: "authentication", of: "Magento 2" },
  { name: "OCSESSID", role: "session", of: "OpenCart" },
  { name: "osCsid", role: "session", of: "osCommerce" },
  { name: "zenid", role: "session", of: "Zen Cart" },
  { name: "session-*", role: "session", of: "Shopware" },
  { name: "sw-context-token", role: "authentication", of: "Shopware 6" },
  { name: "bagisto_session", role: "session", of: "Bagisto" },
  { name: "SESS*", role: "session", of: "Drupal" },
  { name: "SSESS*", role: "session", of: "Drupal" },
  { name: "session_id", role: "session", of: "Odoo" },
  { name: "dwsid", role: "session", of: "Salesforce Commerce Cloud" },
  { name: "sid", role: "session", of: "OXID" },
  { name: "admin_sid", role: "authentication", of: "OXID" },
  { name: "JTLSHOP", role: "session", of: "JTL-Shop" },
  { name: "XTCsid", role: "session", of: "xt:Commerce" },
  { name: ".Nop.Customer", role: "session", of: "nopCommerce" },
  { name: ".Nop.Authentication", role: "authentication", of: "nopCommerce" },
  { name: "_shopify_essential", role: "session", of: "Shopify" },
  { name: "_secure_session_id", role: "session", of: "Shopify" },
  { name: "_secure_customer_sig", role: "authentication", of: "Shopify" },
  { name: "customer_account_locale", role: "preference", of: "Shopify" },
  { name: "SHOP_SESSION_TOKEN", role: "session", of: "BigCommerce" },
  { name: "SHOP_TOKEN", role: "authentication", of: "BigCommerce" },
  { name: "crumb", role: "csrf", of: "Squarespace" },
  { name: "svSession", role: "session", of: "Wix" },
  { name: "hs", role: "session", of: "Wix" },
  { name: "VtexIdclientAutCookie*", role: "authentication", of: "VTEX" },
  // Frameworks
  { name: "PHPSESSID", role: "session", of: "PHP" },
  { name: "JSESSIONID", role: "session", of: "Java" },
  { name: "ASP.NET_SessionId", role: "session", of: "ASP.NET" },
  { name: ".ASPXAUTH", role: "authentication", of: "ASP.NET" },
  { name: ".AspNetCore.Session", role: "session", of: "ASP.NET Core" },
  { name: ".AspNetCore.Identity.*", role: "authentication", of: "ASP.NET Core" },
  { name: ".AspNetCore.Cookies", role: "authentication", of: "ASP.NET Core" },
  { name: ".AspNetCore.Antiforgery.*", role: "csrf", of: "ASP.NET Core" },
  { name: "__RequestVerificationToken*", role: "csrf", of: "ASP.NET" },
  { name: "connect.sid", role: "session", of: "Express" },
  { name: "laravel_session", role: "session", of: "Laravel" },
  { name: "remember_web_*", role: "authentication", of: "Laravel" },
  { name: "REMEMBERME", role: "authentication", of: "Symfony" },
  { name: "sessionid", role: "session", of: "Django" },
  { name: "csrftoken", role: "csrf", of: "Django" },
  { name: "XSRF-TOKEN", role: "csrf", of: "Angular, Laravel" },
  { name: "_csrf", role: "csrf", of: "Express" },
  { name: "CFID", role: "session", of: "ColdFusion" },
  { name: "CFTOKEN", role: "session", of: "ColdFusion" },
  { name: "rack.session", role: "session", of: "Ruby" },
  { name: "next-auth.session-token", role: "authentication", of: "NextAuth" },
  { name: "next-auth.csrf-token", role: "csrf", of: "NextAuth" },
  // Form keys and carts of shop platforms
  { name: "form_key", role: "csrf", of: "Magento" },
  { name: "__csrf_token-*", role: "csrf", of: "Shopware 5" },
  { name: "csrf[*", role: "csrf", of: "Shopware 6" },
  { name: "woocommerce_cart_hash", role: "cart", of: "WooCommerce" },
  { name: "woocommerce_items_in_cart", role: "cart", of: "WooCommerce" },
  { name: "woocommerce_recently_viewed", role: "preference", of: "WooCommerce" },
  { name: "cart", role: "cart", of: "Shopify" },
  { name: "cart_*", role: "cart", of: "Shopify" },
  { name: "mage-cache-*", role: "preference", of: "Magento 2" },
  { name: "mage-messages", role: "preference", of: "Magento 2" },
  { name: "mage-translation-*", role: "preference", of: "Magento 2" },
  { name: "X-Magento-Vary", role: "preference", of: "Magento 2" },
  { name: "section_data_ids", role: "preference", of: "Magento 2" },
  { name: "private_content_version", role: "preference", of: "Magento 2" },
  { name: "language", role: "preference", of: "OpenCart" },
  { name: "currency", role: "preference", of: "OpenCart" },
  { name: "localization", role: "preference", of: "Shopify" },
  { name: "wp-wpml_current_language", role: "preference", of: "WPML" },
  { name: "pll_language", role: "preference", of: "Polylang" },
  // Machines in front of the shop: the merchant does not set these and cannot change them
  { name: "AWSALB*", role: "infrastructure", of: "AWS load balancer" },
  { name: "__cf_bm", role: "infrastructure", of: "Cloudflare" },
  { name: "cf_clearance", role: "infrastructure", of: "Cloudflare" },
  { name: "__cflb", role: "infrastructure", of: "Cloudflare" },
  { name: "_cfuvid", role: "infrastructure", of: "Cloudflare" },
  { name: "datadome", role: "infrastructure", of: "DataDome" },
  { name: "_abck", role: "infrastructure", of: "Akamai" },
  { name: "ak_bmsc", role: "infrastructure", of: "Akamai" },
  { name: "bm_*", role: "infrastructure", of: "Akamai" },
  { name: "incap_ses_*", role: "infrastructure", of: "Imperva" },
  { name: "visid_incap_*", role: "infrastructure", of: "Imperva" },
  { name: "nlbi_*", role: "infrastructure", of: "Imperva" },
  { name: "BIGipServer*", role: "infrastructure", of: "F5 BIG-IP" },
  { name: "TS01*", role: "infrastructure", of: "F5 BIG-IP" },
  { name: "SERVERID*", role: "infrastructure", of: "HAProxy" },
  { name: "ARRAffinity*", role: "infrastructure", of: "Azure" },
  { name: "ROUTEID", role: "infrastructure", of: "Apache" },
  { name: "mediaplan*", role: "infrastructure", of: "OVHcloud" },
  { name: "heroku-session-affinity", role: "infrastructure", of: "Heroku" },
];

/** Names outside the table that say what they are. Bounded and anchored at separators. */
const SPEAKING: readonly (readonly [CookieRole, RegExp])[] = [
  ["csrf", /csrf|xsrf|anti-?forgery/i],
  ["consent", /(?:^|[_.-])(?:cookie[_-]?)?consent|gdpr|rgpd/i],
  [
    "authentication",
    /(?:^|[_.-])(?:auth|jwt|access[_-]?token|id[_-]?token|remember(?:[_-]?me)?|logged[_-]?in|login)(?:$|[_.-])/i,
  ],
  ["session", /(?:^|[_.-])(?:sess(?:ion)?|sid)(?:[_.-]?id)?(?:$|[_.-])|sess(?:ion)?[_-]?id/i],
  ["cart", /(?:^|[_.-])(?:cart|basket|panier)(?:$|[_.-])/i],
];

/** A cookie's role by its name, whatever prefix it carries; `sure` when the table names it. */
export function cookieRole(name: string): {
  readonly role: CookieRole;
  readonly of: string | null;
  readonly sure: boolean;
} {
  const bare = name.replace(/^__(?:Host|Secure|Http|Host-Http)-/i, "");
  const named = NAMED.find((entry) => namedCookie(bare, [entry.name]) || namedCookie(name, [entry.name]));
  if (named !== undefined) return { role: named.role, of: named.of, sure: true };
  if (namedCookie(bare, CONSENT_COOKIES)) return { role: "consent", of: null, sure: true };
  if (namedCookie(bare, TRACKER_COOKIES)) return { role: "analytics", of: null, sure: true };
  const speaking = SPEAKING.find(([, pattern]) => pattern.test(bare.slice(0, 128)));
  return { role: speaking?.[0] ?? "unknown", of: null, sure: false };
}
