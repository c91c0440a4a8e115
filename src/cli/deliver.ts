import type { Evidence } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import { judgeGate, parseFailOn, siteAnswered, type GateVerdict } from "../core/gate.ts";
import type { GateRule, Profile } from "../core/profile.ts";
import type { Report } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { CRITICAL_WAIVER_DAYS, type AppliedWaivers } from "../core/waivers.ts";
import type { Brand } from "../report/brand.ts";
import type { HistoryPoint } from "../report/history.ts";
import { renderDocument } from "../report/formats.ts";
import { PROGRESS_TEXT } from "../locale/progress-text.ts";
import { reasonText } from "../locale/reasons.ts";
import { say } from "../locale/say.ts";
import { AREA_NAMES, SEVERITY_NAMES } from "../locale/words.ts";
import { UsageError } from "./errors.ts";
import { mayColour, type Io } from "./io.ts";
import { reportOf, type JudgedSite } from "./judge-site.ts";
import { languageFor } from "./language.ts";
import { speaksUtf8 } from "./locale.ts";
import type { Options } from "./options.ts";
import { writeFiles, type Output, type OutputPlan } from "./outputs.ts";

/** The gate that the command line asks for, else the profile's (that of a tag first). Throws `UsageError`. */
export function gateRule(options: Options, profile: Profile, tags: readonly string[] = []): GateRule {
  const ofTag = tags.map((tag) => profile.gate.tags[tag]).find((rule) => rule !== undefined);
  const failOn = options.text("fail-on") ?? ofTag?.failOn ?? profile.gate.failOn;
  if (failOn !== undefined && parseFailOn(failOn) === null) {
    throw new UsageError(
      `--fail-on takes critical, high, medium, low or info, or new: and one of them; got "${failOn}"`,
    );
  }
  return { failOn, minScore: options.number("min-score", 0, 100) ?? ofTag?.minScore ?? profile.gate.minScore };
}

export interface Delivery {
  readonly judged: JudgedSite;
  readonly outputs: OutputPlan;
  readonly rule: GateRule;
  /** Whether findings that the past knows are kept from tripping the gate: only when a baseline was asked for. */
  readonly baselineGates: boolean;
  readonly options: Options;
  readonly io: Io;
  /** The lines of the scan, for jsonl; empty for saved evidence. */
  readonly events: readonly ScanEvent[];
  /** Past scores of the site, for the line in the HTML report. */
  readonly points: readonly HistoryPoint[];
  readonly brand: Brand | null;
}

/** Writes every output that was asked for and gives the exit code, with its reason as the last line on stderr. */
export async function deliver(delivery: Delivery): Promise<number> {
  const { judged, outputs, io, rule } = delivery;
  const reports = new Map<Language, Report>();
  const render = async (output: Output, colour: boolean): Promise<string> => {
    const language = languageFor(delivery.options, output, io);
    const report = reports.get(language) ?? reportOf(judged, language);
    reports.set(language, report);
    return await renderOutput(output, report, delivery, colour);
  };
  await writeFiles(outputs, (output) => render(output, false));
  await io.stdout.write(await render(outputs.stdout, mayColour(io, io.stdout)));
  // Whoever reads stderr is a person, whatever the format on stdout is for.
  const language = languageFor(delivery.options, "text", io);
  await io.stderr.write(sayWaivers(judged.waivers, language));
  await io.stderr.write(sayElsewhere(judged.evidence, language));
  const verdict = gateOf(judged, rule, delivery.baselineGates);
  await io.stderr.write(sayVerdict(verdict, judged.evidence, language));
  return verdict.code;
}

