import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { OBSOLETE_HEADERS } from "../../src/data/banner-headers.ts";
import { fieldTitle, headerValue } from "../../src/parse/headers.ts";
import { siteAnswers } from "../../src/parse/site-answers.ts";
import { deprecatedText } from "./deprecated.text.ts";

type Code = keyof (typeof deprecatedText)["en"]["outcomes"];

export const deprecated = defineCheck({
  id: "headers/deprecated",
  needs: ["http"],
  uses: ["pages"],
  severity: { "xss-filter": "low", obsolete: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [477],
    urls: [
      "https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-XSS-Protection",
      "https://owasp.org/www-project-secure-headers/",
    ],
  },
  text: deprecatedText,
  evaluate({ http, pages }) {
    return judgePages(siteAnswers(http, pages), ({ headers }): readonly PageFault<Code>[] => {
      const filter = headerValue(headers, "x-xss-protection");
      return [
        // The filter of old browsers could be made to switch off parts of a page, and to tell what was on it.
        ...(filter?.startsWith("1") === true ? [fault("xss-filter", "x-xss-protection")] : []),
        ...OBSOLETE_HEADERS.filter((name) => headerValue(headers, name) !== null).map((name) =>
          fault("obsolete", name),
        ),
      ];
    });
  },
});

function fault(code: Code, header: string): PageFault<Code> {
  return {
    code,
    subject: header,
    params: { header: fieldTitle(header) },
    observed: { header },
    remedy: { action: "remove-response-header", name: fieldTitle(header) },
  };
}
