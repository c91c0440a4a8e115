import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages } from "../../src/core/judge-pages.ts";
import { admitsAnyHost, collectPolicies, parseHostSource } from "../../src/parse/csp.ts";
import { headerValues, listMembers } from "../../src/parse/headers.ts";
import { htmlAnswers, siteAnswers, type SiteAnswer } from "../../src/parse/site-answers.ts";
import { framingText } from "./framing.text.ts";

type Code = keyof (typeof framingText)["en"]["outcomes"];

export const framing = defineCheck({
  id: "headers/framing",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    absent: "medium",
    "broad-ancestors": "medium",
    "meta-only": "medium",
    invalid: "medium",
    contradictory: "low",
  },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 7034"],
    cwe: [1021],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    asvs: ["3.4.6"],
    wstg: ["WSTG-CLNT-09"],
    urls: ["https://www.w3.org/TR/CSP3/#directive-frame-ancestors"],
  },
  text: framingText,
  evaluate({ http, pages }) {
    return judgePages(htmlAnswers(siteAnswers(http, pages)), (answer) => {
      const found = weaknessOf(answer);
      if (found === null) return [];
      const { code, value } = found;
      return [
        {
          code,
          subject: "framing",
          params: { value: value.slice(0, 100) },
          observed: { value: value.slice(0, 300) },
          remedy:
            code === "broad-ancestors"
              ? { action: "review", topic: "frame-ancestors-narrow" }
              : {
                  action: "set-response-header",
                  name: "X-Frame-Options",
                  value: "SAMEORIGIN",
                  caution: "framing-embeds",
                },
        },
      ];
    });
  },
});

interface Weakness {
  readonly code: Code;
  readonly value: string;
}

function weaknessOf({ headers, metaPolicies }: SiteAnswer): Weakness | null {
  const lists = collectPolicies(headers, []).enforced.flatMap((policy) => {
    const ancestors = policy.directives.get("frame-ancestors");
    return ancestors === undefined ? [] : [ancestors];
  });
  // Where a policy names frame-ancestors, browsers do not look at X-Frame-Options (CSP level 3, 6.4.2).
  if (lists.length > 0) {
    const open = lists.every((ancestors) => ancestors.some((source) => isOpen(source)));
    return open ? { code: "broad-ancestors", value: lists.map((ancestors) => ancestors.join(" ")).join(", ") } : null;
  }
  const values = [
    ...new Set(
      headerValues(headers, "x-frame-options")
        .flatMap((value) => listMembers(value))
        .map((value) => value.toUpperCase()),
    ),
  ];
  if (values.length > 1) return { code: "contradictory", value: values.join(", ") };
  const [value] = values;
  if (value === "DENY" || value === "SAMEORIGIN") return null;
  if (value !== undefined) return { code: "invalid", value };
  // A meta element cannot set frame-ancestors; whoever put it there believes to be protected.
  const meta = metaPolicies.find((text) => /(?:^|;)\s*frame-ancestors\b/i.test(text));
  return meta === undefined ? { code: "absent", value: "" } : { code: "meta-only", value: meta };
}

/** `*`, a bare scheme, or a wildcard that spans a whole top-level domain. */
function isOpen(source: string): boolean {
  return admitsAnyHost(source) || /^\*\.[a-z]{2,}$/.test(parseHostSource(source)?.host ?? "");
}
