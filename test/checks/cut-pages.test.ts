import { describe, expect, it } from "vitest";
import { consentBoxes } from "../../checks/privacy/consent-boxes.ts";
import { consentTool } from "../../checks/privacy/consent-tool.ts";
import { formActionPolicy } from "../../checks/forms/form-action-policy.ts";
import { legalNotice } from "../../checks/privacy/legal-notice.ts";
import { policyLink } from "../../checks/privacy/policy-link.ts";
import { policyPage } from "../../checks/privacy/policy-page.ts";
import { trackersBeforeConsent } from "../../checks/privacy/trackers-before-consent.ts";
import { withdrawal } from "../../checks/privacy/withdrawal.ts";
import type { Check } from "../../src/core/check.ts";
import { fetchPage } from "../../src/probe/pages/fetch-page.ts";
import { doc, form, FR, outcomesOf, pagesFrom, type PageInput } from "../builders/pages.ts";
import { startRaw } from "../servers/loopback.ts";
import { closing, testNet } from "../servers/test-net.ts";

const TRACKER = '<script src="https://www.google-analytics.com/analytics.js"></script>';
const NOTHING = {
  missing: (["legal", "privacy"] as const).map((role) => ({
    role,
    url: null,
    error: { code: "not-found", message: "" },
  })),
};

/** The same home page whole and cut: what it lacks is a fault only on the whole one. */
const cases: readonly (readonly [title: string, check: Check, html: string, whole: string])[] = [
  ["no legal notice", legalNotice, doc("<p>Bonjour</p>"), "missing"],
  ["no link to the policy beside a form", policyLink, doc(form(FR.email)), "nowhere"],
  ["no way to withdraw", withdrawal, doc(form(FR.email)), "no-way"],
  ["no consent tool", consentTool, doc("<p>Bonjour</p>", TRACKER), "none"],
  ["no tracker", trackersBeforeConsent, doc("<p>Bonjour</p>"), "not-applicable: no-trackers"],
  ["no box", consentBoxes, doc(form(FR.email)), "not-applicable: no-consent-box"],
  ["no form", policyLink, doc("<p>Bonjour</p>"), "not-applicable: no-personal-data"],
];

describe("what a page lacks", () => {
  it.each(cases)("%s", (_title, check, html, whole) => {
    const page = (truncated: boolean): PageInput => ({ html, over: { truncated } });

    expect(outcomesOf(check, { pages: pagesFrom([page(false)], NOTHING) })).toEqual([whole]);
    expect(new Set(outcomesOf(check, { pages: pagesFrom([page(true)], NOTHING) }))).toEqual(
      new Set(["not-assessed: page-cut"]),
    );
  });

  it("says nothing of a policy that dripped in and was abandoned", () => {
    const policy: PageInput = { role: "privacy", html: doc("<p>Politique"), over: { truncated: true } };

    expect(outcomesOf(policyPage, { pages: pagesFrom([doc("<p>Accueil</p>"), policy]) })).toEqual([
      "not-assessed: page-cut",
    ]);
  });

  it("still shows the faults of what was read", () => {
    const cut: PageInput = { html: doc(form(FR.email)), over: { truncated: true } };

    expect(outcomesOf(formActionPolicy, { pages: pagesFrom([cut]) })).toContain("missing");
  });
});

it("records that a connection broke in the middle of the page", async () => {
  const body = doc(form(FR.email));
  await using server = await startRaw((socket) => {
    socket.once("data", () => {
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${body.length + 400}\r\n\r\n${body}`);
    });
  });
  await using net = closing(testNet({ internet: { "bakery.test:80": server } }));

  const page = await fetchPage({ net, url: "http://bakery.test/", reason: "linked-page" });

  expect(page).toMatchObject({ status: 200, html: body, truncated: true });
});
