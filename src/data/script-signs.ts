/** Calls by which a script sends data. Looked for just before an address in the script's text. */
export const SENDING_CALL =
  /(fetch|axios(\.\w{1,10})?|\$\.(post|ajax|get)|jQuery\.(post|ajax|get)|sendBeacon|\.open|XMLHttpRequest|\.action\s{0,3}=|url\s{0,3}:)[^;]{0,120}$/;

/**
 * Places where a page hands the visitor's e-mail, phone or name to an advertiser on purpose ("advanced matching", "enhanced
 * conversions"), by the documented call of each.
 */
export const MATCHING_CALLS: readonly { readonly vendor: string; readonly match: RegExp }[] = [
  {
    vendor: "Meta Pixel",
    match: /fbq\(\s{0,5}["']init["']\s{0,5},[^)]{1,60},\s{0,5}\{[^}]{0,300}\b(em|ph|fn|ln)["']?\s{0,3}:/,
  },
  {
    vendor: "Google Ads / DoubleClick",
    match: /gtag\(\s{0,5}["']set["']\s{0,5},\s{0,5}["']user_data["']|\benhanced_conversion_data\b/,
  },
  { vendor: "TikTok Pixel", match: /\bttq\.identify\(\s{0,5}\{/ },
  {
    vendor: "Pinterest Tag",
    match: /pintrk\(\s{0,5}["']load["']\s{0,5},[^)]{1,60},\s{0,5}\{[^}]{0,300}\bem["']?\s{0,3}:/,
  },
  {
    vendor: "Snap Pixel",
    match: /snaptr\(\s{0,5}["']init["']\s{0,5},[^)]{1,60},\s{0,5}\{[^}]{0,300}user_(hashed_)?(email|phone)/,
  },
  { vendor: "Klaviyo", match: /\bklaviyo\.identify\(|_learnq\.push\(\s{0,5}\[\s{0,5}["']identify["']/ },
  { vendor: "Criteo", match: /["']set(Hashed)?Email["']/ },
];

/** Starts of the addresses that documented tracking snippets load, without scheme. */
export const LOADER_ADDRESSES: readonly string[] = [
  "www.googletagmanager.com/gtm.js",
  "www.googletagmanager.com/gtag/js",
  "www.google-analytics.com/analytics.js",
  "www.google-analytics.com/ga.js",
  "connect.facebook.net/",
  "static.hotjar.com/c/hotjar-",
  "www.clarity.ms/tag/",
  "analytics.tiktok.com/i18n/pixel/",
  "s.pinimg.com/ct/core.js",
  "sc-static.net/scevent.min.js",
  "bat.bing.com/bat.js",
  "snap.licdn.com/li.lms-analytics/",
  "t.contentsquare.net/uxa/",
  "edge.fullstory.com/s/fs.js",
  "fullstory.com/s/fs.js",
  "cdn.mouseflow.com/projects/",
  "cdn.segment.com/analytics.js/",
  "cdn.mxpnl.com/libs/",
  "static.criteo.net/js/",
  "dynamic.criteo.com/js/",
  "client.crisp.chat/l.js",
  "embed.tawk.to/",
  "sibautomation.com/sa.js",
  "cdn.brevo.com/js/",
  "static.klaviyo.com/onsite/js/",
  "js.hs-scripts.com/",
  "script.crazyegg.com/",
  "mc.yandex.ru/metrika/",
  "web-sdk.smartlook.com/",
  "rec.smartlook.com/",
  "static.axept.io/sdk",
  "sdk.privacy-center.org/",
  "static.ads-twitter.com/uwt.js",
  "cdn.luckyorange.com/",
  "tools.luckyorange.com/",
  "widget.intercom.io/widget/",
  "try.abtasty.com/",
];
