import { PLATFORMS } from "../platforms.ts";

/** Names under which probes are filed; a platform answers to its own name and to those of what it is built on. */
export const PLATFORM_TAGS = [
  "any",
  "any-php",
  "any-js",
  "any-dotnet",
  "any-java",
  "abantecart",
  "bagisto",
  "craft",
  "cscart",
  "cubecart",
  "drupal",
  "hybris",
  "joomla",
  "kentico",
  "laravel",
  "magento1",
  "magento2",
  "medusa",
  "nopcommerce",
  "odoo",
  "opencart",
  "openmage",
  "oscommerce",
  "prestashop",
  "saleor",
  "shopify-headless",
  "shopware5",
  "shopware6",
  "solidus",
  "spree",
  "strapi",
  "sylius",
  "symfony",
  "thirtybees",
  "typo3",
  "umbraco",
  "vendure",
  "virtuemart",
  "woocommerce",
  "wordpress",
  "xcart",
  "zencart",
] as const;

export type PlatformTag = (typeof PLATFORM_TAGS)[number];

const BUILT_ON: Readonly<Partial<Record<string, readonly PlatformTag[]>>> = {
  abantecart: ["any-php"],
  bagisto: ["laravel", "any-php"],
  craft: ["any-php"],
  cscart: ["any-php"],
  cubecart: ["any-php"],
  drupal: ["any-php"],
  "drupal-commerce": ["drupal", "any-php"],
  hybris: ["any-java"],
  joomla: ["any-php"],
  kentico: ["any-dotnet"],
  laravel: ["any-php"],
  "magento-1": ["magento1", "any-php"],
  "magento-2": ["magento2", "any-php"],
  medusa: ["any-js"],
  nopcommerce: ["any-dotnet"],
  opencart: ["any-php"],
  openmage: ["magento1", "any-php"],
  oxid: ["any-php"],
  oscommerce: ["any-php"],
  prestashop: ["any-php"],
  "sap-commerce": ["hybris", "any-java"],
  "shopware-5": ["shopware5", "any-php"],
  "shopware-6": ["shopware6", "symfony", "any-php"],
  strapi: ["any-js"],
  sylius: ["symfony", "any-php"],
  symfony: ["any-php"],
  thelia: ["symfony", "any-php"],
  thirtybees: ["prestashop", "any-php"],
  typo3: ["any-php"],
  umbraco: ["any-dotnet"],
  vendure: ["any-js"],
  virtuemart: ["joomla", "any-php"],
  woocommerce: ["wordpress", "any-php"],
  wordpress: ["any-php"],
  xcart: ["any-php"],
  "zen-cart": ["zencart", "any-php"],
};

/** Everything that a platform, by its id in `platforms.ts`, answers to, itself first; `any` alone when it is not known. */
export function tagsOf(platform: string | null): readonly string[] {
  return platform === null ? ["any"] : [platform, ...(BUILT_ON[platform] ?? []), "any"];
}

/**
 * Whether the files belong to the platform's vendor: a merchant there cannot leave a dump beside the shop, and a scanner that asks
 * for one troubles the vendor. Only the core tier is asked.
 */
export function isHostedPlatform(platform: string | null): boolean {
  return PLATFORMS.some(({ id, hosted }) => id === platform && hosted);
}
