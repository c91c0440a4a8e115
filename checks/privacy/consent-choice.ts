import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { notAssessed } from "../../src/core/verdict.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { consentChoiceText } from "./consent-choice.text.ts";
import { tagManagerOf, trackersOf } from "./trackers.ts";

/** What happens after a click can only be seen by clicking; Vigie clicks nothing, and says so instead of passing. */
export const consentChoice = defineCheck({
  id: "privacy/consent-choice",
  needs: ["pages"],
  severity: {},
  settings: z.strictObject({}),
  references: {
    rgpd: ["4", "7"],
    cnil: ["Délibérations 2020-091 et 2020-092", "Guide RGPD de l'équipe de développement, fiche 16"],
  },
  text: consentChoiceText,
  evaluate({ pages }) {
    const nothing = trackersOf(pages).length === 0 && tagManagerOf(pages) === null && pages.consentTool === null;
    return [nothing ? nothingSeen(pages, "no-trackers") : notAssessed("needs-browser")];
  },
});
