import { describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import { AREAS, type Area } from "../../src/core/area.ts";
import { assess } from "../../src/core/assess.ts";
import { parseFailOn } from "../../src/core/gate.ts";
import { loadProfile, shippedProfiles } from "../../src/store/profiles.ts";
import { bakery } from "../builders/http-evidence.ts";
import { dnsValue } from "../builders/dns-evidence.ts";
import { evidenceWith } from "../builders/evidence.ts";

const WHOLE = ["merchant", "strict", "pci-dss-4", "rgpd"];

function shipped(id: string) {
  return loadProfile(id, catalogue, ".");
}

describe.each(shippedProfiles())("the profile %s", (id) => {
  it("resolves against the catalogue under its own name, with a title in both languages", () => {
    const profile = shipped(id);

    expect(profile.id).toBe(id);
    expect(profile.title.en).not.toBe(id);
    expect(profile.title.fr).not.toBe(id);
  });

  it("maps requirements to checks that exist and are on, each once", () => {
    const profile = shipped(id);

    const unknown = profile.requirements.flatMap((requirement) =>
      requirement.checks.filter((check) => profile.checks[check] === undefined).map((check) => [requirement.id, check]),
    );
    const repeated = profile.requirements.filter(({ checks }) => new Set(checks).size < checks.length);
    const names = profile.requirements.map((requirement) => `${requirement.framework} ${requirement.id}`);

    expect(unknown).toEqual([]);
    expect(repeated).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says relevant to a requirement, never compliant with it", () => {
    const profile = shipped(id);

    const sentences = [profile.title, ...profile.requirements.map(({ title }) => title)];

    for (const { en, fr } of sentences) {
      expect(en).not.toMatch(/complian|conform/i);
      expect(fr).not.toMatch(/conform/i);
    }
  });

  it("has a gate that the gate understands, and grades that begin at 0", () => {
    const { gate, grades } = shipped(id);

    const rules = [gate, ...Object.values(gate.tags)].flatMap(({ failOn }) => failOn ?? []);

    expect(rules.filter((rule) => parseFailOn(rule) === null)).toEqual([]);
    expect(grades.at(-1)?.from).toBe(0);
  });
});

describe.each(WHOLE)("the profile %s of a whole shop", (id) => {
  it.each(AREAS)("gives weight to the area %s and to a check of it", (area) => {
    const profile = shipped(id);

    const weights = Object.entries(profile.checks)
      .filter(([check]) => check.startsWith(`${area}/`))
      .map(([, { weight }]) => weight);

    expect(profile.areas[area]).toBeGreaterThan(0);
    expect(Math.max(...weights)).toBeGreaterThan(0);
  });

  it("shows what needs the operator's word as not assessed, and its coverage says so", () => {
    const profile = shipped(id);
    const evidence = evidenceWith({ http: bakery(), dns: dnsValue() });
    const asked = {
      ...evidence,
      sections: { ...evidence.sections, hosts: { state: "skipped", reason: "needs-authorisation" } as const },
    };

    const { results, score } = assess(asked, profile, catalogue);
    const statuses = (area: Area) => results.filter((result) => result.area === area).map(({ status }) => status);
    const reasons = results
      .filter((result) => result.area === "hosts")
      .flatMap(({ verdicts }) => verdicts.map((verdict) => ("reason" in verdict ? verdict.reason : verdict.status)));

    expect(new Set(statuses("hosts"))).toEqual(new Set(["not-assessed"]));
    expect(new Set(reasons)).toEqual(new Set(["needs-authorisation"]));
    expect(score.areas.find((area) => area.id === "hosts")).toEqual({ id: "hosts", score: null, coverage: 0 });
    expect(score.coverage).toBeLessThan(1);
    expect(statuses("mail")).toContain("fail");
  });
});

describe("the profiles beside merchant", () => {
  it("asks in strict for a year of HSTS with the sub-domains, and for two redirects at most", () => {
    const { checks } = shipped("strict");

    expect(checks["headers/hsts"]?.settings).toMatchObject({ minimumMaxAge: 31_536_000, requireSubDomains: true });
    expect(checks["headers/https-redirect"]?.settings).toMatchObject({ maximumHops: 2 });
    expect(checks["headers/csp-payment"]?.severity["absent"]).toBe("high");
  });

  it.each([
    ["pci-dss-4", "PCI DSS", ["2.2.7", "4.2.1", "4.2.1.1", "6.4.3", "11.6.1", "12.3.3"]],
    ["rgpd", "RGPD", ["5", "7", "13", "25", "28", "32"]],
  ])("maps in %s the requirements of %s", (id, framework, wanted) => {
    const { requirements } = shipped(id);

    const ids = requirements.filter((requirement) => requirement.framework === framework).map(({ id: name }) => name);

    expect(ids).toEqual(expect.arrayContaining(wanted));
  });
});
