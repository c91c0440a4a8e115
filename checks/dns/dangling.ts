import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { takeoverService } from "../../src/data/takeover-services.ts";
import { mailExchangers } from "../../src/parse/dns-evidence.ts";
import { danglingText } from "./dangling.text.ts";

type Code = keyof (typeof danglingText)["en"]["outcomes"];

export const dangling = defineCheck({
  id: "dns/dangling",
  needs: ["dns"],
  severity: {
    "claimable-alias": "high",
    "dead-alias": "medium",
    "alias-loop": "medium",
    "dead-exchanger": "medium",
    "exchanger-alias": "low",
  },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 1034", "RFC 2181"], cwe: [350, 672], rgpd: ["32"], wstg: ["WSTG-CONF-10"] },
  text: danglingText,
  evaluate({ dns }) {
    if (dns.resolverHonest === false) return [notAssessed("dns-failed")];
    const exchangers = mailExchangers(dns);
    const verdicts = [
      ...dns.addresses.filter(({ host }) => !exchangers.includes(host)).flatMap(({ host }) => judgeAlias(dns, host)),
      ...exchangers.flatMap((host) => judgeExchanger(dns, host)),
    ];
    return verdicts.length === 0 ? [pass()] : verdicts;
  },
});

/** An alias whose end does not exist: nothing is said of a name that simply is not there. */
function judgeAlias(dns: SectionValue<"dns">, host: string): readonly Verdict<Code>[] {
  const lookup = dns.lookups.find(({ name, type }) => name === host && type === "A");
  const target = lookup?.via.at(-1);
  if (lookup === undefined || target === undefined) return [];
  const service = takeoverService(target);
  const code = lookup.status === "cname-loop" ? "alias-loop" : service === null ? "dead-alias" : "claimable-alias";
  if (lookup.status !== "cname-loop" && lookup.status !== "no-name") return [];
  return [
    fail({
      code,
      subject: host,
      params: { host, target, service: service ?? "" },
      observed: { via: lookup.via },
      // Whether the name can still be claimed there, only the service knows.
      confidence: code === "claimable-alias" ? "medium" : "high",
      remedy: { action: "review", topic: "dns-remove-alias" },
    }),
  ];
}

function judgeExchanger(dns: SectionValue<"dns">, host: string): readonly Verdict<Code>[] {
  const answers = ["A", "AAAA"].map((wanted) => dns.lookups.find(({ name, type }) => name === host && type === wanted));
  const dead = answers.every((answer) => answer?.status === "no-name" || answer?.status === "no-data");
  const alias = answers.find((answer) => answer?.status === "answer" && answer.via.length > 0);
  if (!dead && alias === undefined) return [];
  return [
    fail({
      // An exchanger must not be an alias (RFC 2181, 10.3); some senders deliver all the same.
      code: dead ? "dead-exchanger" : "exchanger-alias",
      subject: `mx ${host}`,
      params: { host, target: alias?.via.at(-1) ?? host, service: "" },
      remedy: { action: "review", topic: dead ? "dns-repair-exchanger" : "dns-exchanger-alias" },
    }),
  ];
}
