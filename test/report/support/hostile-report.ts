import { z } from "zod";
import { defineCheck } from "../../../src/core/check.ts";
import type { Report } from "../../../src/core/report.ts";
import type { Language } from "../../../src/core/text.ts";
import { fail } from "../../../src/core/verdict.ts";
import { sampleCatalogue } from "./sample-checks.ts";
import { sampleReport, seenEvidence } from "./sample-report.ts";

/** What a hostile server would like a reader's terminal, spreadsheet, browser or XML parser to take for its own. */
export const HOSTILE =
  '\u001B]0;owned\u0007\u001B[2J\u001B[31m\r\n=HYPERLINK("http://evil.test")\u202Etxt.exe\u2066\u0000\u009B<script>alert(1)</script>]]><!--|`**[x](javascript:1)\uD800 ' +
  "A".repeat(10_000);

const hostileCheck = defineCheck({
  id: "headers/hsts",
  needs: ["http"],
  severity: { found: "high" },
  settings: z.strictObject({}),
  references: { cwe: [79] },
  text: {
    en: {
      title: "Hostile title",
      pass: "In order.",
      why: "It is a test.",
      outcomes: { found: "The server says {text}." },
    },
    fr: {
      title: "Titre hostile",
      pass: "En ordre.",
      why: "C'est un test.",
      outcomes: { found: "Le serveur dit {text}." },
    },
  },
  evaluate: () => [
    fail({
      code: "found",
      subject: HOSTILE,
      params: { text: HOSTILE, list: [HOSTILE, HOSTILE] },
      observed: { header: HOSTILE, list: [HOSTILE], [HOSTILE]: HOSTILE },
      remedy: { action: "edit-form", change: HOSTILE, from: HOSTILE, to: HOSTILE },
      pages: [HOSTILE, `https://bakery.test/${HOSTILE}`],
    }),
  ],
});

/** A report whose every remote text is hostile. */
export function hostileReport(language: Language = "en"): Report {
  const { pages } = seenEvidence.sections;
  return sampleReport(language, {
    catalogue: sampleCatalogue.map((check) => (check.id === hostileCheck.id ? hostileCheck : check)),
    evidence: {
      ...seenEvidence,
      target: { id: "bookshop.test", url: "https://bookshop.test/", host: "bookshop.test", domain: "bookshop.test" },
      authorised: { by: HOSTILE, on: "2026-11-02", reference: HOSTILE },
      sections: {
        ...seenEvidence.sections,
        pages:
          pages.state === "collected"
            ? {
                ...pages,
                value: {
                  ...pages.value,
                  server: HOSTILE,
                  platform: { id: "other", name: HOSTILE, version: HOSTILE, evidence: [HOSTILE] },
                },
              }
            : pages,
      },
    },
  });
}
