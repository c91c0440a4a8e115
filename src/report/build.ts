import type { Assessment } from "../core/assess.ts";
import type { CheckResult, CheckStatus, Finding } from "../core/assessment.ts";
import type { Catalogue, Check } from "../core/check.ts";
import { SECTION_NAMES, type Evidence } from "../core/evidence/evidence.ts";
import type { FindingState } from "../core/finding-state.ts";
import type { Requirement } from "../core/profile.ts";
import type { Fix, Report, ReportFinding, ReportRequirement, ReportVerdict, ReportWaiver } from "../core/report.ts";
import type { Remedy } from "../core/remedy.ts";
import { severityRank, worstFirst } from "../core/severity.ts";
import { cleanText, renderText, type Language, type ParameterValue } from "../core/text.ts";
import type { Observed, Verdict } from "../core/verdict.ts";
import { limitsOf } from "../locale/limits.ts";
import { reasonText } from "../locale/reasons.ts";
import { typeset } from "../locale/typography.ts";
import { datedTables } from "./dated-tables.ts";
import { incidentOf } from "./incident.ts";
import { renderRemedy } from "./remedy/render.ts";
import { sslLabsOf } from "./ssl-labs-of.ts";
import { namedParameters } from "./named-parameters.ts";

/** The software behind a site, where the evidence shows it. */
type Stack = Pick<Report, "platform" | "server" | "front">;

export interface ReportInput {
  readonly assessment: Assessment;
  readonly evidence: Evidence;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** State of each finding by fingerprint, from the history or a baseline. */
  readonly states?: ReadonlyMap<string, FindingState>;
  readonly waivers?: ReadonlyMap<string, ReportWaiver>;
  /** Findings of the past that are now seen to be in order. */
  readonly fixed?: Report["fixed"];
}

/** Tells an assessment in a language. Pure: the same input gives the same report, byte for byte once serialised. */
export function buildReport(input: ReportInput): Report {
  const { assessment, evidence, language } = input;
  const { profile, results, score } = assessment;
  const stack = stackOf(evidence);
  const findings = findingsOf(input, stack);
  const incident = incidentOf(findings, language);
  const statusOf = new Map(results.map((result) => [result.check, result.status]));
  return {
    schema: "vigie.report/1",
    tool: evidence.tool,
    profile: {
      id: profile.id,
      version: profile.version,
      digest: profile.digest,
      title: typeset(profile.title[language], language),
    },
    target: evidence.target,
    lang: language,
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    authorised: authorisedOf(evidence),
    pace: evidence.pace,
    conditions: evidence.conditions,
    sections: sectionsOf(evidence, language),
    ...stack,
    score,
    summary: summaryOf(results, findings),
    findings,
    ...(incident === null ? {} : { incident }),
    verdicts: results.flatMap((result) => verdictsOf(result, checkOf(input.catalogue, result.check), language)),
    checks: results.map((result) => ({
      check: result.check,
      area: result.area,
      title: titleOf(checkOf(input.catalogue, result.check), result.check, language),
      status: result.status,
      partly: result.partly,
      weight: result.weight,
      worst: result.worst,
    })),
    requirements: profile.requirements.map((requirement) => requirementOf(requirement, statusOf, language)),
    sslLabs: sslLabsOf(evidence, results),
    fixed: input.fixed ?? [],
    limits: [...limitsOf(language)],
    tables: datedTables(evidence.startedAt, language),
    cost: evidence.cost,
  };
}

function stackOf(evidence: Evidence): Stack {
  const { pages } = evidence.sections;
  const front = frontOf(evidence);
  if (pages.state !== "collected") return { platform: null, server: null, front };
  const { platform, server } = pages.value;
  return {
    platform:
      platform === null
        ? null
        : {
            id: platform.id,
            name: cleanText(platform.name, 80),
            version: platform.version === null ? null : cleanText(platform.version, 40),
          },
    server: server === null ? null : cleanText(server, 80),
    front,
  };
}

