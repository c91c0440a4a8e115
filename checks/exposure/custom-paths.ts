import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { customPathsText } from "./custom-paths.text.ts";
import { subjectOf } from "./exposed.ts";

export const customPaths = defineCheck({
  id: "exposure/custom-paths",
  needs: ["paths"],
  severity: { critical: "critical", high: "high", medium: "medium", low: "low", info: "info" },
  settings: z.strictObject({}),
  references: { cwe: [538, 552], rgpd: ["32"], asvs: ["13.4.7"], wstg: ["WSTG-CONF-04"] },
  text: customPathsText,
  evaluate({ paths }) {
    const own = paths.hits.filter((hit) => hit.group === "custom" && hit.kind === "exposure");
    const found = own.flatMap((hit): readonly Verdict<typeof hit.severity>[] => {
      if (hit.outcome !== "confirmed") return [];
      return [
        fail({
          code: hit.severity,
          subject: subjectOf(hit),
          params: { title: hit.title ?? hit.probe, url: hit.url },
          observed: { probe: hit.probe, url: hit.url, status: hit.status, bytes: hit.bytes },
          remedy: [
            { action: "deny-path", path: new URL(hit.url).pathname, directory: false },
            ...(hit.stake === "credentials"
              ? [{ action: "rotate-secrets", what: "exposed-credentials" } as const]
              : []),
            ...(hit.stake === "customer-data" ? [{ action: "review", topic: "assess-notification" } as const] : []),
          ],
          confidence: hit.confidence,
          pages: [hit.url],
        }),
      ];
    });
    const asked = paths.probes.filter(({ probe }) => probe.startsWith("custom:"));
    const missing = asked.reduce((sum, probe) => sum + probe.notMade, 0);
    if (missing > 0) found.push(notAssessed(paths.stopped ?? "answers-everything", String(missing)));
    if (found.length > 0) return found;
    return asked.length === 0 ? [notApplicable("no-custom-probes")] : [pass()];
  },
});
