import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { CLASSICAL_GROUPS, RECOMMENDED_GROUPS } from "../../src/data/recommended-suites.ts";
import { groupByName } from "../../src/data/tls/groups.ts";
import { gapReason, judgeEndpoints } from "./endpoints.ts";
import { groupsText } from "./groups.text.ts";

type Code = "weak" | "not-in-policy";

const settings = z.strictObject({
  minimumBits: z.int().min(0).default(112).describe("classical strength of an elliptic curve, in bits"),
  accepted: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe("the only groups that a policy accepts, by IANA name; null accepts all that are strong enough"),
});

/** Named groups of the key exchange; finite-field sizes are the business of tls/dh-parameters. */
export const groups = defineCheck({
  id: "tls/groups",
  needs: ["tls"],
  severity: { weak: "medium", "not-in-policy": "low" },
  settings,
  references: {
    rfc: ["RFC 8422", "RFC 9325 section 4.2"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.3"],
    asvs: ["12.1.2"],
  },
  text: groupsText,
  evaluate({ tls }, { minimumBits, accepted }, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const failed = (code: Code, names: readonly string[]): readonly Verdict<Code>[] => [
        fail({
          code,
          subject,
          params: { host: subject, groups: names.slice(0, 20) },
          observed: { groups: endpoint.groups.slice(0, 40) },
          remedy: { action: "tls-setting", setting: "groups", groups: settableGroups(endpoint, accepted) },
        }),
      ];
      const weak = endpoint.groups.filter((name) => {
        const group = groupByName(name);
        return group?.kind === "ec" && group.bits < minimumBits;
      });
      if (weak.length > 0) return failed("weak", weak);
      const unlisted = accepted === null ? [] : endpoint.groups.filter((name) => !accepted.includes(name));
      if (unlisted.length > 0) return failed("not-in-policy", unlisted);
      const gap = endpoint.leftOut?.some(({ what }) => what === "groups") === true || !endpoint.complete;
      return [gap ? notAssessed(gapReason(endpoint, "groups"), subject) : pass(subject, { groups: endpoint.groups })];
    });
  },
});

/**
 * The groups to set: a server refuses to start over the name of a group that its OpenSSL lacks, so beside the classical ones only
 * those that it has shown to have.
 */
function settableGroups(endpoint: TlsEndpoint, accepted: readonly string[] | null): string[] {
  const settable = RECOMMENDED_GROUPS.filter(
    (name) => CLASSICAL_GROUPS.includes(name) || endpoint.groups.includes(name),
  );
  return settable.filter((name) => accepted === null || accepted.includes(name));
}
