/**
 * Cookie names that remember the visitor's choice, and names that only trackers use. A trailing `*` stands for any ending.
 * What is needed for the shop to work is judged by the cookies area, not here.
 */
export const CONSENT_COOKIES: readonly string[] = [
  "axeptio_cookies",
  "axeptio_authorized_vendors",
  "axeptio_all_vendors",
  "didomi_token",
  "euconsent-v2",
  "OptanonConsent",
  "OptanonAlertBoxClosed",
  "CookieConsent",
  "tarteaucitron",
  "cookieyes-consent",
  "cmplz_*",
  "uc_settings",
  "_iub_cs-*",
  "TC_PRIVACY",
  "borlabs-cookie",
];

export const TRACKER_COOKIES: readonly string[] = [
  "_ga",
  "_ga_*",
  "_gid",
  "_gat*",
  "_gcl_au",
  "_fbp",
  "_fbc",
  "_ttp",
  "_pin_unauth",
  "_scid",
  "_uetsid",
  "_uetvid",
  "_clck",
  "_clsk",
  "_hjSession*",
  "_hjid",
  "_cs_id",
  "_cs_s",
  "fs_uid",
  "__kla_id",
  "hubspotutk",
  "__hstc",
  "cto_bundle",
  "IDE",
  "test_cookie",
  "NID",
  "YSC",
  "VISITOR_INFO1_LIVE",
  "bcookie",
  "li_gc",
  "sib_cuid",
  "_mcid",
];

/** Whether a cookie name is in a list of names and `prefix*` patterns. */
export function namedCookie(name: string, list: readonly string[]): boolean {
  return list.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : entry === name));
}
