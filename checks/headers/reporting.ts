import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { notApplicable } from "../../src/core/verdict.ts";
import { collectPolicies } from "../../src/parse/csp.ts";
import { fieldTitle } from "../../src/parse/headers.ts";
import { parseReporting } from "../../src/parse/reporting.ts";
import { htmlAnswers, siteAnswers, type SiteAnswer } from "../../src/parse/site-answers.ts";
import { reportingText } from "./reporting.text.ts";

type Code = keyof (typeof reportingText)["en"]["outcomes"];

export const reporting = defineCheck({
  id: "headers/reporting",
  needs: ["http"],
  uses: ["pages"],
  severity: { "in-clear": "low", "no-endpoint": "low", malformed: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [319, 778],
    rgpd: ["32"],
    "pci-dss": ["11.6.1"],
    asvs: ["3.4.7"],
    urls: ["https://www.w3.org/TR/reporting-1/"],
  },
  text: reportingText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    const used = answers.documents.some(
      ({ headers }) => parseReporting(headers).used || policyTargets(headers).length > 0,
    );
    // Nobody has to collect reports.
    if (answers.documents.length > 0 && !used) return [notApplicable("not-used")];
    return judgePages(answers, (answer) => faultsOf(answer));
  },
});

interface PolicyTarget {
  readonly kind: "address" | "name";
  readonly value: string;
}

/** Where the policies of an answer send their reports: addresses of report-uri, names of report-to. */
function policyTargets(headers: SiteAnswer["headers"]): readonly PolicyTarget[] {
  const { enforced, reportOnly } = collectPolicies(headers, []);
  return [...enforced, ...reportOnly].flatMap(({ directives }): readonly PolicyTarget[] => {
    const addresses = directives.get("report-uri") ?? [];
    const [name] = directives.get("report-to") ?? [];
    return [
      ...addresses.map((value): PolicyTarget => ({ kind: "address", value })),
      ...(name === undefined ? [] : [{ kind: "name", value: name } as const]),
    ];
  });
}

function faultsOf({ headers, url }: SiteAnswer): readonly PageFault<Code>[] {
  const { endpoints, malformed } = parseReporting(headers);
  const targets = policyTargets(headers);
  const addresses = [
    ...[...endpoints.values()].flat(),
    ...targets.flatMap(({ kind, value }) => (kind === "address" ? [value] : [])),
  ];
  const clear = addresses.filter((address) => URL.parse(address, url)?.protocol === "http:");
  const unnamed = targets.filter(({ kind, value }) => kind === "name" && !endpoints.has(value));
  return [
    ...malformed.map((header) => fault("malformed", header, fieldTitle(header))),
    ...clear.map((address) => fault("in-clear", URL.parse(address, url)?.host ?? "", address.split("?", 1)[0] ?? "")),
    ...unnamed.map(({ value }) => fault("no-endpoint", value, value)),
  ];
}

function fault(code: Code, subject: string, value: string): PageFault<Code> {
  return {
    code,
    subject: `${code} ${subject.slice(0, 100)}`,
    params: { value: value.slice(0, 120) },
    observed: { value: value.slice(0, 300) },
    remedy: { action: "review", topic: "reporting-endpoint" },
  };
}
