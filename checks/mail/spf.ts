import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { mailSenderOf } from "../../src/data/mail-senders.ts";
import { dnsPresence, takesMail, txtFrom } from "../../src/parse/dns-evidence.ts";
import { SPF_VOID_LIMIT, walkSpf, type SpfHost, type SpfProblem, type SpfWalk } from "../../src/parse/spf-walk.ts";
import { spfText } from "./spf.text.ts";

type Code = keyof (typeof spfText)["en"]["outcomes"];

/** What makes receivers drop the whole record, by the code that says so; the first one found is told. */
const BROKEN: readonly (readonly [SpfProblem, Code])[] = [
  ["several-records", "several-records"],
  ["loop", "loop"],
  ["too-many-lookups", "too-many-lookups"],
  ["include-without-record", "broken-include"],
  ["syntax", "syntax"],
];

export const spf = defineCheck({
  id: "mail/spf",
  needs: ["dns"],
  severity: {
    absent: "medium",
    "several-records": "medium",
    loop: "medium",
    "too-many-lookups": "medium",
    "broken-include": "medium",
    syntax: "medium",
    "void-lookups": "medium",
    "allows-everyone": "high",
    undecided: "medium",
  },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 7208"], cwe: [290], rgpd: ["32"], anssi: ["Recommandations relatives à la messagerie"] },
  text: spfText,
  evaluate({ dns }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    const walk = walkSpf(domain, txtFrom(dns));
    if (walk.status === "unknown") return [notAssessed("dns-failed", domain)];
    return [judge(dns, walk)];
  },
});

function judge(dns: SectionValue<"dns">, walk: SpfWalk): Verdict<Code> {
  const { domain } = dns;
  const broken = BROKEN.find(([kind]) => walk.problems.some((problem) => problem.kind === kind));
  const senders = [...new Set(walk.includes.map((include) => mailSenderOf(include)?.name ?? include))].slice(0, 20);
  const observed = { record: walk.text?.slice(0, 500) ?? null, lookups: walk.lookups, senders };
  const fault = (code: Code, remedy: Remedy, where = domain): Verdict<Code> =>
    fail({ code, subject: domain, params: { domain, where, lookups: walk.lookups }, observed, remedy });

  if (walk.status === "none") {
    // A name that takes no mail sends none either, so that everybody may be refused at once.
    const value = takesMail(dns) === "no" ? "v=spf1 -all" : "v=spf1 mx ~all";
    return fault("absent", { action: "dns-record", name: domain, type: "TXT", value });
  }
  if (broken !== undefined) {
    const where = walk.problems.find(({ kind }) => kind === broken[0])?.domain;
    return fault(broken[1], { action: "review", topic: `spf-${broken[1]}` }, where);
  }
  if (walk.everyone !== null) {
    const remedy: Remedy =
      walk.everyone === domain ? endsWith(domain, walk, "~all") : { action: "review", topic: "spf-remove-include" };
    return fault("allows-everyone", remedy, walk.everyone);
  }
  const empty = walk.hosts.filter((host) => isVoid(dns, host)).map(({ name }) => name);
  if (empty.length > SPF_VOID_LIMIT) {
    const names = [...new Set(empty)].slice(0, 10).join(", ");
    return fault("void-lookups", { action: "review", topic: "spf-void-lookups" }, names);
  }
  // An include that nobody could fetch may hold any of these faults.
  if (walk.incomplete) return notAssessed("dns-failed", domain);
  if (walk.all === null || walk.all === "?") {
    // Where an include could not be followed because of a macro, its end is not known.
    if (walk.all === null && walk.macros) return notAssessed("inconclusive", domain);
    return fault("undecided", endsWith(domain, walk, "~all"));
  }
  return pass(domain, observed);
}

/** Whether a receiver's look-up ends in nothing: no such name, or none of the records in question (RFC 7208, 4.6.4). */
function isVoid(dns: SectionValue<"dns">, { mechanism, name }: SpfHost): boolean {
  const types = mechanism === "mx" ? ["MX"] : mechanism === "a" ? ["A", "AAAA"] : ["A"];
  return types.every((type) => dnsPresence(dns, name, type) === "absent");
}

/** The same record with another end: nothing behind the old one is reached, and a network of all addresses is none. */
function endsWith(domain: string, walk: SpfWalk, all: string): Remedy {
  const terms = (walk.text ?? "v=spf1").split(/ +/).filter((term) => term !== "");
  const end = terms.findIndex((term) => /^[+?~-]?all$/i.test(term));
  const kept = (end === -1 ? terms : terms.slice(0, end)).filter(
    (term) => !/^redirect=/i.test(term) && !/^\+?ip[46]:.*\/0+$/i.test(term),
  );
  return { action: "dns-record", name: domain, type: "TXT", value: `${kept.join(" ")} ${all}`.slice(0, 1000) };
}
