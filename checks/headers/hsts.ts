import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { headerValues } from "../../src/parse/headers.ts";
import { parseHsts } from "../../src/parse/hsts.ts";
import { networkAnswers } from "../../src/parse/site-answers.ts";
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
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["4.2.1"],
    asvs: ["3.4.1"],
    wstg: ["WSTG-CONF-07"],
  },
  text: hstsText,
  evaluate({ http, pages }, settings) {
    const byHost = new Map<string, { values: string[]; joined: boolean; proper: boolean }>();
    const { answers, refused } = networkAnswers(http, pages);
    for (const { url, headers, status } of answers) {
      const { protocol, host } = new URL(url);
      // Browsers ignore the header over http (RFC 6797, 8.1).
      if (protocol !== "https:") continue;
      const values = headerValues(headers, HEADER);
      const known = byHost.get(host) ?? { values: [], joined: false, proper: false };
      byHost.set(host, {
        values: [...known.values, ...values],
        joined: known.joined || values.length > 1,
        proper: known.proper || status < 400,
      });
    }
    if (byHost.size === 0) return [notAssessed(refused ? "blocked" : "no-https")];
    // One visit teaches a browser the policy of a host, so any answer of the host will do. An address literal is judged
    // like a name: browsers keep the policy for names only, but what the server is set to send is the merchant's question.
    // nginx leaves its own headers off errors and refusals, so a host that gave nothing else has shown nothing.
    const mute = [...byHost].flatMap(([host, { values, proper }]) => (values.length === 0 && !proper ? [host] : []));
    for (const host of mute) byHost.delete(host);
    const judged = [...byHost].map(([host, { values, joined }]) => ({
      host,
      values,
      code: weaknessOf([...new Set(values)], joined, settings),
    }));
    const faults = Map.groupBy(judged, ({ code }) => code);
    return [
      ...[...faults].flatMap(([code, hosts]) =>
        code === null ? hosts.map(({ host }) => pass(host)) : [verdictOf(code, hosts, settings)],
      ),
      ...mute.map((host) => notAssessed("http-error", host)),
    ];
  },
});

function weaknessOf(values: readonly string[], several: boolean, settings: Settings): Code | null {
  if (values.length === 0) return "absent";
  const policies = values.map((text) => parseHsts(text));
  if (policies.some(({ maxAge, problems }) => maxAge === null || problems.length > 0)) return "malformed";
  const maxAge = maxAgeOf(values);
  if (maxAge === 0) return "disabled";
  if (several) return "duplicated";
  if (maxAge < settings.minimumMaxAge) return "short";
  const everywhere = policies.every(({ includeSubDomains }) => includeSubDomains);
  if (settings.requireSubDomains && !everywhere) return "no-subdomains";
  // Conditions of hstspreload.org: a year, and the sub-domains.
  const premature = policies.some(({ preload }) => preload) && (!everywhere || maxAge < 31_536_000);
  return premature ? "preload-premature" : null;
}

interface JudgedHost {
  readonly host: string;
  readonly values: readonly string[];
}

function verdictOf(code: Code, hosts: readonly JudgedHost[], settings: Settings): Verdict<Code> {
  const values = hosts.flatMap((host) => host.values);
  const subDomains = code === "no-subdomains" || values.some((value) => parseHsts(value).includeSubDomains);
  return fail({
    code,
    subject: code,
    params: {
      hosts: hosts.map(({ host }) => host),
      count: hosts.length,
      ...(code === "short" ? { days: days(maxAgeOf(values)), wanted: days(settings.minimumMaxAge) } : {}),
    },
    observed: { values: [...new Set(values)].slice(0, 5).map((value) => value.slice(0, 200)) },
    remedy: {
      action: "set-response-header",
      name: "Strict-Transport-Security",
      // Never advises preload: leaving that list takes months (hstspreload.org asks tools not to).
      value: `max-age=31536000${subDomains ? "; includeSubDomains" : ""}`,
      caution: code === "no-subdomains" ? "hsts-subdomains" : "hsts-https-everywhere",
    },
    pages: hosts.map(({ host }) => `https://${host}/`),
  });
}

/** The shortest, since a browser may have met any of them last. */
function maxAgeOf(values: readonly string[]): number {
  return Math.min(...values.map((value) => parseHsts(value).maxAge ?? 0));
}

function days(seconds: number): number {
  return Math.floor(seconds / 86_400);
}
