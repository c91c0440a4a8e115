import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { DEBUG_HEADERS } from "../../src/data/banner-headers.ts";
import { fieldTitle } from "../../src/parse/headers.ts";
import { networkAnswers } from "../../src/parse/site-answers.ts";
import { debugText } from "./debug.text.ts";

type Code = keyof (typeof debugText)["en"]["outcomes"];

/** A private IPv4 address (RFC 1918) that stands on its own. */
const PRIVATE = /(?:^|[^\d.])((?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3})(?![\d.])/;

/** Apache's tag of old: inode, size and time in hexadecimal. */
const INODE_ETAG = /^(?:W\/)?"[0-9a-f]{1,16}-[0-9a-f]{1,16}-[0-9a-f]{10,16}"$/i;

export const debugHeaders = defineCheck({
  id: "headers/debug",
  needs: ["http"],
  uses: ["pages"],
  severity: { "debug-tool": "medium", "internal-address": "low", "inode-tag": "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [215, 489, 497],
    rgpd: ["32"],
    asvs: ["13.4.2"],
    wstg: ["WSTG-INFO-05", "WSTG-CONF-02"],
  },
  text: debugText,
  evaluate({ http, pages }) {
    const { answers, unseen } = networkAnswers(http, pages);
    const found = new Map<string, Found>();
    for (const { url, headers } of answers) {
      const host = new URL(url).hostname;
      for (const [name = "", value = ""] of headers) {
        const code = codeOf(name, value, host);
        if (code === null) continue;
        const known = found.get(`${code} ${name}`) ?? { code, name, value, urls: new Set<string>() };
        known.urls.add(url);
        found.set(`${code} ${name}`, known);
      }
    }
    const faults = [...found.values()].slice(0, 40).map((fault) => verdictOf(fault));
    if (faults.length > 0) return faults;
    return [unseen === null ? pass() : notAssessed(unseen)];
  },
});

interface Found {
  readonly code: Code;
  readonly name: string;
  readonly value: string;
  readonly urls: Set<string>;
}

function codeOf(name: string, value: string, host: string): Code | null {
  if (DEBUG_HEADERS.has(name)) return "debug-tool";
  const address = PRIVATE.exec(value.slice(0, 2000))?.[1];
  // A shop that is itself looked at under a private address gives nothing away by naming it.
  if (address !== undefined && address !== host) return "internal-address";
  return name === "etag" && INODE_ETAG.test(value) ? "inode-tag" : null;
}

function verdictOf({ code, name, value, urls }: Found): Verdict<Code> {
  const tool = DEBUG_HEADERS.get(name) ?? "";
  const address = PRIVATE.exec(value.slice(0, 2000))?.[1] ?? "";
  return fail({
    code,
    subject: name,
    params: { header: fieldTitle(name), tool, address },
    observed: { header: name, ...(code === "internal-address" ? { address } : {}) },
    remedy:
      code === "debug-tool"
        ? { action: "review", topic: "debug-off" }
        : code === "internal-address"
          ? { action: "review", topic: "hide-internal-address" }
          : { action: "remove-response-header", name: "ETag" },
    pages: [...urls],
  });
}
