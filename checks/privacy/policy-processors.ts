import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { PagesValue } from "../../src/core/evidence/pages.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { policyText } from "../../src/data/policy-words.ts";
import { processorNamed } from "../../src/data/processors/lookup.ts";
import { isNamedIn, namesOf, ownNamesOf } from "../../src/data/processors/naming.ts";
import { PROCESSORS, type Processor } from "../../src/data/processors/processors.ts";
import type { ProcessorRole } from "../../src/data/processors/roles.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { documentState } from "./documents.ts";
import { policyProcessorsText } from "./policy-processors.text.ts";

type Code = keyof (typeof policyProcessorsText)["en"]["outcomes"];

/** Roles that only bring the page to the visitor, or keep his choice: a policy need not name each of them. */
const TECHNICAL: ReadonlySet<ProcessorRole> = new Set(["fonts_cdn", "cmp", "platform", "error_monitoring"]);

/** Roles that a visitor of the pages meets; a carrier or an e-mailing tool works behind the scenes and proves nothing. */
const VISIBLE: ReadonlySet<ProcessorRole> = new Set([
  "analytics",
  "session_replay",
  "ads",
  "affiliation",
  "ab_testing",
  "chat",
  "captcha",
]);

export const policyProcessors = defineCheck({
  id: "privacy/policy-processors",
  needs: ["pages"],
  severity: { "not-named": "medium", "not-declared": "low", "declared-not-named": "medium", "named-not-seen": "info" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["13", "28", "30"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 12"],
    "pci-dss": ["12.8"],
  },
  text: policyProcessorsText,
  evaluate({ pages }) {
    const seen = seenProcessors(pages);
    const declared = pages.declaredProcessors;
    const document = documentState(pages, "privacy");
    const list =
      declared.length === 0
        ? []
        : seen
            .filter((processor) => !isDeclared(processor, declared))
            .map((processor) => fault("not-declared", processor, pages));
    if (document.state !== "read") {
      if (seen.length === 0 && declared.length === 0) return [nothingSeen(pages, "no-third-parties")];
      return [...list, notAssessed(document.state === "unseen" ? document.reason : "no-policy")];
    }
    const unnamed = seen
      .filter((processor) => !isNamedIn(document.text, namesOf(processor)))
      .map((processor) => fault("not-named", processor, pages));
    const own = declared
      .filter((name) => !isNamedIn(document.text, declaredNames(name)))
      .map((name) => declaredFault(name, document.page.url));
    const verdicts = [...unnamed, ...list, ...own, ...namedNotSeen(document.text, seen, document.page.url)];
    if (verdicts.length > 0) return verdicts;
    return [
      seen.length === 0 && declared.length === 0
        ? nothingSeen(pages, "no-third-parties")
        : pass(undefined, { processors: seen.map(({ name }) => name) }),
    ];
  },
});

/** The known third parties that the pages reach and that handle customers' data. */
function seenProcessors(pages: PagesValue): readonly Processor[] {
  const names = new Set(
    pages.pages.flatMap(({ thirdParties }) =>
      thirdParties.flatMap(({ processor, via }) =>
        processor === undefined || via.every((way) => way === "preconnect") ? [] : [processor],
      ),
    ),
  );
  return [...names].flatMap((name) => {
    const processor = processorNamed(name);
    return processor === null || TECHNICAL.has(processor.role) ? [] : [processor];
  });
}

function fault(code: "not-named" | "not-declared", processor: Processor, pages: PagesValue): Verdict<Code> {
  const on = pages.pages.filter(({ thirdParties }) => thirdParties.some((party) => party.processor === processor.name));
  return fail({
    code,
    subject: `${code} ${processor.name}`,
    params: { processor: processor.name, recipient: processor.role, country: processor.country },
    observed: { processor: processor.name, role: processor.role, country: processor.country },
    remedy:
      code === "not-named"
        ? { action: "edit-page", change: "policy-name-processor", element: processor.name }
        : { action: "review", topic: "processor-list" },
    pages: on.map(({ url }) => url),
  });
}

function declaredFault(name: string, page: string): Verdict<Code> {
  return fail({
    code: "declared-not-named",
    subject: `declared ${name}`,
    params: { processor: name },
    remedy: { action: "edit-page", change: "policy-name-processor", element: name },
    pages: [page],
  });
}

/** The reverse: named in the policy, and nowhere on the pages. One information, since other pages may use them. */
function namedNotSeen(text: string, seen: readonly Processor[], page: string): readonly Verdict<Code>[] {
  const roles = new Set(seen.map(({ name }) => name));
  const gone = PROCESSORS.filter((processor) => VISIBLE.has(processor.role) && !roles.has(processor.name))
    .filter((processor) => isNamedIn(text, ownNamesOf(processor)))
    .map(({ name }) => name);
  if (gone.length === 0) return [];
  return [
    fail({
      code: "named-not-seen",
      subject: "named-not-seen",
      params: { processors: gone.slice(0, 12), count: gone.length },
      remedy: { action: "review", topic: "policy-prune" },
      confidence: "low",
      pages: [page],
    }),
  ];
}

function isDeclared(processor: Processor, declared: readonly string[]): boolean {
  const names = namesOf(processor);
  return declared.some((entry) => isNamedIn(policyText(entry), names));
}

function declaredNames(name: string): readonly string[] {
  const known = PROCESSORS.find((processor) => namesOf(processor).includes(policyText(name)));
  return known === undefined ? [policyText(name)] : [policyText(name), ...namesOf(known)];
}
