import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { headerValues } from "../../src/parse/headers.ts";
import { siteAnswers } from "../../src/parse/site-answers.ts";
import { nosniffText } from "./nosniff.text.ts";

export const nosniff = defineCheck({
  id: "headers/nosniff",
  needs: ["http"],
  uses: ["pages"],
  severity: { absent: "low", invalid: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [430, 693],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    asvs: ["3.4.4"],
    urls: ["https://fetch.spec.whatwg.org/#x-content-type-options-header"],
  },
  text: nosniffText,
  evaluate({ http, pages }) {
    return judgePages(siteAnswers(http, pages), ({ headers }): readonly PageFault<"absent" | "invalid">[] => {
      const values = headerValues(headers, "x-content-type-options");
      // Browsers join the lines and take the first member (Fetch standard, "determine nosniff").
      const first = values.join(",").split(",", 1)[0]?.trim().toLowerCase() ?? "";
      if (values.length > 0 && first === "nosniff") return [];
      return [
        {
          code: values.length === 0 ? "absent" : "invalid",
          subject: "x-content-type-options",
          params: { value: values.join(", ").slice(0, 100) },
          observed: { value: values.length === 0 ? null : values.join(", ").slice(0, 200) },
          remedy: { action: "set-response-header", name: "X-Content-Type-Options", value: "nosniff" },
        },
      ];
    });
  },
});
