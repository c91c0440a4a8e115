import type { PageRole } from "../core/evidence/pages.ts";

/** One sign of a platform. Two weak signs, or one strong sign, name it. */
export type PlatformSign = {
  /** 2: only this platform has it. 1: others may copy it. */
  readonly weight: 1 | 2;
  /** What the report says was seen. */
  readonly says: string;
} & (
  | { readonly in: "html" | "generator" | "script-path"; readonly match: RegExp }
  | { readonly in: "header"; readonly name: string; readonly match: RegExp }
  | { readonly in: "cookie"; readonly match: RegExp }
);

/** Where a platform tells its version; the first group is the version. */
export type VersionSign =
  | { readonly in: "html" | "generator"; readonly match: RegExp }
  | { readonly in: "header"; readonly name: string; readonly match: RegExp };

export interface Platform {
  readonly id: string;
  readonly name: string;
  /** Hosted platforms own the server: what a remedy may change differs. */
  readonly hosted: boolean;
  readonly signs: readonly PlatformSign[];
  readonly version?: readonly VersionSign[];
  /** Usual addresses of role pages, tried where no link leads there. */
  readonly paths: Partial<Readonly<Record<PageRole, readonly string[]>>>;
}

export const PLATFORMS_DATE = "2026-11-23";

/**
 * Shop platforms by what their pages show. The order matters where one is built on another: WooCommerce before WordPress,
 * Drupal Commerce before Drupal. Patterns are literals and bounded classes: none can backtrack.
 */
