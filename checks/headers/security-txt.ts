import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notAssessed, pass, type FailInput, type Verdict } from "../../src/core/verdict.ts";
import { looksLikeSecurityTxt, parseSecurityTxt, type SecurityTxtProblem } from "../../src/parse/security-txt.ts";
import { securityTxtText } from "./security-txt.text.ts";

type Code = keyof (typeof securityTxtText)["en"]["outcomes"];
const CODES: Readonly<Record<SecurityTxtProblem, Code>> = {
  "no-contact": "no-contact",
  "bad-contact": "no-contact",
  "no-expires": "no-expires",
  "bad-expires": "no-expires",
  "several-expires": "repeated",
  "several-preferred-languages": "repeated",
};

type Fetched = NonNullable<SectionValue<"http">["securityTxt"]>;

export const securityTxt = defineCheck({
  id: "headers/security-txt",
  needs: ["http"],
  severity: {
    absent: "info",
    expired: "low",
    "no-contact": "low",
    "no-expires": "low",
    repeated: "low",
    "in-clear": "low",
    "wrong-type": "info",
    "other-address": "info",
  },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9116"],
    rgpd: ["32"],
    anssi: ["Divulgation coordonnée de vulnérabilités"],
    wstg: ["WSTG-INFO-03"],
    urls: ["https://securitytxt.org/"],
  },
  text: securityTxtText,
  evaluate({ http }, _settings, { at }) {
    const fetched = http.securityTxt;
    if (fetched === null) return [notAssessed("no-answer")];
    if (fetched.status === 404 || fetched.status === 410) return [fault("absent", {}, fetched)];
    if (fetched.status !== 200) return [notAssessed("http-error")];
    // A page that answers to every address is no security.txt.
    if (!looksLikeSecurityTxt(fetched.text)) return [fault("absent", {}, fetched)];
    return [judge(fetched, at)];
  },
});

function judge(fetched: Fetched, at: Date): Verdict<Code> {
  const { problems, expires, canonical } = parseSecurityTxt(fetched.text);
  if (!fetched.url.startsWith("https:")) return fault("in-clear", {}, fetched);
  const problem = problems[0];
  if (problem !== undefined) return fault(CODES[problem], {}, fetched);
  if (expires !== null && Date.parse(expires) < at.getTime()) return fault("expired", { expires }, fetched);
  if (!/^text\/plain\b/i.test(fetched.contentType ?? "")) {
    return fault("wrong-type", { type: fetched.contentType ?? "" }, fetched);
  }
  // A file that names its addresses must name the one at which it was found (RFC 9116, 2.5.2).
  if (canonical.length > 0 && !canonical.includes(fetched.url)) return fault("other-address", {}, fetched);
  return pass("security.txt");
}

function fault(code: Code, params: NonNullable<FailInput<Code>["params"]>, fetched: Fetched): Verdict<Code> {
  return fail({
    code,
    subject: "security.txt",
    params,
    observed: { url: fetched.url, status: fetched.status, contentType: fetched.contentType },
    remedy: { action: "review", topic: code === "absent" ? "security-txt-publish" : "security-txt-correct" },
    pages: [fetched.url],
  });
}
