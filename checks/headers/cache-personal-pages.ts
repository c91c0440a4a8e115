import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import type { PageRole } from "../../src/core/evidence/pages.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { notAssessed } from "../../src/core/verdict.ts";
import { cacheSeconds, parseCacheControl } from "../../src/parse/cache-control.ts";
import { servedFromCache } from "../../src/parse/cache-hit.ts";
import { headerValues } from "../../src/parse/headers.ts";
import { siteAnswers, type SiteAnswer } from "../../src/parse/site-answers.ts";
import { cookieRole } from "../../src/data/cookies.ts";
import { cachePersonalPagesText } from "./cache-personal-pages.text.ts";

type Code = keyof (typeof cachePersonalPagesText)["en"]["outcomes"];

/** Pages that show a customer's own data. */
const PERSONAL: ReadonlySet<PageRole> = new Set<PageRole>(["login", "account", "cart", "checkout"]);

export const cachePersonalPages = defineCheck({
  id: "headers/cache-personal-pages",
  needs: ["http", "pages"],
  severity: { "session-cached": "high", cached: "medium", shared: "medium", storable: "low" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9111"],
    cwe: [524, 525],
    rgpd: ["32"],
    asvs: ["14.3.2"],
    wstg: ["WSTG-ATHN-06"],
  },
  text: cachePersonalPagesText,
  evaluate({ http, pages }) {
    const answers = siteAnswers(http, pages);
    const personal = answers.documents.filter(({ role }) => PERSONAL.has(role));
    if (personal.length === 0) return [notAssessed(answers.documents.length === 0 ? "no-pages" : "not-found")];
    const verdicts = judgePages({ documents: personal, unseen: answers.unseen }, (answer) => faultsOf(answer));
    // The remedy is for the pages that need it: without caching elsewhere a shop would be slow.
    return verdicts.map((verdict) =>
      verdict.status === "fail" ? { ...verdict, remedy: [remedyFor(verdict.pages)] } : verdict,
    );
  },
});

function faultsOf(answer: SiteAnswer): readonly PageFault<Code>[] {
  const code = weaknessOf(answer);
  if (code === null) return [];
  const value = headerValues(answer.headers, "cache-control").join(", ");
  return [
    {
      code,
      subject: code,
      params: { value: value.slice(0, 100) },
      observed: {
        cacheControl: value.slice(0, 300),
        hit: servedFromCache(answer.headers),
        setsCookie: answer.cookies.length > 0,
      },
    },
  ];
}

/** Where one address serves the whole shop, no line of the server can tell the personal pages apart. */
const WHOLE_SHOP: ReadonlySet<string> = new Set(["/", "/index.php"]);

function remedyFor(pages: readonly string[]): Remedy {
  const paths = [...new Set(pages.map((url) => new URL(url).pathname))];
  if (paths.some((path) => WHOLE_SHOP.has(path))) return { action: "review", topic: "cache-in-application" };
  return { action: "set-response-header", name: "Cache-Control", value: "no-store", paths, caution: "cache-front" };
}

function weaknessOf({ headers, cookies }: SiteAnswer): Code | null {
  const directives = parseCacheControl(headerValues(headers, "cache-control"));
  const hit = servedFromCache(headers) !== null;
  const session = cookies.some(({ name }) => ["session", "authentication", "cart"].includes(cookieRole(name).role));
  // An answer from a cache that sets a session hands the same session to every visitor.
  if (hit && session) return "session-cached";
  if (hit) return "cached";
  if (directives.has("no-store") || directives.has("private")) return null;
  if (directives.has("public") || (cacheSeconds(directives, "s-maxage") ?? 0) > 0) {
    return session ? "session-cached" : "shared";
  }
  return directives.has("no-cache") ? null : "storable";
}
