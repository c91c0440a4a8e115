import type { Remedy } from "../../core/remedy.ts";
import type { LocalText } from "../../core/text.ts";
import type { Snippet } from "./rendered.ts";

/** Settings of shop platforms that do what a line in the server would, and survive a move to another server. */
const COOKIE_SETTINGS: Readonly<Record<string, LocalText>> = {
  "magento-2": {
    en: "In Magento: Stores › Configuration › General › Web › Default Cookie Settings (Use HTTP Only: Yes), and Base URLs (Secure): Use Secure URLs on Storefront: Yes.",
    fr: "Dans Magento : Boutiques › Configuration › Général › Web › Paramètres de cookies par défaut (HTTP uniquement : Oui), et URL de base (sécurisées) : utiliser les URL sécurisées sur la boutique : Oui.",
  },
  prestashop: {
    en: "In PrestaShop: Shop Parameters › General, enable SSL on all pages; Advanced Parameters › Administration, Cookie SameSite: Lax.",
    fr: "Dans PrestaShop : Paramètres de la boutique › Paramètres généraux, activez SSL sur toutes les pages ; Paramètres avancés › Administration, SameSite des cookies : Lax.",
  },
  woocommerce: {
    en: "In WordPress: both addresses under Settings › General begin with https, and wp-config.php holds define('FORCE_SSL_ADMIN', true);",
    fr: "Dans WordPress : les deux adresses de Réglages › Général commencent par https, et wp-config.php contient define('FORCE_SSL_ADMIN', true);",
  },
};

/** What the application can do about a remedy on its own platform: a sentence, or null. */
export function platformSetting(remedy: Remedy, platform: string | null): LocalText | null {
  if (remedy.action !== "cookie-flag" || platform === null) return null;
  const id = platform === "wordpress" ? "woocommerce" : platform;
  return Object.hasOwn(COOKIE_SETTINGS, id) ? (COOKIE_SETTINGS[id] ?? null) : null;
}

/** PHP's own session cookie is set by php.ini, whatever server stands before it. */
export function phpLines(remedy: Remedy): Omit<Snippet, "place" | "proven"> | null {
  if (remedy.action === "remove-response-header" && remedy.name.toLowerCase() === "x-powered-by")
    return { stack: "php", lines: ["expose_php = Off"] };
  if (remedy.action !== "cookie-flag" || remedy.cookie !== "PHPSESSID") return null;
  const settings = new Map<string, string>([
    ["Secure", "session.cookie_secure = 1"],
    ["HttpOnly", "session.cookie_httponly = 1"],
    ["SameSite=Lax", 'session.cookie_samesite = "Lax"'],
    ["SameSite=Strict", 'session.cookie_samesite = "Strict"'],
  ]);
  const lines = remedy.add.flatMap((flag) => settings.get(flag) ?? []);
  return lines.length === 0 ? null : { stack: "php", lines };
}
