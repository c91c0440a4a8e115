import { assess } from "../../../src/core/assess.ts";
import type { Evidence } from "../../../src/core/evidence/evidence.ts";
import { resolveProfile } from "../../../src/core/profile-resolution.ts";
import type { Report } from "../../../src/core/report.ts";
import type { Language } from "../../../src/core/text.ts";
import { buildReport, type ReportInput } from "../../../src/report/build.ts";
import { sampleCatalogue } from "./sample-checks.ts";
import { sampleEvidence } from "./sample-evidence.ts";

const PROFILE = `
id: bakery
version: "1.0"
title: { en: "A merchant's shop", fr: "La boutique d'un commerçant" }
areas: { tls: 10, certificate: 10, headers: 6, cookies: 5, exposure: 14, forms: 14, privacy: 8, mail: 3 }
caps:
  - { severity: critical, total: 59 }
  - { severity: high, atLeast: 2, total: 74 }
checks: ${JSON.stringify(Object.fromEntries(sampleCatalogue.map(({ id }) => [id, { weight: 4 }])))}
requirements:
  - framework: RGPD
    id: "32"
    title: { en: Security of processing, fr: Sécurité du traitement }
    checks: [tls/protocol-versions, certificate/expiry, headers/hsts, exposure/secrets, forms/insecure-action]
  - framework: RGPD
    id: "7"
    title: { en: Conditions for consent, fr: Conditions du consentement }
    checks: [forms/preticked, privacy/consent-tool]
  - framework: PCI DSS
    version: 4.0.1
    id: 4.2.1.1
    title: { en: Inventory of keys and certificates, fr: Inventaire des clés et des certificats }
    checks: [certificate/expiry, mail/spf]
`;

/** The profile of the sample shop. */
export const sampleProfile = resolveProfile(
  {
    file: "bakery.yaml",
    text: PROFILE,
    parent: () => {
      throw new Error("the bakery's profile has no parent");
    },
  },
  sampleCatalogue,
);

/** The bakery's evidence with its exposed paths seen, so that every kind of finding is there. */
export const seenEvidence: Evidence = {
  ...sampleEvidence,
  sections: {
    ...sampleEvidence.sections,
    paths: {
      state: "collected",
      value: {
        calibrated: true,
        blocked: false,
        blockedAfter: null,
        stopped: null,
        behaviour: "honest",
        planned: 40,
        sent: 40,
        controls: 6,
        tiers: ["core"],
        platform: null,
        catalogue: "3f2a9c0d11aa",
        catalogueDate: "2026-11-23",
        hits: [],
        notMade: 0,
        probes: [],
      },
    },
  },
};

/** The report of the sample shop. */
export function sampleReport(language: Language = "en", input: Partial<ReportInput> = {}): Report {
  const evidence = input.evidence ?? seenEvidence;
  const catalogue = input.catalogue ?? sampleCatalogue;
  return buildReport({
    assessment: assess(evidence, sampleProfile, catalogue),
    evidence,
    catalogue,
    language,
    ...input,
  });
}
