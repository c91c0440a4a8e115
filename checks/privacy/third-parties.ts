import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { thirdPartiesText } from "./third-parties.text.ts";

type Code = keyof (typeof thirdPartiesText)["en"]["outcomes"];

/** Ways by which a third party runs or shows something, and does not merely deliver a picture. */
const ACTIVE: ReadonlySet<string> = new Set(["script", "inline-script", "iframe"]);

export const thirdParties = defineCheck({
  id: "privacy/third-parties",
  needs: ["pages"],
  severity: { unnamed: "info" },
  settings: z.strictObject({}),
  references: { rgpd: ["28", "30"], "pci-dss": ["6.4.3", "12.8"], cwe: [829] },
  text: thirdPartiesText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const unknown = new Map<string, string[]>();
    const known = new Set<string>();
    for (const page of pages.pages) {
      for (const { domain, processor, via } of page.thirdParties) {
        if (processor !== undefined) known.add(processor);
        else if (via.some((way) => ACTIVE.has(way)))
          unknown.set(domain, [...new Set([...(unknown.get(domain) ?? []), page.url])]);
      }
    }
    if (unknown.size === 0)
      return [
        known.size === 0 ? nothingSeen(pages, "no-third-parties") : pass(undefined, { known: [...known].slice(0, 60) }),
      ];
    return [...unknown].map(([domain, on]): Verdict<Code> =>
      fail({
        code: "unnamed",
        subject: domain,
        params: { domain, page: on[0] ?? "" },
        remedy: { action: "review", topic: "third-party-who" },
        pages: on,
      }),
    );
  },
});
