import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { processorNamed } from "../../src/data/processors/lookup.ts";
import { paymentPageScriptsText } from "./payment-page-scripts.text.ts";

type Code = keyof (typeof paymentPageScriptsText)["en"]["outcomes"];

const SCRIPTED: ReadonlySet<string> = new Set(["script", "inline-script"]);

export const paymentPageScripts = defineCheck({
  id: "privacy/payment-page-scripts",
  needs: ["pages"],
  severity: { "advertising-script": "high", "unknown-script": "medium", "tag-manager": "low" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "28", "32"],
    "pci-dss": ["6.4.3", "11.6.1"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 16"],
    asvs: ["14.2.3", "3.6.1"],
    wstg: ["WSTG-CLNT-13"],
    cwe: [829, 353],
  },
  text: paymentPageScriptsText,
  evaluate({ pages }) {
    const watched = pages.pages.filter(
      ({ role, forms }) =>
        role === "checkout" || role === "login" || forms.some(({ kind }) => kind === "checkout" || kind === "login"),
    );
    if (watched.length === 0) {
      const missing = pages.missing.some(({ role }) => role === "checkout" || role === "login");
      return [pages.pages.length === 0 || missing ? notAssessed("not-found") : notApplicable("no-payment")];
    }
    if (watched.every(({ rendered }) => rendered === "empty-root")) return [notAssessed("not-rendered")];
    const found = new Map<string, { code: Code; name: string; host: string; pages: string[] }>();
    for (const page of watched) {
      for (const fault of faultsOn(page)) {
        const known = found.get(fault.name);
        if (known === undefined) found.set(fault.name, { ...fault, pages: [page.url] });
        else if (!known.pages.includes(page.url)) known.pages.push(page.url);
      }
    }
    if (found.size === 0) return [pass(undefined, { pages: watched.map(({ url }) => url) })];
    return [...found.values()].map(({ code, name, host, pages: on }): Verdict<Code> =>
      fail({
        code,
        subject: `${code} ${name}`,
        params: { script: name, page: on[0] ?? "", count: on.length },
        observed: { host },
        remedy: { action: "edit-page", change: `script-${code}`, element: name },
        pages: on,
      }),
    );
  },
});

interface ScriptFault {
  readonly code: Code;
  readonly name: string;
  readonly host: string;
}

/** Session replay has a check of its own; the payment provider, the consent tool and robot filters belong here. */
function faultsOn(page: Page): readonly ScriptFault[] {
  return page.thirdParties.flatMap(({ processor: name, role, host, domain, via }): ScriptFault[] => {
    if (!via.some((way) => SCRIPTED.has(way))) return [];
    if (name === undefined) return [{ code: "unknown-script", name: domain, host }];
    if (processorNamed(name)?.tagManager === true) return [{ code: "tag-manager", name, host }];
    return role === "ads" || role === "affiliation" ? [{ code: "advertising-script", name, host }] : [];
  });
}
