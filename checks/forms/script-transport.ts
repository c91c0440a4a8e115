import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { sameRegistrableDomain } from "../../src/core/domain.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { pathOf, personalFields, withoutPersonalForms, withUnseen } from "./personal-forms.ts";
import { scriptTransportText } from "./script-transport.text.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof scriptTransportText)["en"]["outcomes"];

/** Addresses that name a vocabulary or the developer's own machine. */
const HARMLESS = /^(www\.w3\.org|schema\.org|localhost|127\.|ogp\.me|purl\.org)/;

export const scriptTransport = defineCheck({
  id: "forms/script-transport",
  needs: ["pages"],
  severity: { "sends-in-clear": "medium", "socket-in-clear": "medium", "foreign-service-worker": "medium" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1", "4.4.1"],
    wstg: ["WSTG-CLNT-10", "WSTG-CRYP-03"],
    cwe: [319, 829],
  },
  text: scriptTransportText,
  evaluate({ pages }) {
    const personal = pages.pages.filter(({ forms }) => forms.some((form) => personalFields(form).length > 0));
    if (personal.length === 0) return withoutPersonalForms(pages);
    const found = new Map<string, Verdict<Code>>();
    for (const page of personal) for (const verdict of faultsOf(page)) found.set(verdict.subject ?? "", verdict);
    return withUnseen(pages, found.size === 0 ? [pass()] : [...found.values()]);
  },
});

function faultsOf(page: Page): readonly Verdict<Code>[] {
  const fields = page.forms.flatMap((form) => personalFields(form));
  return page.scripts.flatMap((script) =>
    script.neutralised
      ? []
      : script.literals.flatMap((literal): Verdict<Code>[] => {
          const fault = faultOf(literal, script.type, page.url);
          if (fault === null) return [];
          return [
            fail({
              code: fault.code,
              subject: `${fault.code} ${pathOf(fault.address)}`,
              params: { page: page.url, address: fault.address, script: script.src ?? "inline" },
              observed: { script: script.src ?? "inline", address: fault.address },
              remedy: {
                action: "edit-page",
                change: fault.code === "foreign-service-worker" ? "service-worker-own" : "script-https",
                element: script.src ?? "script",
              },
              // Read in the text of the script: what it does when it runs needs a browser.
              confidence: fault.code === "foreign-service-worker" ? "high" : "medium",
              ...stakesOf(fields, "other"),
              pages: [page.url],
            }),
          ];
        }),
  );
}

function faultOf(
  literal: string,
  type: string | null,
  pageUrl: string,
): { readonly code: Code; readonly address: string } | null {
  const colon = literal.indexOf(":");
  const address = literal.slice(colon + 1);
  const host = URL.parse(address)?.hostname ?? "";
  if (host === "" || HARMLESS.test(host)) return null;
  switch (literal.slice(0, colon)) {
    case "sends":
      return { code: "sends-in-clear", address };
    case "socket":
      return { code: "socket-in-clear", address };
    case "imports":
      if (type !== "service-worker" || sameRegistrableDomain(host, URL.parse(pageUrl)?.hostname ?? "")) return null;
      return { code: "foreign-service-worker", address };
    default:
      return null;
  }
}
