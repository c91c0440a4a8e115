import { describe, expect, it } from "vitest";
import { PLATFORMS } from "../../src/data/platforms.ts";
import { detectPlatform, serverName, type PlatformClues } from "../../src/parse/platform.ts";

const none: PlatformClues = { html: "", generators: [], resources: [], headers: [], cookieNames: [] };

const cases: readonly (readonly [id: string, clues: Partial<PlatformClues>, version: string | null])[] = [
  [
    "woocommerce",
    {
      generators: ["WordPress 6.7", "WooCommerce 9.4.1"],
      resources: ["https://x.test/wp-content/plugins/woocommerce/a.js", "https://x.test/wp-includes/b.js"],
    },
    "9.4.1",
  ],
  [
    "prestashop",
    { html: "<script>var prestashop = {}</script>", resources: ["https://x.test/modules/ps_shoppingcart/a.js"] },
    null,
  ],
  [
    "magento-2",
    {
      html: '<script type="text/x-magento-init">{}</script>',
      resources: ["https://x.test/static/version1700000000/a.js"],
    },
    null,
  ],
  ["magento-1", { resources: ["https://x.test/skin/frontend/a.css"], cookieNames: ["frontend"] }, null],
  ["shopify", { headers: [["x-shopid", "123"]] }, null],
  ["shopware-6", { resources: ["https://x.test/bundles/storefront/a.js"] }, null],
  ["shopware-5", { resources: ["https://x.test/web/cache/1700000000_abc.css"] }, null],
  ["opencart", { cookieNames: ["OCSESSID"] }, null],
  ["sylius", { html: '<input name="sylius_add_to_cart[x]">' }, null],
  [
    "drupal-commerce",
    { html: '<form class="commerce-order-item-add-to-cart-form">', generators: ["Drupal 10 (https://www.drupal.org)"] },
    "10",
  ],
  ["oscommerce", { html: '<a href="/index.php?osCsid=abc">' }, null],
  ["zen-cart", { generators: ["shopping cart program by Zen Cart"] }, null],
  ["odoo", { generators: ["Odoo"] }, null],
  ["bigcommerce", { html: "var bigcommerce_config = {}" }, null],
  ["wix", { generators: ["Wix.com Website Builder"] }, null],
  ["squarespace", { html: "Static.SQUARESPACE_CONTEXT = {}" }, null],
  ["wizishop", { generators: ["WiziShop"] }, null],
  ["nopcommerce", { cookieNames: [".Nop.Customer"] }, null],
  ["sfcc", { cookieNames: ["dwsid"] }, null],
  ["bagisto", { cookieNames: ["bagisto_session"] }, null],
  ["oxid", { html: '<link href="/out/wave/src/css/a.css">' }, null],
  ["thelia", { generators: ["Thelia V2"] }, null],
  ["joomla", { generators: ["Joomla! - Open Source Content Management"] }, null],
  ["drupal", { generators: ["Drupal 11 (https://www.drupal.org)"] }, "11"],
  ["wordpress", { generators: ["WordPress 6.7.1"] }, "6.7.1"],
];

describe("detectPlatform", () => {
  it.each(cases)("%s", (id, clues, version) => {
    expect(detectPlatform({ ...none, ...clues })).toMatchObject({ id, version });
  });

  it("has a case for every platform of the table", () => {
    expect(cases.map(([id]) => id).toSorted()).toEqual(PLATFORMS.map(({ id }) => id).toSorted());
  });

  it("names nothing by one weak sign", () => {
    expect(detectPlatform({ ...none, html: '<p class="infoBoxHeading">' })).toBeNull();
    expect(detectPlatform({ ...none, html: "<p>Nous avons quitté WooCommerce</p>" })).toBeNull();
  });
});

describe("serverName", () => {
  it.each([
    ["nginx/1.22.1", "nginx"],
    ["Apache/2.4 (Debian)", "apache"],
    ["openresty/1.21 nginx", "openresty"],
    ["Caddy", "caddy"],
    ["secret", null],
  ])("%s", (banner, name) => {
    expect(serverName([["server", banner]])).toBe(name);
  });
});
