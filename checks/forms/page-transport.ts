import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { findProcessor } from "../../src/data/processors/lookup.ts";
import { hostsInClear } from "../headers/redirect-weakness.ts";
import { pageTransportText } from "./page-transport.text.ts";
import { personalForms, withoutPersonalForms, withUnseen, pathOf, type PersonalForm } from "./personal-forms.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof pageTransportText)["en"]["outcomes"];

export const pageTransport = defineCheck({
  id: "forms/page-transport",
  needs: ["pages"],
  uses: ["http"],
  severity: {
    "page-in-clear": "high",
    "page-in-clear-action-https": "high",
    "protocol-relative-action": "high",
    "frame-in-clear": "high",
    "payment-frame-in-clear": "high",
    "also-in-clear": "high",
    "in-clear-like-the-site": "info",
    "redirected-by-page": "low",
  },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "32"],
    cnil: ["Guide de la sécurité des données personnelles", "SAN-2023-006"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1"],
    wstg: ["WSTG-ATHN-01", "WSTG-CRYP-03"],
    cwe: [319, 523],
  },
  text: pageTransportText,
  evaluate({ pages, http }) {
    const openHosts = http === undefined ? new Set<string>() : hostsInClear(http);
    const forms = personalForms(pages);
    const verdicts = [
      ...forms.filter((personal) => !isTwinFault(personal)).map(judgeForm),
      ...judgeTwins(forms, openHosts),
      ...pages.pages.flatMap(judgePaymentFrames),
    ];
    return verdicts.length === 0 ? withoutPersonalForms(pages) : withUnseen(pages, verdicts);
  },
});

const TWIN_FAULTS = [
  { outcome: "serves", code: "also-in-clear" },
  { outcome: "redirects-by-page", code: "redirected-by-page" },
] as const;

/** T1, T2, T15 and T23. */
function judgeForm(personal: PersonalForm): Verdict<Code> {
  const { form, page, fields, categories, subject, pages } = personal;
  const found = (code: Code, remedyTo: string): Verdict<Code> =>
    fail({
      code,
      subject,
      params: { form: form.kind, page: page.url, categories, to: remedyTo, frame: page.frameOf ?? "" },
      observed: { action: form.action, actionRaw: form.actionRaw, selector: form.selector },
      remedy: { action: "redirect-to-https", host: URL.parse(page.url)?.hostname ?? "" },
      ...stakesOf(fields, form.kind),
      pages,
    });
  if (page.url.startsWith("http:")) {
    if (page.frameOf?.startsWith("https:") === true) return found("frame-in-clear", secured(page.url));
    if (form.actionRaw?.trim().startsWith("//") === true)
      return found("protocol-relative-action", secured(form.action ?? ""));
    return found(
      form.action?.startsWith("https:") === true ? "page-in-clear-action-https" : "page-in-clear",
      secured(page.url),
    );
  }
  return pass(subject);
}

/**
 * T1 again, and T20: https pages whose http twin answers. One missing redirect is one finding, whatever pages it opens; where
 * the whole host redirects nothing, headers/https-redirect scores that one fact with what these forms ask, and this refers to it.
 */
function judgeTwins(forms: readonly PersonalForm[], openHosts: ReadonlySet<string>): readonly Verdict<Code>[] {
  return TWIN_FAULTS.flatMap(({ outcome, code }): Verdict<Code>[] => {
    const open = forms.filter(({ page }) => page.url.startsWith("https:") && page.twin?.outcome === outcome);
    const byHost = Map.groupBy(open, ({ page }) => URL.parse(page.url)?.hostname ?? "");
    return [...byHost].map(([host, exposed]) => judgeTwin(code, host, exposed, openHosts.has(host)));
  });
}

function judgeTwin(code: Code, host: string, open: readonly PersonalForm[], likeTheSite: boolean): Verdict<Code> {
  const stakes = open.map(({ fields, form }) => stakesOf(fields, form.kind)).toSorted((a, b) => b.shift - a.shift)[0];
  return fail({
    code: likeTheSite ? "in-clear-like-the-site" : code,
    subject: `${code} ${host}`,
    params: {
      host,
      count: new Set(open.map(({ page }) => page.url)).size,
      page: open[0]?.page.twin?.url ?? open[0]?.page.url ?? "",
      categories: [...new Set(open.flatMap(({ categories }) => categories))],
    },
    observed: { twin: open[0]?.page.twin?.url ?? "", forms: open.map(({ form }) => form.kind) },
    remedy: { action: "redirect-to-https", host },
    ...(likeTheSite ? {} : stakes),
    pages: open.map(({ page }) => page.url),
  });
}

function isTwinFault({ page }: PersonalForm): boolean {
  return page.url.startsWith("https:") && TWIN_FAULTS.some(({ outcome }) => outcome === page.twin?.outcome);
}

/** T16: whoever rewrites a page in clear puts his own frame in the place of the payment provider's. */
function judgePaymentFrames(page: Page): readonly Verdict<Code>[] {
  if (!page.url.startsWith("http:")) return [];
  const providers = page.frames.flatMap(({ src }) => {
    const url = src === null ? null : URL.parse(src);
    const processor = url === null ? null : findProcessor(url.hostname, url.pathname);
    return processor?.role.startsWith("payment") === true ? [processor.name] : [];
  });
  return [...new Set(providers)].map((provider) =>
    fail({
      code: "payment-frame-in-clear",
      subject: `${page.role} ${pathOf(page.url)} ${provider}`,
      params: {
        page: page.url,
        provider,
        form: "checkout",
        categories: ["payment.card_number"],
        to: secured(page.url),
        frame: "",
      },
      observed: { provider },
      remedy: { action: "redirect-to-https", host: URL.parse(page.url)?.hostname ?? "" },
      shift: 1,
      shiftReason: "bank-data",
      pages: [page.url],
    }),
  );
}

function secured(address: string): string {
  return address.replace(/^http:/, "https:");
}
