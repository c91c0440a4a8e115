/** Known holes of the JavaScript libraries that shops load, by version. Reviewed against the advisories of the vendors and of GitHub. */
export const LIBRARIES_DATE = "2026-11-23";

/** A range of versions with known holes: from `from` (0 when absent) up to, not including, `below`. */
export interface VulnerableRange {
  readonly from?: string;
  readonly below: string;
  readonly cves: readonly string[];
  /** `script`: foreign code can run in the page. `other`: the page can be slowed down or disturbed. */
  readonly harm: "script" | "other";
}

export interface Library {
  readonly id: string;
  readonly name: string;
  /** Addresses of released files; the first group is the version. */
  readonly addresses: readonly RegExp[];
  /** The first line of the file's own banner; the first group is the version. */
  readonly banner: RegExp;
  /** Where WordPress keeps the copy that it ships, with the library's own version in the query. */
  readonly wordpress?: RegExp;
  readonly ranges: readonly VulnerableRange[];
  /** The lowest version without known holes; absent where there is none. */
  readonly safe?: string;
  /** The vendor has ended support of every version below this one, on that day. */
  readonly ended?: { readonly below: string; readonly on: string };
}

/** A version as files name it: 1.12.4, 3.0.0-rc1. */
const V = String.raw`(\d{1,3}\.\d{1,4}(?:\.\d{1,4}){0,2}(?:-[a-z]{1,8}\.?\d{0,3})?)`;

/** The usual places of a library's file: in its name, in a CDN's folder, or after @ in a package address. */
function addresses(file: string, ...folders: readonly string[]): readonly RegExp[] {
  const names = folders.join("|");
  return [
    new RegExp(String.raw`/${file}[-.]v?${V}(?:\.slim)?(?:[.-]min)?\.js$`, "i"),
    new RegExp(String.raw`/(?:${names})[/@]v?${V}/(?:[\w.-]{1,40}/){0,3}${file}(?:[.-][a-z]{1,12}){0,2}\.js$`, "i"),
    new RegExp(String.raw`/(?:${names})@${V}$`, "i"),
  ];
}

const ENDLESS = "999";