export const PLATFORMS: readonly Platform[] = [
  {
    id: "woocommerce",
    name: "WooCommerce",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /\bWooCommerce\b/i, says: "generator meta" },
      { weight: 2, in: "script-path", match: /\/wp-content\/plugins\/woocommerce\//i, says: "plugin files" },
      { weight: 2, in: "html", match: /\b(wc_add_to_cart_params|woocommerce_params|wc-block-)/, says: "script data" },
      { weight: 2, in: "cookie", match: /^(wp_woocommerce_session_|woocommerce_)/, says: "cookie" },
      { weight: 1, in: "html", match: /class="[^"]{0,300}\bwoocommerce\b/, says: "class names" },
    ],
    version: [{ in: "generator", match: /WooCommerce (\d[\d.]{0,12})/i }],
    paths: {
      login: ["/my-account/", "/mon-compte/"],
      account: ["/my-account/", "/mon-compte/"],
      cart: ["/cart/", "/panier/"],
      checkout: ["/checkout/", "/commander/", "/validation-de-la-commande/"],
      contact: ["/contact/"],
      privacy: ["/politique-de-confidentialite/", "/privacy-policy/"],
      legal: ["/mentions-legales/"],
      terms: ["/conditions-generales-de-vente/", "/cgv/"],
    },
  },
  {
    id: "prestashop",
    name: "PrestaShop",
    hosted: false,
    signs: [
      { weight: 2, in: "html", match: /\bvar prestashop ?=/, says: "script data" },
      { weight: 2, in: "script-path", match: /\/modules\/(ps_|blockcart|psgdpr)/i, says: "module files" },
      { weight: 2, in: "cookie", match: /^PrestaShop-/, says: "cookie" },
      { weight: 2, in: "header", name: "powered-by", match: /prestashop/i, says: "Powered-By header" },
      { weight: 2, in: "generator", match: /PrestaShop/i, says: "generator meta" },
      { weight: 1, in: "html", match: /\bid_product_attribute\b/, says: "product attributes" },
    ],
    version: [
      { in: "generator", match: /PrestaShop (\d[\d.]{0,12})/i },
      { in: "html", match: /"ps_version":"(\d[\d.]{0,12})"/ },
    ],
    paths: {
      login: ["/connexion", "/login", "/index.php?controller=authentication"],
      account: ["/mon-compte", "/my-account"],
      cart: ["/panier?action=show", "/cart?action=show"],
      checkout: ["/commande", "/order"],
      contact: ["/nous-contacter", "/contact-us"],
      legal: ["/content/2-mentions-legales"],
      terms: ["/content/3-conditions-utilisation", "/content/3-terms-and-conditions-of-use"],
    },
  },
  {
    id: "magento-2",
    name: "Magento 2 / Adobe Commerce",
    hosted: false,
    signs: [
      { weight: 2, in: "html", match: /type="text\/x-magento-init"/, says: "script data" },
      { weight: 2, in: "script-path", match: /\/static\/version\d{6,14}\//, says: "static files" },
      { weight: 2, in: "cookie", match: /^(X-Magento-Vary|mage-cache-|mage-messages)/i, says: "cookie" },
      { weight: 2, in: "header", name: "x-magento-tags", match: /./, says: "X-Magento header" },
      { weight: 1, in: "html", match: /\bdata-mage-init=/, says: "page attributes" },
    ],
    paths: {
      login: ["/customer/account/login/"],
      account: ["/customer/account/create/"],
      cart: ["/checkout/cart/"],
      checkout: ["/checkout/"],
      contact: ["/contact/"],
      privacy: ["/privacy-policy-cookie-restriction-mode"],
    },
  },
  {
    id: "magento-1",
    name: "Magento 1 / OpenMage",
    hosted: false,
    signs: [
      { weight: 2, in: "html", match: /\bMage\.Cookies\b|\bnew VarienForm\(/, says: "script data" },
      { weight: 2, in: "script-path", match: /\/skin\/frontend\//, says: "skin files" },
      { weight: 1, in: "cookie", match: /^frontend(_cid)?$/, says: "cookie" },
    ],
    paths: {
      login: ["/customer/account/login/"],
      account: ["/customer/account/create/"],
      cart: ["/checkout/cart/"],
      checkout: ["/checkout/onepage/"],
      contact: ["/contacts/"],
    },
  },
  {
    id: "shopify",
    name: "Shopify",
    hosted: true,
    signs: [
      { weight: 2, in: "header", name: "x-shopid", match: /^\d/, says: "X-ShopId header" },
      { weight: 2, in: "header", name: "powered-by", match: /shopify/i, says: "Powered-By header" },
      { weight: 2, in: "html", match: /\bShopify\.(theme|shop|routes)\b/, says: "script data" },
      { weight: 1, in: "script-path", match: /cdn\.shopify\.com\/|\/cdn\/shop\//, says: "script host" },
      { weight: 2, in: "cookie", match: /^_shopify_/, says: "cookie" },
    ],
    paths: {
      login: ["/account/login"],
      account: ["/account/register"],
      cart: ["/cart"],
      contact: ["/pages/contact"],
      privacy: ["/policies/privacy-policy"],
      legal: ["/policies/legal-notice"],
      terms: ["/policies/terms-of-sale", "/policies/terms-of-service"],
    },
  },
  {
    id: "shopware-6",
    name: "Shopware 6",
    hosted: false,
    signs: [
      {
        weight: 2,
        in: "script-path",
        match: /\/bundles\/storefront\/|\/theme\/[0-9a-f]{32}\/js\//,
        says: "theme files",
      },
      { weight: 2, in: "header", name: "sw-context-token", match: /./, says: "sw-context-token header" },
      { weight: 2, in: "header", name: "sw-version-id", match: /./, says: "sw-version-id header" },
      { weight: 1, in: "html", match: /\bwindow\.features ?=/, says: "script data" },
      { weight: 1, in: "cookie", match: /^(sw-|session-$)/, says: "cookie" },
    ],
    paths: {
      login: ["/account/login"],
      account: ["/account/register"],
      cart: ["/checkout/cart"],
      checkout: ["/checkout/register", "/checkout/confirm"],
    },
  },
  {
    id: "shopware-5",
    name: "Shopware 5",
    hosted: false,
    signs: [
      { weight: 2, in: "script-path", match: /\/web\/cache\/\d{10}_/, says: "cache files" },
      { weight: 1, in: "cookie", match: /^session-\d{1,3}$/, says: "cookie" },
      { weight: 1, in: "generator", match: /Shopware/i, says: "generator meta" },
      { weight: 1, in: "html", match: /\bShopware 5\b|data-shopware/i, says: "page attributes" },
    ],
    paths: {
      login: ["/account"],
      account: ["/register"],
      cart: ["/checkout/cart"],
      checkout: ["/checkout/confirm"],
    },
  },
  {
    id: "opencart",
    name: "OpenCart",
    hosted: false,
    signs: [
      { weight: 2, in: "cookie", match: /^OCSESSID$/, says: "cookie" },
      { weight: 1, in: "html", match: /index\.php\?route=(common|product|checkout|account)\//, says: "addresses" },
      { weight: 1, in: "script-path", match: /\/catalog\/view\/(javascript|theme)\//, says: "theme files" },
    ],
    paths: {
      login: ["/index.php?route=account/login"],
      account: ["/index.php?route=account/register"],
      cart: ["/index.php?route=checkout/cart"],
      checkout: ["/index.php?route=checkout/checkout"],
      contact: ["/index.php?route=information/contact"],
    },
  },
  {
    id: "sylius",
    name: "Sylius",
    hosted: false,
    signs: [
      { weight: 2, in: "html", match: /\b(name|id)="_?sylius_|\b_csrf_shop_security_token\b/, says: "form fields" },
      { weight: 1, in: "script-path", match: /\/build\/(app\/)?shop\//, says: "build files" },
      { weight: 1, in: "html", match: /\bdata-test-[a-z-]{3,40}=|\/_partial\/cart/, says: "page attributes" },
    ],
    paths: {
      login: ["/fr_FR/login", "/en_US/login", "/login"],
      account: ["/fr_FR/register", "/en_US/register", "/register"],
      cart: ["/fr_FR/cart/", "/en_US/cart/", "/cart/"],
      checkout: ["/fr_FR/checkout/address", "/en_US/checkout/address"],
      contact: ["/fr_FR/contact/", "/en_US/contact/"],
    },
  },
  {
    id: "drupal-commerce",
    name: "Drupal Commerce",
    hosted: false,
    signs: [
      {
        weight: 2,
        in: "html",
        match: /\bcommerce-(order-item-add-to-cart-form|product|cart-block)/,
        says: "class names",
      },
      { weight: 2, in: "script-path", match: /\/modules\/contrib\/commerce\//, says: "module files" },
    ],
    version: [{ in: "generator", match: /Drupal (\d{1,2})/i }],
    paths: { login: ["/user/login"], account: ["/user/register"], cart: ["/cart"], contact: ["/contact"] },
  },
  {
    id: "oscommerce",
    name: "osCommerce",
    hosted: false,
    signs: [
      { weight: 2, in: "cookie", match: /^osCsid$/, says: "cookie" },
      { weight: 2, in: "html", match: /[?&]osCsid=/, says: "session in addresses" },
      { weight: 1, in: "html", match: /\binfoBoxHeading\b/, says: "class names" },
      { weight: 1, in: "html", match: /\/product_info\.php\?/, says: "addresses" },
    ],
    paths: {
      login: ["/login.php"],
      account: ["/create_account.php"],
      cart: ["/shopping_cart.php"],
      checkout: ["/checkout_shipping.php"],
      contact: ["/contact_us.php"],
      privacy: ["/privacy.php"],
      terms: ["/conditions.php"],
    },
  },
  {
    id: "zen-cart",
    name: "Zen Cart",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /Zen.?Cart/i, says: "generator meta" },
      { weight: 2, in: "cookie", match: /^zenid$/, says: "cookie" },
      { weight: 1, in: "html", match: /index\.php\?main_page=/, says: "addresses" },
    ],
    paths: {
      login: ["/index.php?main_page=login"],
      account: ["/index.php?main_page=create_account"],
      cart: ["/index.php?main_page=shopping_cart"],
      contact: ["/index.php?main_page=contact_us"],
    },
  },
  {
    id: "odoo",
    name: "Odoo",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /^Odoo/i, says: "generator meta" },
      { weight: 2, in: "html", match: /\bvar odoo ?=|\bodoo\.__session_info__/, says: "script data" },
      { weight: 1, in: "script-path", match: /\/web\/assets\//, says: "asset files" },
    ],
    paths: {
      login: ["/web/login"],
      account: ["/web/signup"],
      cart: ["/shop/cart"],
      checkout: ["/shop/checkout", "/shop/address"],
      contact: ["/contactus"],
      privacy: ["/privacy"],
      terms: ["/terms"],
    },
  },
  {
    id: "bigcommerce",
    name: "BigCommerce",
    hosted: true,
    signs: [
      { weight: 2, in: "html", match: /\bbigcommerce_config\b|\bBCData\b/, says: "script data" },
      { weight: 1, in: "script-path", match: /cdn\d{0,2}\.bigcommerce\.com\//, says: "script host" },
      { weight: 2, in: "cookie", match: /^SHOP_SESSION_TOKEN$/, says: "cookie" },
    ],
    paths: {
      login: ["/login.php"],
      account: ["/login.php?action=create_account"],
      cart: ["/cart.php"],
      checkout: ["/checkout"],
      contact: ["/contact-us/"],
    },
  },
  {
    id: "wix",
    name: "Wix",
    hosted: true,
    signs: [
      { weight: 2, in: "generator", match: /Wix\.com/i, says: "generator meta" },
      { weight: 2, in: "header", name: "x-wix-request-id", match: /./, says: "X-Wix-Request-Id header" },
      { weight: 1, in: "script-path", match: /static\.parastorage\.com\//, says: "script host" },
    ],
    paths: { cart: ["/cart-page"], contact: ["/contact"] },
  },
  {
    id: "squarespace",
    name: "Squarespace",
    hosted: true,
    signs: [
      { weight: 2, in: "html", match: /\bStatic\.SQUARESPACE_CONTEXT\b/, says: "script data" },
      { weight: 2, in: "header", name: "server", match: /^Squarespace$/i, says: "Server header" },
      { weight: 1, in: "script-path", match: /\.squarespace\.com\//, says: "script host" },
    ],
    paths: { cart: ["/cart"], checkout: ["/checkout"], contact: ["/contact"] },
  },
  {
    id: "wizishop",
    name: "WiziShop",
    hosted: true,
    signs: [
      { weight: 2, in: "generator", match: /wizishop/i, says: "generator meta" },
      { weight: 1, in: "script-path", match: /wizishop\.com\//, says: "script host" },
      { weight: 1, in: "html", match: /\bwizishop\b/i, says: "page text" },
    ],
    paths: { cart: ["/panier.html"], login: ["/identification.html"] },
  },
  {
    id: "nopcommerce",
    name: "nopCommerce",
    hosted: false,
    signs: [
      { weight: 2, in: "cookie", match: /^\.Nop\.(Customer|Session|Antiforgery)$/, says: "cookie" },
      { weight: 2, in: "generator", match: /nopCommerce/i, says: "generator meta" },
    ],
    paths: {
      login: ["/login"],
      account: ["/register"],
      cart: ["/cart"],
      checkout: ["/onepagecheckout"],
      contact: ["/contactus"],
      privacy: ["/privacy-notice"],
      terms: ["/conditions-of-use"],
    },
  },
  {
    id: "sfcc",
    name: "Salesforce Commerce Cloud",
    hosted: true,
    signs: [
      { weight: 2, in: "cookie", match: /^dwsid$/, says: "cookie" },
      { weight: 2, in: "html", match: /\/(demandware\.static|on\/demandware\.store)\//, says: "addresses" },
    ],
    paths: {},
  },
  {
    id: "bagisto",
    name: "Bagisto",
    hosted: false,
    signs: [{ weight: 2, in: "cookie", match: /^bagisto_session$/, says: "cookie" }],
    paths: {
      login: ["/customer/login"],
      account: ["/customer/register"],
      cart: ["/checkout/cart"],
      checkout: ["/checkout/onepage"],
    },
  },
  {
    id: "oxid",
    name: "OXID eShop",
    hosted: false,
    signs: [
      { weight: 2, in: "html", match: /\/out\/(flow|wave|azure|apex)\/src\//, says: "theme files" },
      { weight: 1, in: "html", match: /index\.php\?cl=(account|basket|contact)/, says: "addresses" },
    ],
    paths: { login: ["/index.php?cl=account"], cart: ["/index.php?cl=basket"], contact: ["/index.php?cl=contact"] },
  },
  {
    id: "thelia",
    name: "Thelia",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /Thelia/i, says: "generator meta" },
      { weight: 1, in: "html", match: /\bthelia[-_]/i, says: "page attributes" },
    ],
    paths: { login: ["/login"], account: ["/register"], cart: ["/cart"], contact: ["/contact"] },
  },
  {
    id: "joomla",
    name: "Joomla",
    hosted: false,
    signs: [{ weight: 2, in: "generator", match: /Joomla/i, says: "generator meta" }],
    paths: {},
  },
  {
    id: "drupal",
    name: "Drupal",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /^Drupal/i, says: "generator meta" },
      { weight: 2, in: "header", name: "x-generator", match: /Drupal/i, says: "X-Generator header" },
    ],
    version: [{ in: "generator", match: /Drupal (\d{1,2})/i }],
    paths: { login: ["/user/login"], contact: ["/contact"] },
  },
  {
    id: "wordpress",
    name: "WordPress",
    hosted: false,
    signs: [
      { weight: 2, in: "generator", match: /^WordPress/i, says: "generator meta" },
      { weight: 2, in: "script-path", match: /\/wp-(content|includes)\//, says: "file paths" },
      { weight: 1, in: "header", name: "link", match: /wp-json/, says: "Link header" },
    ],
    version: [{ in: "generator", match: /WordPress (\d[\d.]{0,12})/i }],
    paths: {
      contact: ["/contact/"],
      privacy: ["/politique-de-confidentialite/", "/privacy-policy/"],
      legal: ["/mentions-legales/"],
    },
  },
];

/** The usual addresses of documents and pages on any site, tried last; one role costs at most the first of them. */
export const COMMON_PATHS: Partial<Readonly<Record<PageRole, readonly string[]>>> = {
  privacy: ["/politique-de-confidentialite", "/privacy-policy"],
  legal: ["/mentions-legales"],
  terms: ["/cgv"],
};
