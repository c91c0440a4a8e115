import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { personalFields } from "../forms/personal-forms.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { sessionReplayText } from "./session-replay.text.ts";
import { trackersOf } from "./trackers.ts";

type Code = keyof (typeof sessionReplayText)["en"]["outcomes"];

/** Marks on a field by which a recorder is told to look away, by attribute or class. */
const MASK =
  /hj-suppress|clarity-mask|data-private|dd-privacy|data-sl|rr-(mask|block|ignore)|fs-(mask|exclude)|lo-sensitive|ph-no-capture|ux-mask|matomo-mask|cs-mask|recording-(sensitive|disable)|rrweb-mask|obscured|mouseflow/;

export const sessionReplay = defineCheck({
  id: "privacy/session-replay",
  needs: ["pages"],
  severity: { "records-forms": "high" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "28", "32"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 16"],
    "pci-dss": ["6.4.3"],
    asvs: ["14.2.3"],
    cwe: [359, 201],
  },
  text: sessionReplayText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const recorders = trackersOf(pages).filter(({ role }) => role === "session_replay");
    if (recorders.length === 0) return [nothingSeen(pages, "no-session-replay")];
    return recorders.map((recorder): Verdict<Code> => {
      const on = new Set([...recorder.atOnce, ...recorder.held]);
      const watched = pages.pages.filter((page) => on.has(page.url) && isDelicate(page));
      if (watched.length === 0) return pass(recorder.name);
      const masked = watched.every(isMasked);
      return fail({
        code: "records-forms",
        subject: recorder.name,
        params: { recorder: recorder.name, page: watched[0]?.url ?? "", count: watched.length },
        observed: { masked, roles: [...new Set(watched.map(({ role }) => role))] },
        remedy: { action: "edit-page", change: "replay-off-forms", element: recorder.name },
        ...(masked ? { shift: -1, shiftReason: "masked-fields" } : {}),
        pages: watched.map(({ url }) => url),
      });
    });
  },
});

/** A page where passwords, payments or accounts are typed. */
function isDelicate(page: Page): boolean {
  if (["login", "account", "checkout"].includes(page.role)) return true;
  return page.forms.some((form) =>
    form.fields.some(
      ({ sensitivity }) =>
        sensitivity === "credential" || sensitivity === "highly_personal" || sensitivity === "special",
    ),
  );
}

/** Recorders hide passwords by themselves; every other personal field needs its mark. */
function isMasked({ forms }: Page): boolean {
  const open = forms.flatMap((form) => personalFields(form)).filter(({ type }) => type !== "password");
  return (
    open.length > 0 &&
    open.every(({ attributes }) =>
      Object.entries(attributes).some(([name, value]) => MASK.test(name) || (name === "class" && MASK.test(value))),
    )
  );
}
