import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { absenceReason, nothingSeen } from "../unseen-pages.ts";
import { consentToolText } from "./consent-tool.text.ts";
import { tagManagerOf, trackersOf } from "./trackers.ts";

export const consentTool = defineCheck({
  id: "privacy/consent-tool",
  needs: ["pages"],
  severity: { none: "high" },
  settings: z.strictObject({}),
  references: { rgpd: ["7"], cnil: ["Loi Informatique et Libertés, article 82", "Délibérations 2020-091 et 2020-092"] },
  text: consentToolText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const trackers = trackersOf(pages);
    const manager = tagManagerOf(pages);
    const ownBanner = pages.pages.some(({ markers }) => markers.includes("consent-banner:own"));
    if (pages.consentTool !== null || ownBanner) return [pass(undefined, { tool: pages.consentTool ?? "own" })];
    // A site without trackers needs no banner, and loses nothing for having none.
    if (trackers.length === 0 && manager === null) return [nothingSeen(pages, "no-trackers")];
    // An application may bring its consent tool with its script, and a tag manager often does.
    if (trackers.length === 0 || manager !== null) return [notAssessed("tag-manager")];
    const unseen = absenceReason(pages);
    if (unseen !== null) return [notAssessed(unseen)];
    return [
      fail({
        code: "none",
        subject: "consent-tool",
        params: { trackers: trackers.map(({ name }) => name), count: trackers.length },
        observed: { trackers: trackers.map(({ name }) => name) },
        remedy: { action: "edit-page", change: "consent-tool-add" },
        confidence: "medium",
        pages: trackers.flatMap(({ atOnce }) => atOnce).slice(0, 1),
      }),
    ];
  },
});
