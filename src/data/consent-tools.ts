/**
 * How a page says that its consent tool itself holds scripts back (auto-blocking), so that a tracker's tag in the HTML is not
 * proof that it is loaded. Such pages need a browser to be judged.
 */
export const AUTO_BLOCKING: readonly { readonly tool: string; readonly match: RegExp }[] = [
  { tool: "Cookiebot", match: /data-blockingmode\s{0,5}=\s{0,5}["']?auto/i },
  { tool: "OneTrust", match: /otautoblock\.js/i },
  { tool: "Usercentrics", match: /uc-block(\.bundle)?\.js|web-cmp\/loader\.js|data-block-all/i },
  { tool: "iubenda", match: /\/autoblocking\// },
  { tool: "consentmanager", match: /delivery\/autoblocking\// },
  { tool: "CookieFirst", match: /consent\.cookiefirst\.com\/sites\// },
  { tool: "CookieYes", match: /cdn-cookieyes\.com\/client_data\// },
  { tool: "Termly", match: /app\.termly\.io\/(resource-blocker|embed\.min\.js)/ },
  { tool: "Complianz", match: /cmplz-blocked-content-container|data-cmplz-src/ },
];

/** Google consent mode with a default of "denied" before any choice: tags are loaded, and told not to store anything. */
export const CONSENT_MODE_DENIED =
  /gtag\(\s{0,5}["']consent["']\s{0,5},\s{0,5}["']default["'][^)]{0,800}["']denied["']/;

/** Buttons that only a consent banner has, in a text prepared by `policyText`: a shop may have made its own. */
export const CONSENT_BUTTONS =
  /\b(continuer sans accepter|tout (accepter|refuser|autoriser)|(accepter|refuser) (tous )?les (cookies|traceurs)|(accept|reject|refuse|decline) all( cookies)?|alle (cookies )?(akzeptieren|ablehnen)|(aceptar|rechazar) tod[ao]s?|(accetta|rifiuta) tutt[io])\b/;
