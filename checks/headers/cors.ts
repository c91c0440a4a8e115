import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { listMembers } from "../../src/parse/headers.ts";
import { corsText } from "./cors.text.ts";

type Code = keyof (typeof corsText)["en"]["outcomes"];
type CorsAnswer = SectionValue<"http">["cors"][number];

export const cors = defineCheck({
  id: "headers/cors",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    "reflected-credentials": "high",
    "null-credentials": "high",
    "wildcard-data": "low",
    "no-vary": "low",
    contradictory: "info",
  },
  settings: z.strictObject({}),
  references: {
    cwe: [942, 346],
    rgpd: ["32"],
    asvs: ["3.4.2"],
    wstg: ["WSTG-CLNT-07"],
    urls: ["https://fetch.spec.whatwg.org/#http-cors-protocol"],
  },
  text: corsText,
  evaluate({ http, pages }) {
    const answers = [...http.cors, ...(pages?.cors ?? [])];
    if (answers.length === 0) return [notAssessed("no-answer")];
    const judged = answers.flatMap((answer): readonly Verdict<Code>[] => {
      const code = weaknessOf(answer);
      if (code !== null) return [verdictOf(code, answer)];
      // A refusal without any CORS header may be a bot wall's: it says nothing about the shop.
      return answer.status >= 400 && answer.allowOrigin === null ? [notAssessed("http-error", pathOf(answer.url))] : [];
    });
    return judged.length > 0 ? judged : [pass()];
  },
});

function weaknessOf(answer: CorsAnswer): Code | null {
  const allowed = answer.allowOrigin?.trim() ?? null;
  // Browsers accept this one spelling only (Fetch standard, "CORS check").
  const credentials = answer.allowCredentials?.trim() === "true";
  if (allowed === null) return null;
  if (allowed === "*") {
    if (credentials) return "contradictory";
    return /\bjson\b/i.test(answer.contentType ?? "") ? "wildcard-data" : null;
  }
  if (allowed !== answer.origin) return null;
  if (credentials) return answer.origin === "null" ? "null-credentials" : "reflected-credentials";
  return variesByOrigin(answer.vary) ? null : "no-vary";
}

function variesByOrigin(vary: string | null): boolean {
  return listMembers(vary ?? "").some((member) => member === "*" || member.toLowerCase() === "origin");
}

function verdictOf(code: Code, answer: CorsAnswer): Verdict<Code> {
  const path = pathOf(answer.url);
  return fail({
    code,
    // Not the origin that was sent, which is random: a mirrored origin and a null one are told apart by the code.
    subject: `${path} ${answer.origin === "null" ? "null" : "foreign"}`,
    params: { path },
    observed: {
      allowOrigin:
        answer.allowOrigin === answer.origin && answer.origin !== "null" ? "(the Origin sent)" : answer.allowOrigin,
      allowCredentials: answer.allowCredentials,
      vary: answer.vary,
      status: answer.status,
    },
    remedy: { action: "review", topic: code === "no-vary" ? "cors-vary" : "cors-allow-list" },
    pages: [answer.url],
  });
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
