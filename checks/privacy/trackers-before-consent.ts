import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { trackersBeforeConsentText } from "./trackers-before-consent.text.ts";
import { tagManagerOf, trackersOf, type Tracker } from "./trackers.ts";

type Code = keyof (typeof trackersBeforeConsentText)["en"]["outcomes"];

export const trackersBeforeConsent = defineCheck({
  id: "privacy/trackers-before-consent",
  needs: ["pages"],
  severity: { "loaded-at-once": "high" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["4", "7"],
    cnil: ["Loi Informatique et Libertés, article 82", "Délibérations 2020-091 et 2020-092"],
    asvs: ["14.2.3"],
  },
  text: trackersBeforeConsentText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const trackers = trackersOf(pages);
    const manager = tagManagerOf(pages);
    const verdicts = trackers.map(judge);
    if (manager !== null) verdicts.push(notAssessed("tag-manager", manager));
    if (verdicts.length > 0) return verdicts;
    return [nothingSeen(pages, "no-trackers")];
  },
});

function judge(tracker: Tracker): Verdict<Code> {
  if (tracker.atOnce.length === 0) return pass(tracker.name);
  // The consent tool of the page may stop it in the browser: only a browser can tell.
  if (tracker.perhapsBlocked) return notAssessed("needs-browser", tracker.name);
  return fail({
    code: "loaded-at-once",
    subject: tracker.name,
    params: {
      tracker: tracker.name,
      recipient: tracker.role,
      page: tracker.atOnce[0] ?? "",
      count: tracker.atOnce.length,
    },
    observed: { role: tracker.role, country: tracker.country },
    remedy: { action: "edit-page", change: "tracker-after-consent", element: tracker.name },
    ...(tracker.consentMode ? { shift: -1, shiftReason: "consent-mode", confidence: "medium" } : {}),
    pages: tracker.atOnce,
  });
}