/** Whoever stands before the target's own host, the outermost kind first; names come from a table of ours. */
function frontOf(evidence: Evidence): Stack["front"] {
  const { http } = evidence.sections;
  const all = http.state === "collected" ? (http.value.fronts ?? []) : [];
  const own = all.filter(({ host }) => host === evidence.target.host);
  const kinds = ["cdn", "waf", "host", "platform"] as const;
  const found = kinds.flatMap((kind) => own.filter((front) => front.kind === kind))[0];
  return found === undefined ? null : { name: found.name, kind: found.kind };
}

function sectionsOf(evidence: Evidence, language: Language): Report["sections"] {
  return SECTION_NAMES.map((name) => {
    const section = evidence.sections[name];
    if (section.state === "collected") return { name, state: section.state };
    const reason = section.state === "failed" ? section.error.code : section.reason;
    return { name, state: section.state, reason, message: reasonText(reason, language) };
  });
}

function findingsOf(input: ReportInput, stack: Stack): readonly ReportFinding[] {
  const { assessment, catalogue } = input;
  return assessment.results
    .flatMap((result) =>
      result.findings.map((finding) => findingOf(finding, checkOf(catalogue, finding.check), input, stack)),
    )
    .toSorted((a, b) => worstFirst(a.severity, b.severity));
}

function findingOf(finding: Finding, check: Check | undefined, input: ReportInput, stack: Stack): ReportFinding {
  const { language } = input;
  const { verdict } = finding;
  const text = check?.text[language];
  const template = text?.outcomes[verdict.code] ?? verdict.code;
  const waiver = input.waivers?.get(finding.fingerprint);
  const pages = verdict.pages.map((page) => cleanText(page));
  const [page] = pages;
  const remedies = verdict.remedy;
  return {
    fingerprint: finding.fingerprint,
    check: finding.check,
    area: finding.area,
    severity: finding.severity,
    confidence: verdict.confidence,
    state: input.states?.get(finding.fingerprint) ?? "unknown",
    ...(waiver === undefined ? {} : { waiver }),
    code: verdict.code,
    subject: cleanText(verdict.subject),
    ...(page === undefined ? {} : { page }),
    pages,
    params: Object.fromEntries(Object.entries(verdict.params).map(([name, value]) => [name, cleanValue(value)])),
    observed: Object.fromEntries(
      Object.entries(verdict.observed).map(([name, value]) => [
        cleanText(name, 80),
        value === null ? null : cleanValue(value),
      ]),
    ),
    title: titleOf(check, finding.check, language),
    message: typeset(renderText(template, namedParameters(verdict.params, language), language), language),
    why: typeset(renderText(text?.why ?? "", namedParameters(verdict.params, language), language), language),
    ...(verdict.shiftReason === undefined ? {} : { shiftReason: verdict.shiftReason }),
    remedy: remedies.map(cleanRemedy),
    fixes: remedies.map((remedy) => fixOf(remedy, stack, language)),
    references: check?.references ?? {},
  };
}

function fixOf(remedy: Remedy, stack: Stack, language: Language): Fix {
  const told = renderRemedy(cleanRemedy(remedy), {
    server: stack.server,
    platform: stack.platform?.id ?? null,
    front: stack.front,
    language,
  });
  const set = (text: string): string => typeset(text, language);
  return {
    title: set(told.title),
    steps: told.steps.map(set),
    snippets: told.snippets.map((snippet) => ({ ...snippet, place: set(snippet.place) })),
    caution: told.caution === null ? null : set(told.caution),
    changeable: told.changeable,
  };
}

function verdictsOf(result: CheckResult, check: Check | undefined, language: Language): readonly ReportVerdict[] {
  return result.verdicts.map((verdict) => ({
    check: result.check,
    area: result.area,
    status: verdict.status,
    ...(verdict.status === "fail" ? { code: verdict.code } : {}),
    ...(verdict.subject === undefined ? {} : { subject: cleanText(verdict.subject) }),
    ...("reason" in verdict ? { reason: verdict.reason } : {}),
    message: verdictMessage(verdict, check, language),
  }));
}

