import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { headerValue } from "../../src/parse/headers.ts";
import { pathOf, personalFields } from "../forms/personal-forms.ts";
import { referrerLeakText } from "./referrer-leak.text.ts";

type Code = keyof (typeof referrerLeakText)["en"]["outcomes"];

/** Readers of `location.href`: what they send home is the whole address. */
const READERS: ReadonlySet<string> = new Set(["analytics", "ads", "session_replay", "affiliation", "ab_testing"]);

export const referrerLeak = defineCheck({
  id: "privacy/referrer-leak",
  needs: ["pages"],
  severity: { "full-referrer": "medium", "read-by-third-party": "medium" },
  settings: z.strictObject({}),
  references: { rgpd: ["5", "32"], asvs: ["3.4.5", "14.2.1"], cwe: [598, 200] },
  text: referrerLeakText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const exposed = pages.pages.filter(putsDataInAddress);
    if (exposed.length === 0) return [notApplicable("no-address-with-data")];
    return exposed.map(judge);
  },
});

function judge(page: Page): Verdict<Code> {
  const policy = (page.metaReferrer ?? headerValue(page.headers, "referrer-policy") ?? "").toLowerCase();
  const last = policy.split(",").at(-1)?.trim() ?? "";
  const readers = page.thirdParties.filter(
    ({ role, via }) =>
      role !== undefined && READERS.has(role) && via.some((way) => way === "script" || way === "inline-script"),
  );
  const full = last === "unsafe-url" || last === "no-referrer-when-downgrade";
  if (!full && readers.length === 0) return pass(pathOf(page.url));
  return fail({
    code: full ? "full-referrer" : "read-by-third-party",
    subject: `${page.role} ${pathOf(page.url)}`,
    params: { page: page.url, policy: last, readers: readers.map(({ processor, host }) => processor ?? host) },
    observed: { policy: last, readers: readers.map(({ host }) => host) },
    remedy: full
      ? { action: "set-response-header", name: "Referrer-Policy", value: "strict-origin-when-cross-origin" }
      : { action: "edit-form", change: "form-method-post" },
    confidence: "medium",
    pages: [page.url],
  });
}

/** L1 and L4: an explicit GET with personal data, or personal values in the page's own address. */
function putsDataInAddress(page: Page): boolean {
  const get = page.forms.some(
    (form) =>
      form.method === "get" &&
      form.methodExplicit &&
      personalFields(form).some(({ sensitivity }) => sensitivity !== "ordinary"),
  );
  return get || page.personalDataLeaks.some(({ where }) => where === "address" || where === "canonical");
}
