import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { BANNER_HEADERS } from "../../src/data/banner-headers.ts";
import { fieldTitle } from "../../src/parse/headers.ts";
import { networkAnswers } from "../../src/parse/site-answers.ts";
import { versionBannerText } from "./version-banner.text.ts";

type Code = keyof (typeof versionBannerText)["en"]["outcomes"];

/** A number with a point after a product's name, or a bare one where the field itself names the product. */
const VERSION = /(?:^|[\s/:v])\d{1,4}(?:\.\d{1,6}){1,4}/;
const BARE_NUMBER = /\d/;

/** Fields whose whole value is a version. */
const VERSION_FIELDS: ReadonlySet<string> = new Set([
  "x-aspnet-version",
  "x-aspnetmvc-version",
  "x-php-version",
  "x-generator",
]);

export const versionBanner = defineCheck({
  id: "headers/version-banner",
  needs: ["http"],
  uses: ["pages"],
  severity: { version: "low", technology: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [200, 497],
    rgpd: ["32"],
    asvs: ["13.4.6"],
    wstg: ["WSTG-INFO-02", "WSTG-INFO-08"],
  },
  text: versionBannerText,
  evaluate({ http, pages }) {
    const { answers, unseen } = networkAnswers(http, pages);
    const told = new Map<string, { readonly name: string; readonly value: string; readonly urls: Set<string> }>();
    for (const { url, headers } of answers) {
      for (const [name = "", value = ""] of headers) {
        if (!BANNER_HEADERS.has(name) || codeOf(name, value) === null) continue;
        const key = `${name} ${value}`;
        const known = told.get(key) ?? { name, value, urls: new Set<string>() };
        known.urls.add(url);
        told.set(key, known);
      }
    }
    const faults = [...told.values()].slice(0, 40).map(({ name, value, urls }) => verdictOf(name, value, [...urls]));
    if (faults.length > 0) return faults;
    return [unseen === null ? pass() : notAssessed(unseen)];
  },
});

function codeOf(name: string, value: string): Code | null {
  const text = value.slice(0, 300);
  if (VERSION.test(text) || (VERSION_FIELDS.has(name) && BARE_NUMBER.test(text))) return "version";
  // That a server is an nginx helps nobody much; that the application is PHP or Express tells where to look.
  return name === "server" || text.trim() === "" ? null : "technology";
}

function verdictOf(name: string, value: string, urls: readonly string[]): Verdict<Code> {
  return fail({
    code: codeOf(name, value) ?? "technology",
    subject: name,
    params: { header: fieldTitle(name), value: value.slice(0, 80) },
    observed: { header: name, value: value.slice(0, 200) },
    remedy: { action: "remove-response-header", name: fieldTitle(name) },
    pages: urls,
  });
}