function verdictMessage(verdict: Verdict, check: Check | undefined, language: Language): string {
  if (verdict.status === "not-applicable" || verdict.status === "not-assessed")
    return reasonText(verdict.reason, language);
  const text = check?.text[language];
  if (verdict.status === "fail") {
    return typeset(
      renderText(text?.outcomes[verdict.code] ?? verdict.code, namedParameters(verdict.params, language), language),
      language,
    );
  }
  return typeset(renderText(text?.pass ?? "", withoutNulls(verdict.observed ?? {}), language), language);
}

function summaryOf(results: readonly CheckResult[], findings: readonly ReportFinding[]): Report["summary"] {
  const bySeverity = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const finding of findings) bySeverity[finding.severity] += 1;
  const count = (status: CheckStatus): number => results.filter((result) => result.status === status).length;
  return {
    findings: bySeverity,
    waived: findings.filter((finding) => finding.waiver !== undefined).length,
    checks: {
      pass: count("pass"),
      fail: count("fail"),
      notApplicable: count("not-applicable"),
      notAssessed: count("not-assessed"),
    },
  };
}

function requirementOf(
  requirement: Requirement,
  statusOf: ReadonlyMap<string, CheckStatus>,
  language: Language,
): ReportRequirement {
  const checks = requirement.checks.flatMap((check) => {
    const status = statusOf.get(check);
    return status === undefined ? [] : [{ check, status }];
  });
  return {
    framework: requirement.framework,
    ...(requirement.version === undefined ? {} : { version: requirement.version }),
    id: requirement.id,
    title: typeset(requirement.title[language], language),
    status: requirementStatus(checks.map(({ status }) => status)),
    checks,
  };
}

/** Faults outweigh the rest; what was seen in part is never called clean. */
function requirementStatus(statuses: readonly CheckStatus[]): ReportRequirement["status"] {
  if (statuses.includes("fail")) return "findings";
  const applicable = statuses.filter((status) => status !== "not-applicable");
  if (applicable.length === 0) return statuses.length === 0 ? "not-assessed" : "not-applicable";
  if (applicable.every((status) => status === "not-assessed")) return "not-assessed";
  return applicable.includes("not-assessed") ? "partly-assessed" : "nothing-found";
}

function checkOf(catalogue: Catalogue, id: string): Check | undefined {
  return catalogue.find((check) => check.id === id);
}

function titleOf(check: Check | undefined, id: string, language: Language): string {
  return check === undefined ? id : typeset(check.text[language].title, language);
}

function authorisedOf({ authorised }: Evidence): Report["authorised"] {
  if (authorised === null) return null;
  const { by, on, reference } = authorised;
  return {
    by: cleanText(by),
    on: cleanText(on, 40),
    ...(reference === undefined ? {} : { reference: cleanText(reference) }),
  };
}

/** A remedy quotes addresses and header values of the site: remote text like any other. */
function cleanRemedy(remedy: Remedy): Remedy {
  // Every value keeps its type: strings are cleaned, all else stays.
  return Object.fromEntries(
    Object.entries(remedy).map(([name, value]) => [
      name,
      typeof value === "string"
        ? cleanText(value, 2000)
        : Array.isArray(value)
          ? value.map((item) => cleanText(item))
          : value,
    ]),
  ) as Remedy;
}

function cleanValue(value: ParameterValue): ParameterValue {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return value.map((item) => cleanText(item));
}

function withoutNulls(observed: Observed): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries(observed).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** The findings that count, the worst first, without the waived ones. */
export function openFindings(report: Report): readonly ReportFinding[] {
  return report.findings.filter((finding) => finding.waiver === undefined);
}

/** The worst severity of the open findings; null when there are none. */
export function worstSeverity(report: Report): ReportFinding["severity"] | null {
  return openFindings(report).reduce<ReportFinding["severity"] | null>(
    (worst, { severity }) => (worst === null || severityRank(severity) > severityRank(worst) ? severity : worst),
    null,
  );
}
