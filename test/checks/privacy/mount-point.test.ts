import { describe, expect, it } from "vitest";
import { cardFields } from "../../../checks/forms/card-fields.ts";
import { mailto } from "../../../checks/forms/mailto.ts";
import { captchaFonts } from "../../../checks/privacy/captcha-fonts.ts";
import { consentChoice } from "../../../checks/privacy/consent-choice.ts";
import { consentTool } from "../../../checks/privacy/consent-tool.ts";
import { policyPage } from "../../../checks/privacy/policy-page.ts";
import { policyProcessors } from "../../../checks/privacy/policy-processors.ts";
import { sessionReplay } from "../../../checks/privacy/session-replay.ts";
import { terms } from "../../../checks/privacy/terms.ts";
import { thirdParties } from "../../../checks/privacy/third-parties.ts";
import { trackersBeforeConsent } from "../../../checks/privacy/trackers-before-consent.ts";
import { withdrawal } from "../../../checks/privacy/withdrawal.ts";
import { doc, outcomesOf, pagesFrom } from "../../builders/pages.ts";

const MOUNT = doc('<div id="app"></div><script src="/app.js"></script>');
const TRACKED = doc(
  '<div id="app"></div><script src="/app.js"></script><script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>',
);

describe("the mount point of an application", () => {
  it.each(
    [
      mailto,
      cardFields,
      captchaFonts,
      consentChoice,
      consentTool,
      policyProcessors,
      sessionReplay,
      terms,
      thirdParties,
      trackersBeforeConsent,
      withdrawal,
    ].map((check) => [check.id, check] as const),
  )("is never 'not applicable': %s", (_id, check) => {
    expect(outcomesOf(check, { pages: pagesFrom([MOUNT]) })).toEqual(["not-assessed: not-rendered"]);
  });

  it("shows a document by script where one document answers for every address", () => {
    const same = { bodyDigest: "1" };
    const html = doc(`<p>${"Pains et brioches. ".repeat(20)}</p><script src="/app.js"></script>`);
    const pages = pagesFrom([
      { html, over: same },
      { html, url: "https://boulangerie.test/confidentialite", role: "privacy", over: same },
    ]);

    expect(outcomesOf(policyPage, { pages })).toEqual(["not-assessed: not-rendered"]);
  });

  it("may bring its consent tool with its script, while a tracker in its HTML is loaded for sure", () => {
    const pages = pagesFrom([TRACKED]);

    expect(outcomesOf(consentTool, { pages })).toEqual(["not-assessed: not-rendered"]);
    expect(outcomesOf(trackersBeforeConsent, { pages })).toEqual(["loaded-at-once"]);
  });
});
