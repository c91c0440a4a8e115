import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { isRefusal, type Hop } from "../../src/parse/site-answers.ts";
import { httpsRedirectText } from "./https-redirect.text.ts";

type Code = keyof (typeof httpsRedirectText)["en"]["outcomes"];
type Origin = SectionValue<"http">["origins"][number];

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

export const httpsRedirect = defineCheck({
  id: "headers/https-redirect",
  needs: ["http"],
  severity: {
    "served-in-clear": "high",
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
  evaluate({ http }, settings) {
    const judged = http.origins.map((origin) => judgeOrigin(origin, settings.maximumHops));
    const faulty = judged.filter((one): one is Faulty => "chain" in one);
    return [
      ...[...Map.groupBy(faulty, ({ code }) => code)].map(([code, origins]) => verdictOf(code, origins)),
      ...judged.filter((one): one is Verdict<never> => "status" in one),
    ];
  },
});

/** An entry address that does not lead to https as it should. */
interface Faulty {
  readonly code: Code;
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
  const code = weaknessOf(chain, end, maximumHops);
  // A server that only fails has not shown where it leads when it works.
  if (code === null && new URL(chain.at(-1)?.url ?? url).protocol === "http:" && (chain.at(-1)?.status ?? 0) >= 500)
    return notAssessed("http-error", subject);
  return code === null ? pass(subject, { hops: chain.length - 1 }) : { code, entry, chain };
}

function weaknessOf(chain: readonly Hop[], end: Origin["end"], maximumHops: number): Code | null {
  const schemes = chain.map(({ url }) => (url.startsWith("https:") ? "https" : "http"));
  // Where an answer out of scope or one that failed would have been: the last redirect says the scheme.
  const unfollowed = end === "answered" ? undefined : chain.at(-1)?.location;
  if (unfollowed !== undefined) schemes.push(unfollowed.startsWith("https:") ? "https" : "http");
  const firstSecure = schemes.indexOf("https");
  const last = chain.at(-1);
  if (end === "redirect-loop" || end === "too-many-redirects") return "loop";
  if (firstSecure !== -1 && schemes.slice(firstSecure).includes("http")) return "downgrade";
  if (firstSecure === -1) return (last?.status ?? 0) < 400 ? "served-in-clear" : null;
  if (firstSecure > 1) return "http-hop";
  const first = chain[0];
  if (firstSecure === 1 && first?.location !== undefined) {
    if (new URL(first.location).hostname !== new URL(first.url).hostname) return "host-change-first";
    if (!PERMANENT.has(first.status)) return "temporary";
  }
  return schemes.length - 1 > maximumHops ? "long-chain" : null;
}

/** The same weakness on apex and www is one finding: it is one line of the server that is missing. */
function verdictOf(code: Code, origins: readonly Faulty[]): Verdict<Code> {
  const [first] = origins;
  const chain = first?.chain ?? [];
  return fail({
    code,
    subject: code,
    params: {
      urls: origins.map(({ entry }) => entry.origin),
      count: origins.length,
      status: String(chain[0]?.status ?? ""),
      hops: chain.length - 1,
    },
    observed: { chain: chain.slice(0, 12).map(({ status, url }) => `${String(status)} ${bounded(url)}`) },
    remedy: remediesFor(code, origins),
    pages: origins.map(({ entry }) => entry.href),
  });
}

function remediesFor(code: Code, origins: readonly Faulty[]): readonly Remedy[] {
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
