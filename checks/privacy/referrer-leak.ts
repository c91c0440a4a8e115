import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { headerValue } from "../../src/parse/headers.ts";
import { personalFields } from "../forms/personal-forms.ts";
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
    // The newsletter of every footer is one situation, however many pages show it.
    const byCode = Map.groupBy(exposed.map(exposureOf), ({ code }) => code ?? "none");
    const verdicts = [...byCode.values()].flatMap(judge);
    return verdicts.length === 0 ? [pass()] : verdicts;
  },
});

interface Exposure {
  readonly page: Page;
  readonly code: Code | null;
  readonly policy: string;
  readonly readers: readonly string[];
}

function exposureOf(page: Page): Exposure {
  const value = (page.metaReferrer ?? headerValue(page.headers, "referrer-policy") ?? "").toLowerCase();
  const policy = value.split(",").at(-1)?.trim() ?? "";
  const readers = page.thirdParties
    .filter(
      ({ role, via }) =>
        role !== undefined && READERS.has(role) && via.some((way) => way === "script" || way === "inline-script"),
    )
    .map(({ processor, host }) => processor ?? host);
  const full = policy === "unsafe-url" || policy === "no-referrer-when-downgrade";
  return { page, policy, readers, code: full ? "full-referrer" : readers.length > 0 ? "read-by-third-party" : null };
}

function judge(exposures: readonly Exposure[]): readonly Verdict<Code>[] {
  const [first] = exposures;
  if (first === undefined || first.code === null) return [];
  const readers = [...new Set(exposures.flatMap((exposure) => exposure.readers))];
  return [
    fail({
      code: first.code,
      subject: first.code,
      params: { page: first.page.url, policy: first.policy, readers, count: exposures.length },
      observed: { policy: first.policy, readers },
      remedy:
        first.code === "full-referrer"
          ? { action: "set-response-header", name: "Referrer-Policy", value: "strict-origin-when-cross-origin" }
          : { action: "edit-form", change: "form-method-post" },
      confidence: "medium",
      pages: exposures.map(({ page }) => page.url),
    }),
  ];
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
