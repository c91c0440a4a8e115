/**
 * Links and texts by which the legal documents of a shop are recognised, in seven languages.
 * Own list, 23 November 2026, from the wording of French, German, Italian, Spanish, Dutch and Portuguese shops and of the
 * templates of PrestaShop, WooCommerce, Shopify and Magento. Matched against text in lower case without accents.
 */
export const DOCUMENTS_DATE = "2026-11-23";

const PRIVACY_HREF =
  /privacy|confidentialite|vie[-_]?privee|donnees[-_]?perso|rgpd|gdpr|datenschutz|privacidad|privacidade|protection[-_]des[-_]donnees|persoonsgegevens|informativa|prywatnos/;

const PRIVACY_TEXT =
  /\b(?:privacy|politique de (?:confidentialite|protection des donnees)|(?:vos |mes )?donnees personnelles|vie privee|datenschutz|politica de privacidad|privacidad|privacidade|informativa (?:sulla )?privacy|privacyverklaring|privacybeleid)/;

/** Whether a link leads to the privacy policy, by its address or by its words. */
export function isPrivacyPolicyLink(href: string, text: string): boolean {
  const address = fold(href.slice(0, 300));
  if (/^(?:mailto|tel|javascript):/.test(address)) return PRIVACY_TEXT.test(fold(text.slice(0, 120)));
  return PRIVACY_HREF.test(pathOf(address)) || PRIVACY_TEXT.test(fold(text.slice(0, 120)));
}

/** A host named privacy.example proves nothing about the page, so only what follows the host counts. */
function pathOf(address: string): string {
  return address.replace(/^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/[^/]*/, "");
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
}
