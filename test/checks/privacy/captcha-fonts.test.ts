import { describe, expect, it } from "vitest";
import { captchaFonts } from "../../../checks/privacy/captcha-fonts.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = (body: string): Evidence => ({ pages: pagesFrom([doc(body)]) });

const cases: readonly Case[] = [
  [
    "L16 fr: reCAPTCHA",
    page('<script src="https://www.google.com/recaptcha/api.js"></script>'),
    ["captcha-before-consent"],
  ],
  ["L16 en: hCaptcha", page('<script src="https://js.hcaptcha.com/1/api.js"></script>'), ["captcha-before-consent"]],
  [
    "L17 fr: polices Google",
    page('<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lora">'),
    ["address-abroad"],
  ],
  ["L17 en: a video", page('<iframe src="https://www.youtube.com/embed/x"></iframe>'), ["address-abroad"]],
  ["fr: anti-robot européen", page('<script src="https://cdn.friendlycaptcha.com/x.js"></script>'), ["pass"]],
  [
    "en: a video that waits for a click",
    page('<iframe data-src="https://www.youtube.com/embed/x"></iframe>'),
    ["not-applicable: no-third-parties"],
  ],
  ["own fonts", page("<style>@font-face{src:url(/lora.woff2)}</style>"), ["not-applicable: no-third-parties"]],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/captcha-fonts", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(captchaFonts, evidence)).toEqual(expected);
  });
});
