import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Hop } from "../../src/parse/site-answers.ts";
import { personalForms, type PersonalForm } from "../forms/personal-forms.ts";
import { stakesOf, type Stakes } from "../forms/stakes.ts";
import { httpsRedirectText } from "./https-redirect.text.ts";
import { redirectWeakness, type RedirectWeakness } from "./redirect-weakness.ts";

type Code = keyof (typeof httpsRedirectText)["en"]["outcomes"];
type Origin = SectionValue<"http">["origins"][number];

export const httpsRedirect = defineCheck({
  id: "headers/https-redirect",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    "served-in-clear": "high",
    "forms-in-clear": "high",
    downgrade: "high",
    "http-hop": "medium",
    loop: "medium",
    "host-change-first": "low",
    temporary: "low",
    "long-chain": "low",
  },
  settings: z.strictObject({
    /** Redirects from the entry address to the page. */
    maximumHops: z.number().int().min(1).default(3),
  }),
  references: {
    rfc: ["RFC 9110", "RFC 6797"],
    cwe: [319],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1"],
    wstg: ["WSTG-CONF-07", "WSTG-CRYP-03"],
  },
  text: httpsRedirectText,
  evaluate({ http, pages }, settings) {
    const forms = pages === undefined ? [] : personalForms(pages);
    const judged = http.origins.map((origin) => judgeOrigin(origin, settings.maximumHops));
    const faulty = judged.filter((one): one is Faulty => "chain" in one);
    return [
      ...[...Map.groupBy(faulty, ({ code }) => code)].map(([code, origins]) => verdictOf(code, origins, forms)),
      ...judged.filter((one): one is Verdict<never> => "status" in one),
    ];
  },
});

/** An entry address that does not lead to https as it should. */
interface Faulty {
  readonly code: RedirectWeakness;
  readonly entry: URL;
  readonly chain: readonly Hop[];
}

function judgeOrigin(origin: Origin, maximumHops: number): Faulty | Verdict<never> {
  const { chain, end, url } = origin;
  const entry = new URL(url);
  const subject = entry.origin;
  if (chain.length === 0) {
    // A port that is closed to http sends nobody anything in clear; over https the tls checks say what is wrong.
    const closed = entry.protocol === "http:" && origin.error?.code !== "blocked";
    return closed ? pass(subject, { closed: true }) : notAssessed(origin.error?.code ?? "no-answer", subject);
  }
  if (chain.some(isRefusal)) return notAssessed("blocked", subject);
  const code = redirectWeakness(chain, end, maximumHops);
  // A server that only fails has not shown where it leads when it works.
  if (code === null && new URL(chain.at(-1)?.url ?? url).protocol === "http:" && (chain.at(-1)?.status ?? 0) >= 500)
    return notAssessed("http-error", subject);
  return code === null ? pass(subject, { hops: chain.length - 1 }) : { code, entry, chain };
}

/** The same weakness on apex and www is one finding: it is one line of the server that is missing. */
function verdictOf(code: RedirectWeakness, origins: readonly Faulty[], forms: readonly PersonalForm[]): Verdict<Code> {
  const [first] = origins;
  const chain = first?.chain ?? [];
  const exposed = code === "served-in-clear" ? formsInClear(origins, forms) : [];
  return fail({
    code: exposed.length > 0 ? "forms-in-clear" : code,
    subject: code,
    params: {
      urls: origins.map(({ entry }) => entry.origin),
      count: origins.length,
      status: String(chain[0]?.status ?? ""),
      hops: chain.length - 1,
      pages: new Set(exposed.map(({ page }) => page.url)).size,
      categories: [...new Set(exposed.flatMap(({ categories }) => categories))],
    },
    observed: { chain: chain.slice(0, 12).map(({ status, url }) => `${String(status)} ${bounded(url)}`) },
    remedy: remediesFor(code, origins),
    ...worstStakes(exposed),
    pages: [...origins.map(({ entry }) => entry.href), ...new Set(exposed.map(({ page }) => page.url))],
  });
}

/** Forms of pages that answer in clear as well because their host redirects nothing: what is at stake in that fact. */
function formsInClear(origins: readonly Faulty[], forms: readonly PersonalForm[]): readonly PersonalForm[] {
  const hosts = new Set(origins.map(({ entry }) => entry.hostname));
  return forms.filter(
    ({ page }) => page.twin?.outcome === "serves" && hosts.has(URL.parse(page.twin.url)?.hostname ?? ""),
  );
}

function worstStakes(forms: readonly PersonalForm[]): Stakes {
  const stakes = forms.map(({ fields, form }) => stakesOf(fields, form.kind)).toSorted((a, b) => b.shift - a.shift);
  return stakes[0] ?? { shift: 0 };
}

function remediesFor(code: RedirectWeakness, origins: readonly Faulty[]): readonly Remedy[] {
  if (code === "downgrade") return [{ action: "review", topic: "redirect-stay-https" }];
  if (code === "loop") return [{ action: "review", topic: "redirect-loop" }];
  if (code === "long-chain") return [{ action: "review", topic: "redirect-chain" }];
  const hosts = [...new Set(origins.map(({ entry }) => entry.hostname))];
  return hosts.map((host) => ({ action: "redirect-to-https", host }));
}

/** An address without its query, which may carry somebody's token. */
function bounded(url: string): string {
  return (url.split("?", 1)[0] ?? "").slice(0, 200);
}