/** The gate's word on a judged site. */
export function gateOf(judged: JudgedSite, rule: GateRule, baselineGates: boolean): GateVerdict {
  const { assessment, comparison, waivers } = judged;
  const statesCount = baselineGates || rule.failOn?.startsWith("new:") === true;
  return judgeGate({
    results: assessment.results,
    findings: assessment.results
      .flatMap((result) => result.findings)
      .map(({ fingerprint, severity }) => ({
        severity,
        state: (statesCount ? comparison?.states.get(fingerprint) : undefined) ?? "unknown",
        waived: waivers.waived.has(fingerprint),
      })),
    score: assessment.score,
    profile: assessment.profile,
    rule,
    // What was cut off (a fleet's deadline for a site) is no completed scan either.
    answered: siteAnswered(judged.evidence.sections) && !judged.evidence.conditions.interrupted,
  });
}

async function renderOutput(output: Output, report: Report, delivery: Delivery, colour: boolean): Promise<string> {
  const { judged, events, points, brand, io } = delivery;
  if (output === "evidence") return `${JSON.stringify(judged.evidence, null, 2)}\n`;
  return await renderDocument(output, report, {
    colour,
    columns: io.stdout.columns,
    unicode: speaksUtf8(io.env),
    evidence: new Map([[report.target.id, judged.evidence]]),
    events,
    history: new Map([[report.target.id, points]]),
    brand,
  });
}

/** Waivers that do not hold or match nothing: told, so that a file does not rot. */
export function sayWaivers(waivers: AppliedWaivers, language: Language): string {
  const lines = [
    ...waivers.expired.map(({ place, check, expires }) => ({ place, text: "waiverExpired" as const, check, expires })),
    ...waivers.tooLong.map(({ place, check }) => ({
      place,
      text: "waiverTooLong" as const,
      check,
      days: CRITICAL_WAIVER_DAYS,
    })),
    ...waivers.unused.map(({ place, check }) => ({ place, text: "waiverUnused" as const, check })),
  ];
  return lines
    .map(({ place, text, ...parameters }) => `vigie: ${place}: ${say(PROGRESS_TEXT[text], language, parameters)}\n`)
    .join("");
}

/** A shop that has moved: whoever typed its old name should not take an almost empty report for the shop's. */
function sayElsewhere({ target, sections }: Evidence, language: Language): string {
  if (sections.http.state !== "collected") return "";
  const { origin } = new URL(target.url);
  const entry = sections.http.value.origins.find(
    ({ url, end }) => end === "out-of-scope" && new URL(url).origin === origin,
  );
  const other = URL.parse(entry?.chain.at(-1)?.location ?? "");
  if (other === null) return "";
  return `vigie: ${say(PROGRESS_TEXT.leadsElsewhere, language, { url: target.url, other: other.origin })}\n`;
}

/** The last line on stderr: why the exit code is what it is. */
function sayVerdict(verdict: GateVerdict, evidence: Evidence, language: Language): string {
  if (verdict.code === 0) return "";
  return `vigie: exit ${verdict.code}: ${reasonOf(verdict, evidence, language)}\n`;
}

function reasonOf(verdict: Exclude<GateVerdict, { code: 0 }>, evidence: Evidence, language: Language): string {
  if (verdict.reason === "findings") {
    const severity = say(SEVERITY_NAMES[verdict.severity], language);
    return say(PROGRESS_TEXT.findingsAtGate, language, { count: verdict.count, severity });
  }
  if (verdict.reason === "score") {
    return say(PROGRESS_TEXT.underScore, language, { total: verdict.total, minimum: verdict.minimum });
  }
  if (verdict.areas.length === 0) return say(PROGRESS_TEXT.cutOff, language);
  const areas = verdict.areas.map((area) => say(AREA_NAMES[area], language)).join(", ");
  // The messages of the network layer name hosts and ports, and are English; the sentence of their code is in both languages.
  const causes = Object.values(evidence.sections).flatMap((section) =>
    section.state === "failed"
      ? [language === "en" ? section.error.message : reasonText(section.error.code, language)]
      : [],
  );
  const why = causes.length === 0 ? "" : ` (${[...new Set(causes)].slice(0, 3).join("; ")})`;
  const cut = evidence.conditions.interrupted ? `; ${say(PROGRESS_TEXT.cutOff, language)}` : "";
  return `${say(PROGRESS_TEXT.notAssessed, language, { areas })}${why}${cut}`;
}
