import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type FailInput, type Verdict } from "../../src/core/verdict.ts";
import { headerValues } from "../../src/parse/headers.ts";
import { parseHsts } from "../../src/parse/hsts.ts";
import { hstsText } from "./hsts.text.ts";

const HEADER = "strict-transport-security";

type Code = keyof (typeof hstsText)["en"]["outcomes"];

interface Settings {
  readonly minimumMaxAge: number;
  readonly requireSubDomains: boolean;
}

export const hsts = defineCheck({
  id: "headers/hsts",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    absent: "medium",
    malformed: "medium",
    disabled: "medium",
    duplicated: "low",
    short: "low",
    "no-subdomains": "low",
    "preload-premature": "info",
  },
  settings: z.strictObject({
    /** Seconds; half a year, as graders of the field ask. The strict profile asks for a year and the sub-domains. */
    minimumMaxAge: z.number().int().min(1).default(15_552_000),
    requireSubDomains: z.boolean().default(false),
  }),
  references: {
    rfc: ["RFC 6797"],
    cwe: [319, 523],
    rgpd: ["32"],
    "pci-dss": ["4.2.1"],
    asvs: ["3.4.1"],
    wstg: ["WSTG-CONF-07"],
  },
  text: hstsText,
  evaluate({ http, pages }, settings) {
    const byHost = new Map<string, { values: string[]; joined: boolean }>();
    const answers = [...http.origins.flatMap(({ chain }) => chain), ...(pages?.pages ?? [])];
    for (const { url, headers, challenge } of answers) {
      const { protocol, host } = new URL(url);
      // Browsers ignore the header over http (RFC 6797, 8.1), and a bot wall's answer is not the merchant's.
      if (protocol !== "https:" || challenge === true) continue;
      const values = headerValues(headers, HEADER);
      const known = byHost.get(host) ?? { values: [], joined: false };
      byHost.set(host, { values: [...known.values, ...values], joined: known.joined || values.length > 1 });
    }
    if (byHost.size === 0) {
      const blocked = answers.some(({ challenge }) => challenge === true);
      return [notAssessed(blocked ? "blocked" : "no-https")];
    }
    // One visit teaches a browser the policy of a host, so any answer of the host will do. An address literal is judged
    // like a name: browsers keep the policy for names only, but what the server is set to send is the merchant's question.
    return [...byHost].map(([host, { values, joined }]) => judgeHost(host, [...new Set(values)], joined, settings));
  },
});

function judgeHost(host: string, values: readonly string[], several: boolean, settings: Settings): Verdict<Code> {
  const [value] = values;
  if (value === undefined) return fault(host, "absent", {}, []);
  const policies = values.map((text) => parseHsts(text));
  const broken = policies.find(({ maxAge, problems }) => maxAge === null || problems.length > 0);
  if (broken !== undefined) return fault(host, "malformed", {}, values);
  const maxAge = Math.min(...policies.map((policy) => policy.maxAge ?? 0));
  if (maxAge === 0) return fault(host, "disabled", {}, values);
  if (several) return fault(host, "duplicated", {}, values);
  if (maxAge < settings.minimumMaxAge) {
    return fault(host, "short", { days: days(maxAge), wanted: days(settings.minimumMaxAge) }, values);
  }
  const everywhere = policies.every(({ includeSubDomains }) => includeSubDomains);
  if (settings.requireSubDomains && !everywhere) return fault(host, "no-subdomains", {}, values);
  // Conditions of hstspreload.org: a year, and the sub-domains.
  const premature = policies.some(({ preload }) => preload) && (!everywhere || maxAge < 31_536_000);
  return premature ? fault(host, "preload-premature", {}, values) : pass(host, { value });
}

function fault(host: string, code: Code, params: FailInput<Code>["params"], values: readonly string[]): Verdict<Code> {
  const subDomains = values.some((value) => parseHsts(value).includeSubDomains) || code === "no-subdomains";
  return fail({
    code,
    subject: host,
    params: { ...params, host },
    observed: { values: values.slice(0, 5).map((value) => value.slice(0, 200)) },
    remedy: {
      action: "set-response-header",
      name: "Strict-Transport-Security",
      // Never advises preload: leaving that list takes months (hstspreload.org asks tools not to).
      value: `max-age=31536000${subDomains ? "; includeSubDomains" : ""}`,
      caution: code === "no-subdomains" ? "hsts-subdomains" : "hsts-https-everywhere",
    },
    pages: [`https://${host}/`],
  });
}

function days(seconds: number): number {
  return Math.floor(seconds / 86_400);
}
