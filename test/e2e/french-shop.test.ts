import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import type { Finding } from "../../src/core/assessment.ts";
import type { Evidence } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";
import { renderText } from "../../src/core/text.ts";
import { probeHttp } from "../../src/probe/http/probe-http.ts";
import { inventoryScripts, renderInventoryCsv } from "../../src/report/inventory-scripts.ts";
import { namedParameters } from "../../src/report/named-parameters.ts";
import { draftRegister } from "../../src/report/register/register.ts";
import { renderRegister } from "../../src/report/register/render-register.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { pageResults } from "../builders/findings.ts";
import { startFrenchShop } from "../servers/french-shop.ts";
import type { Shop } from "../servers/shop.ts";

const target = parseTarget("https://boulangerie.test/");
let shop: Shop;
let findings: readonly Finding[];
let evidence: Evidence;

beforeAll(async () => {
  shop = await startFrenchShop();
  const pages = await shop.probe();
  const http = await probeHttp({ net: shop.net, target });
  evidence = evidenceWith({ pages, http });
  findings = pageResults(evidence).flatMap((result) => result.findings);
});

afterAll(async () => {
  await shop[Symbol.asyncDispose]();
});

describe("a French shop, end to end", () => {
  it("is found to do exactly this", () => {
    const said = findings.map(
      ({ check, severity, verdict }) => `${severity} ${check} ${verdict.code} ${verdict.subject.split(" ")[0] ?? ""}`,
    );

    expect(said.toSorted()).toEqual(EXPECTED.toSorted());
  });

  it("says each finding in French without a hole", () => {
    for (const { check, verdict } of findings) {
      const text = catalogue.find(({ id }) => id === check)?.text.fr;
      const sentence = renderText(text?.outcomes[verdict.code] ?? "", namedParameters(verdict.params, "fr"), "fr");

      expect(sentence, check).not.toMatch(/\?(?=[\s).,]|$)|undefined/);
      expect(sentence.length, check).toBeGreaterThan(20);
    }
  });

  it("gives every finding an identity of its own and something to do", () => {
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    expect(findings.filter(({ verdict }) => verdict.remedy.length === 0)).toEqual([]);
  });

  it("never sent anything but GET and HEAD", () => {
    expect(shop.requests.filter((request) => !/^(GET|HEAD) /.test(request))).toEqual([]);
  });

  it("drafts the register: the form, its data, who receives them, and the sentence that names them", () => {
    const draft = draftRegister(evidence);

    expect(draft?.entries.map(({ form, categories }) => `${form}: ${categories.join(" ")}`)).toContain(
      "checkout: address.line address.postal_code bank.bic bank.iban contact.email contact.phone identity.family_name",
    );
    const newsletter = draft?.entries.find(({ form }) => form === "newsletter");
    expect(newsletter?.recipients).toMatchObject([
      {
        name: "Brevo (ex Sendinblue)",
        role: "emailing",
        country: "FR",
        named: "Nos destinataires : notre prestataire d'e-mailing Brevo.",
      },
    ]);
    expect(draft?.everywhere.find(({ name }) => name === "Hotjar (Contentsquare)")?.named).toBeNull();
  });

  it.each([
    ["fr", "markdown", /Projet établi .* tant qu’une personne ne l’a pas complété/],
    ["en", "markdown", /A draft from what was seen/],
    ["fr", "csv", /^Projet établi/],
    ["en", "json", /"schema": "vigie.register\/1"/],
  ] as const)("heads the register as a draft: %s %s", (language, format, expected) => {
    const draft = draftRegister(evidence);

    const text = draft === null ? "" : renderRegister(draft, format, language);

    expect(text).toMatch(expected);
    if (format === "markdown") expect(text).toContain(language === "fr" ? "non nommé" : "not named");
  });

  it("lists the scripts of the payment page", () => {
    const inventory = inventoryScripts(evidence);

    expect(inventory?.scripts.map(({ page, source }) => `${page} ${source}`)).toEqual([
      "https://boulangerie.test/commande inline",
    ]);
    expect(inventory === null ? "" : renderInventoryCsv(inventory)).toMatch(/^page,source,owner,role,sha256/);
  });
});

/** Severity, check, outcome and the first word of what it concerns. */
const EXPECTED: readonly string[] = [
  "critical forms/action-redirect resent-in-clear checkout",
  "high forms/action-transport action-in-clear other",
  "high forms/personal-data-in-url sent-in-address contact",
  "high privacy/consent-boxes preticked preticked",
  "high privacy/consent-boxes preticked preticked",
  "high privacy/consent-tool none consent-tool",
  "high privacy/session-replay records-forms Hotjar",
  "high privacy/trackers-before-consent loaded-at-once Google",
  "high privacy/trackers-before-consent loaded-at-once Hotjar",
  "info forms/action-target known-processor newsletter",
  "info forms/form-action-policy missing form-action",
  "info forms/page-transport in-clear-like-the-site also-in-clear",
  "low forms/excess-fields not-needed account",
  "low privacy/captcha-fonts address-abroad Google",
  "low privacy/consent-wording sms-and-email sms-and-email",
  "low privacy/policy-content items-missing privacy",
  "medium forms/bank-details collected-here checkout",
  "medium forms/password short-minimum short-minimum",
  "medium privacy/consent-wording bundled bundled",
  "medium privacy/consent-wording partners-without-list partners-without-list",
  "medium privacy/policy-link not-near account",
  "medium privacy/policy-link not-near checkout",
  "medium privacy/policy-link not-near contact",
  "medium privacy/policy-link not-near newsletter",
  "medium privacy/policy-link not-near other",
  "medium privacy/policy-processors not-named not-named",
  "medium privacy/policy-processors not-named not-named",
];
