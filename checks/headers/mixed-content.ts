import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { notAssessed } from "../../src/core/verdict.ts";
import { collectPolicies } from "../../src/parse/csp.ts";
import { htmlAnswers, siteAnswers, type Page } from "../../src/parse/site-answers.ts";
import { mixedContentText } from "./mixed-content.text.ts";

type Code = keyof (typeof mixedContentText)["en"]["outcomes"];

/** What can change the page when it is changed on the way; the rest can only be looked at (Mixed Content, 3). */
const ACTIVE: ReadonlySet<string> = new Set(["script", "style", "frame", "object", "font", "preload"]);

export const mixedContent = defineCheck({
  id: "headers/mixed-content",
  needs: ["http", "pages"],
  severity: { active: "high", passive: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [319, 311],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1"],
    wstg: ["WSTG-CRYP-03"],
    urls: ["https://www.w3.org/TR/mixed-content/"],
  },
  text: mixedContentText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    const secure = answers.documents.filter(({ url, page }) => page !== null && url.startsWith("https:"));
    if (secure.length === 0 && answers.documents.length > 0) return [notAssessed("no-https")];
    return judgePages({ ...answers, documents: secure }, ({ page }) => (page === null ? [] : faultsOf(page)));
  },
});

function faultsOf(page: Page): readonly PageFault<Code>[] {
  const upgraded = collectPolicies(page.headers, page.metaPolicies).enforced.some((policy) =>
    policy.directives.has("upgrade-insecure-requests"),
  );
  const loaded = [
    ...page.resources,
    ...page.scripts.map(({ src, neutralised }) => ({ url: src ?? "", kind: "script", neutralised })),
  ];
  const clear = loaded.flatMap(({ url, kind, neutralised }) => {
    const address = neutralised === true ? null : URL.parse(url);
    return address?.protocol === "http:"
      ? [{ kind, host: address.host, url: `${address.origin}${address.pathname}` }]
      : [];
  });
  return clear.map(({ kind, host, url }) => {
    const code = ACTIVE.has(kind) ? "active" : "passive";
    return {
      code,
      subject: `${code} ${host}`,
      params: { host, url: url.slice(0, 160) },
      observed: { url: url.slice(0, 300), kind, upgraded },
      remedy: { action: "edit-page", change: "mixed-content-https", element: url.slice(0, 300) },
      // The browser asks for https instead, as long as that header is sent.
      ...(upgraded ? { shift: -2, shiftReason: "upgrade-insecure-requests" } : {}),
    };
  });
}
