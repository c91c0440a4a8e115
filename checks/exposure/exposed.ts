import type { CheckText } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Severity } from "../../src/core/severity.ts";
import { LANGUAGES, type Language } from "../../src/core/text.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { exposureProbes, findExposure } from "../../src/data/exposures/catalogue.ts";
import type { ExposureProbe } from "../../src/data/exposures/exposure.ts";
import { remediesFor } from "./remedies.ts";

type PathsValue = SectionValue<"paths">;
type Hit = PathsValue["hits"][number];

/** What a check of exposed paths says besides the catalogue's own sentences. */
export type ExposureText = Readonly<
  Record<Language, { readonly title: string; readonly pass: string; readonly why: string }>
>;

/** The outcomes, severities and judgement of a check over some probes of the catalogue. */
export interface ExposureParts {
  readonly severity: Readonly<Record<string, Severity>>;
  readonly text: CheckText<string>;
  readonly evaluate: (evidence: { readonly paths: PathsValue }) => readonly Verdict<string>[];
}

/**
 * A check over probes: each probe is an outcome of its own, so that a profile can weigh it, with the catalogue's severity as
 * default. Confirmed hits fail; a path that was not asked, or answered in a way that proves nothing, is never a pass.
 */
export function exposed(chosen: (probe: ExposureProbe) => boolean, text: ExposureText): ExposureParts {
  const probes = exposureProbes.filter((probe) => probe.kind === "exposure" && chosen(probe));
  const ids = new Set(probes.map((probe) => probe.id));
  return {
    severity: Object.fromEntries(probes.map((probe) => [probe.id, probe.severity])),
    text: withOutcomes(probes, text),
    evaluate({ paths }) {
      const verdicts = paths.hits.flatMap((hit) => (ids.has(hit.probe) ? judgeHit(hit) : []));
      return [...verdicts, ...unseen(paths, ids, verdicts.length > 0)];
    },
  };
}

/** Every probe id of the groups. */
export function ofGroups(...groups: readonly ExposureProbe["group"][]): (probe: ExposureProbe) => boolean {
  return (probe) => groups.includes(probe.group);
}

/** The path of a hit, without query: its identity from scan to scan. */
export function subjectOf(hit: Hit): string {
  const url = new URL(hit.url);
  const repository = /^(.*\/\.(?:git|svn|hg|bzr))\//.exec(url.pathname)?.[1];
  if (repository !== undefined && hit.group === "version-control") return repository;
  // Several addresses that lead to one login are one finding.
  return hit.facts["redirectedTo"] ?? (url.pathname === "/" ? rootSubject(url) : url.pathname);
}

/** The root with the name of what was asked of it: `/?author`. Values are no identity. */
function rootSubject(url: URL): string {
  const [name] = url.searchParams.keys();
  return name === undefined ? "/" : `/?${name}`;
}

function judgeHit(hit: Hit): readonly Verdict<string>[] {
  const probe = findExposure(hit.probe);
  if (hit.outcome !== "confirmed" || probe === undefined) return [];
  const subject = subjectOf(hit);
  return [
    fail({
      code: hit.probe,
      subject,
      params: { url: hit.url },
      observed: observedOf(hit),
      remedy: remediesFor(probe, subject),
      confidence: hit.confidence,
      ...shiftOf(hit),
      pages: [hit.url],
    }),
  ];
}

/** What the evidence keeps of a hit, for the engineer: where, how much, and hashes in the place of what may be secret. */
function observedOf(hit: Hit): Readonly<Record<string, string | number | readonly string[] | null>> {
  return {
    url: hit.url,
    status: hit.status,
    bytes: hit.bytes,
    proof: hit.proof.map(
      ({ offset, length, sha256, text }) =>
        text ?? `${String(length)} bytes at ${String(offset)}, SHA-256 ${sha256.slice(0, 16)}…`,
    ),
    ...(hit.stake === null ? {} : { stake: hit.stake }),
    ...hit.facts,
  };
}

function shiftOf(hit: Hit): { readonly shift?: number; readonly shiftReason?: string } {
  if (hit.facts["login"] === "password" && hit.url.startsWith("http:"))
    return { shift: 1, shiftReason: "login-in-clear" };
  if (hit.facts["listing"] === "empty") return { shift: -1, shiftReason: "empty-listing" };
  return {};
}

/** What could not be seen, and the pass where everything could. */
function unseen(paths: PathsValue, ids: ReadonlySet<string>, failed: boolean): readonly Verdict<string>[] {
  const asked = paths.probes.filter(({ probe }) => ids.has(probe));
  const planned = asked.reduce((sum, probe) => sum + probe.planned, 0);
  const missing = asked.reduce((sum, probe) => sum + probe.notMade, 0);
  if (planned === 0) return failed ? [] : [notApplicable("other-platform")];
  if (missing > 0) return [notAssessed(reasonOf(paths, ids), `${String(missing)}/${String(planned)}`)];
  if (failed) return [];
  const guarded = paths.hits.filter((hit) => hit.outcome === "protected" && ids.has(hit.probe)).map(subjectOf);
  return [pass(undefined, guarded.length === 0 ? undefined : { protected: guarded })];
}

function reasonOf(paths: PathsValue, ids: ReadonlySet<string>): string {
  if (paths.stopped === "slow") return "throttled";
  const unproven = paths.hits.some((hit) => hit.outcome === "inconclusive" && ids.has(hit.probe));
  return paths.stopped ?? (unproven ? "answers-everything" : "timeout");
}

function withOutcomes(probes: readonly ExposureProbe[], text: ExposureText): CheckText<string> {
  const told = LANGUAGES.map((language) => [
    language,
    {
      ...text[language],
      outcomes: Object.fromEntries(probes.map((probe) => [probe.id, sentence(probe, language)])),
    },
  ]);
  // One entry a language, by construction.
  return Object.fromEntries(told) as CheckText<string>;
}

/** The fact, then the risk. */
function sentence(probe: ExposureProbe, language: Language): string {
  const colon = language === "fr" ? "\u00A0:" : ":";
  return `${probe.title[language]}${colon} {url}. ${probe.why[language]}`;
}
