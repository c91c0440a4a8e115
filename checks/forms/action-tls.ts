import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { hostOf, portOf } from "../../src/core/target.ts";
import { notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { actionTlsText } from "./action-tls.text.ts";
import { formFault, personalForms, withoutPersonalForms, type PersonalForm } from "./personal-forms.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof actionTlsText)["en"]["outcomes"];
type Endpoint = SectionValue<"actionTls">["endpoints"][number];

export const actionTls = defineCheck({
  id: "forms/action-tls",
  needs: ["pages"],
  uses: ["actionTls"],
  severity: { "no-tls": "high", "untrusted-certificate": "high", "wrong-name": "high", "old-versions": "high" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 6"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.1.1", "12.2.2"],
    wstg: ["WSTG-CRYP-01"],
    cwe: [295, 326, 327],
  },
  text: actionTlsText,
  evaluate({ pages, actionTls: seen }, _settings, { target }) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    // The target's own TLS is judged by the areas tls and certificate.
    const own = URL.parse(target.url)?.host;
    const hosts = new Map<string, { personal: PersonalForm; url: URL }>();
    for (const personal of forms) {
      for (const action of [personal.form.action, ...personal.form.submitters.map((submitter) => submitter.action)]) {
        const url = action === null ? null : URL.parse(action);
        if (url?.protocol === "https:" && url.host !== own && !hosts.has(url.host))
          hosts.set(url.host, { personal, url });
      }
    }
    if (hosts.size === 0) return [notApplicable("own-host-only")];
    return [...hosts.values()].map(({ personal, url }) => {
      const endpoints = (seen?.endpoints ?? []).filter(
        ({ host, port }) => host === hostOf(url) && port === portOf(url),
      );
      return judge(endpoints, personal, url.host);
    });
  },
});

function judge(endpoints: readonly Endpoint[], personal: PersonalForm, host: string): Verdict<Code> {
  const usable = endpoints.filter(({ state }) => state !== "failed");
  if (usable.length === 0) return notAssessed("not-tested", host);
  const fault = usable.map((endpoint) => faultOf(endpoint)).find((found) => found !== null);
  if (fault === undefined || fault === null) return pass(host);
  return formFault(personal, {
    code: fault.code,
    params: { host, reason: fault.reason },
    observed: { host, reason: fault.reason },
    remedy: { action: "review", topic: "action-host-tls" },
    ...stakesOf(personal.fields, personal.form.kind),
  });
}

function faultOf({ state, certificates, versions }: Endpoint): { readonly code: Code; readonly reason: string } | null {
  if (state === "plain") return { code: "no-tls", reason: "" };
  const [leaf] = certificates;
  if (leaf?.hostMatches === false) return { code: "wrong-name", reason: leaf.subject };
  if (leaf !== undefined && !leaf.trust.trusted) {
    return { code: "untrusted-certificate", reason: leaf.trust.code ?? "unknown-issuer" };
  }
  const seen = Object.keys(versions);
  const modern = seen.includes("TLSv1.2") || seen.includes("TLSv1.3");
  return seen.length > 0 && !modern ? { code: "old-versions", reason: seen.join(", ") } : null;
}