export const LIBRARIES: readonly Library[] = [
  {
    id: "jquery",
    name: "jQuery",
    addresses: addresses("jquery", "jquery"),
    banner: new RegExp(String.raw`^jQuery (?:JavaScript Library )?v${V}\b`, "i"),
    wordpress: /\/wp-includes\/js\/jquery\/jquery(?:\.min)?\.js$/,
    ranges: [
      { below: "1.6.3", cves: ["CVE-2011-4969"], harm: "script" },
      { below: "1.9.0", cves: ["CVE-2012-6708", "CVE-2020-7656"], harm: "script" },
      { from: "1.4.0", below: "1.12.0", cves: ["CVE-2015-9251"], harm: "script" },
      { from: "1.12.3", below: "3.0.0", cves: ["CVE-2015-9251"], harm: "script" },
      { from: "1.1.4", below: "3.4.0", cves: ["CVE-2019-11358"], harm: "script" },
      { from: "1.0.3", below: "3.5.0", cves: ["CVE-2020-11022", "CVE-2020-11023"], harm: "script" },
    ],
    safe: "3.5.0",
  },
  {
    id: "jquery-ui",
    name: "jQuery UI",
    addresses: addresses("jquery-ui", "jquery-ui", "jqueryui", "ui"),
    banner: new RegExp(String.raw`^jQuery UI (?:- )?v?${V}\b`, "i"),
    wordpress: /\/wp-includes\/js\/jquery\/ui\/core(?:\.min)?\.js$/,
    ranges: [
      { below: "1.10.0", cves: ["CVE-2010-5312"], harm: "script" },
      { below: "1.12.0", cves: ["CVE-2016-7103"], harm: "script" },
      { below: "1.13.0", cves: ["CVE-2021-41182", "CVE-2021-41183", "CVE-2021-41184"], harm: "script" },
      { below: "1.13.2", cves: ["CVE-2022-31160"], harm: "script" },
    ],
    safe: "1.13.2",
  },
  {
    id: "bootstrap",
    name: "Bootstrap",
    addresses: addresses("bootstrap(?:\\.bundle)?", "bootstrap", "twitter-bootstrap"),
    banner: new RegExp(String.raw`^Bootstrap v${V}\b`, "i"),
    ranges: [
      {
        below: "3.4.0",
        cves: ["CVE-2016-10735", "CVE-2018-14042", "CVE-2018-20676", "CVE-2018-20677"],
        harm: "script",
      },
      { below: "3.4.1", cves: ["CVE-2019-8331"], harm: "script" },
      { from: "4.0.0", below: "4.1.2", cves: ["CVE-2018-14040", "CVE-2018-14041", "CVE-2018-14042"], harm: "script" },
      { from: "4.0.0", below: "4.3.1", cves: ["CVE-2019-8331"], harm: "script" },
    ],
    safe: "4.3.1",
    ended: { below: "5.0.0", on: "2023-01-01" },
  },
  {
    id: "lodash",
    name: "Lodash",
    addresses: addresses("lodash(?:\\.core)?", "lodash", "lodash\\.js"),
    banner: new RegExp(String.raw`^Lodash ${V}\b`, "i"),
    wordpress: /\/wp-includes\/js\/dist\/vendor\/lodash(?:\.min)?\.js$/,
    ranges: [
      { below: "4.17.5", cves: ["CVE-2018-3721"], harm: "other" },
      { below: "4.17.11", cves: ["CVE-2018-16487", "CVE-2019-1010266"], harm: "other" },
      { below: "4.17.12", cves: ["CVE-2019-10744"], harm: "script" },
      { from: "3.7.0", below: "4.17.19", cves: ["CVE-2020-8203"], harm: "script" },
      { below: "4.17.21", cves: ["CVE-2020-28500", "CVE-2021-23337"], harm: "script" },
      { from: "4.0.0", below: "4.17.23", cves: ["CVE-2025-13465"], harm: "other" },
    ],
    safe: "4.17.23",
  },
  {
    id: "handlebars",
    name: "Handlebars",
    addresses: addresses("handlebars(?:\\.runtime)?", "handlebars", "handlebars\\.js"),
    banner: new RegExp(String.raw`^(?:@license )?handlebars v${V}\b`, "i"),
    ranges: [
      { below: "4.0.0", cves: ["CVE-2015-8861"], harm: "script" },
      { below: "4.3.0", cves: ["CVE-2019-19919"], harm: "script" },
      { below: "4.5.3", cves: ["CVE-2019-20920"], harm: "script" },
      { below: "4.7.7", cves: ["CVE-2021-23369", "CVE-2021-23383"], harm: "script" },
      { from: "4.0.0", below: "4.7.9", cves: ["CVE-2026-33937", "CVE-2026-33938", "CVE-2026-33941"], harm: "script" },
    ],
    safe: "4.7.9",
  },
  {
    id: "prototype",
    name: "Prototype",
    addresses: addresses("prototype", "prototype"),
    banner: new RegExp(String.raw`^Prototype JavaScript framework, version ${V}\b`, "i"),
    ranges: [
      { below: "1.6.0.2", cves: ["CVE-2008-7220"], harm: "script" },
      { below: ENDLESS, cves: ["CVE-2020-27511"], harm: "other" },
    ],
    ended: { below: ENDLESS, on: "2015-09-22" },
  },
  {
    id: "angularjs",
    name: "AngularJS",
    addresses: addresses("angular", "angularjs", "angular\\.js", "angular"),
    banner: new RegExp(String.raw`^AngularJS v${V}\b`, "i"),
    ranges: [
      { below: "1.7.9", cves: ["CVE-2019-10768"], harm: "script" },
      { below: "1.8.0", cves: ["CVE-2020-7676"], harm: "script" },
      { below: "2.0.0", cves: ["CVE-2022-25869"], harm: "script" },
      {
        below: "2.0.0",
        cves: ["CVE-2023-26116", "CVE-2023-26117", "CVE-2023-26118", "CVE-2024-8372", "CVE-2024-8373"],
        harm: "other",
      },
    ],
    ended: { below: "2.0.0", on: "2022-01-01" },
  },
  {
    id: "moment",
    name: "Moment.js",
    addresses: addresses("moment(?:-with-locales)?", "moment", "moment\\.js"),
    banner: new RegExp(String.raw`^moment\.js(?: version :)? v?${V}\b`, "i"),
    wordpress: /\/wp-includes\/js\/dist\/vendor\/moment(?:\.min)?\.js$/,
    ranges: [
      { below: "2.11.2", cves: ["CVE-2016-4055"], harm: "other" },
      { below: "2.19.3", cves: ["CVE-2017-18214"], harm: "other" },
      { from: "2.18.0", below: "2.29.4", cves: ["CVE-2022-31129"], harm: "other" },
    ],
    safe: "2.29.4",
  },
  {
    id: "tinymce",
    name: "TinyMCE",
    addresses: addresses("tinymce", "tinymce"),
    banner: new RegExp(String.raw`^TinyMCE version ${V}\b`, "i"),
    ranges: [
      { below: "4.9.11", cves: ["CVE-2020-12648"], harm: "script" },
      { from: "5.0.0", below: "5.4.1", cves: ["CVE-2020-12648"], harm: "script" },
      { below: "5.6.0", cves: ["CVE-2024-21911"], harm: "script" },
      { below: "5.10.0", cves: ["CVE-2024-21908", "CVE-2024-21910"], harm: "script" },
      { below: "5.10.9", cves: ["CVE-2023-45818", "CVE-2023-48219"], harm: "script" },
      { from: "6.0.0", below: "6.7.3", cves: ["CVE-2023-45818", "CVE-2023-48219"], harm: "script" },
      { below: "5.11.0", cves: ["CVE-2024-38356", "CVE-2024-38357"], harm: "script" },
      { from: "6.0.0", below: "6.8.4", cves: ["CVE-2024-38356", "CVE-2024-38357"], harm: "script" },
      { from: "7.0.0", below: "7.2.0", cves: ["CVE-2024-38356", "CVE-2024-38357"], harm: "script" },
      { from: "6.0.0", below: "7.9.3", cves: ["CVE-2026-47759"], harm: "script" },
      { from: "8.0.0", below: "8.5.1", cves: ["CVE-2026-47759"], harm: "script" },
    ],
    safe: "8.5.1",
  },
  {
    id: "ckeditor",
    name: "CKEditor 4",
    addresses: [
      new RegExp(String.raw`^https?://cdn\.ckeditor\.com/${V}/(?:basic|standard|full)(?:-all)?/ckeditor\.js$`, "i"),
      ...addresses("ckeditor", "ckeditor", "ckeditor4"),
    ],
    banner: new RegExp(String.raw`^CKEditor ${V}\b`, "i"),
    ranges: [
      { from: "4.0.0", below: "4.14.0", cves: ["CVE-2020-9281"], harm: "script" },
      { from: "4.0.0", below: "4.16.2", cves: ["CVE-2021-32809", "CVE-2021-37695"], harm: "script" },
      { from: "4.0.0", below: "4.17.0", cves: ["CVE-2021-41164", "CVE-2021-41165"], harm: "script" },
      { from: "4.0.0", below: "4.18.0", cves: ["CVE-2022-24728"], harm: "script" },
      { from: "4.0.0", below: "4.21.0", cves: ["CVE-2023-28439"], harm: "script" },
      { from: "4.0.0", below: "4.24.0", cves: ["CVE-2024-24815", "CVE-2024-24816"], harm: "script" },
    ],
    safe: "4.24.0",
    ended: { below: "5.0.0", on: "2023-06-30" },
  },
];
