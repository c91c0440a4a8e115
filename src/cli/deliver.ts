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
import { UsageError } from "./errors.ts";
import { mayColour, type Io } from "./io.ts";
import { reportOf, type JudgedSite } from "./judge-site.ts";
import { languageFor, speaksUtf8 } from "./language.ts";
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
  await io.stderr.write(sayWaivers(judged.waivers));
  const verdict = gateOf(judged, rule, delivery.baselineGates);
  await io.stderr.write(sayVerdict(verdict, judged.evidence));
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
export function sayWaivers(waivers: AppliedWaivers): string {
  const lines = [
    ...waivers.expired.map(({ place, check, expires }) => `${place}: the waiver for ${check} expired on ${expires}`),
    ...waivers.tooLong.map(
      ({ place, check }) =>
        `${place}: ${check} is critical; a waiver of it holds for ${CRITICAL_WAIVER_DAYS} days at most`,
    ),
    ...waivers.unused.map(({ place, check }) => `${place}: the waiver for ${check} matched no finding`),
  ];
  return lines.map((line) => `vigie: ${line}\n`).join("");
}

/** The last line on stderr: why the exit code is what it is. */
export function sayVerdict(verdict: GateVerdict, evidence: Evidence): string {
  if (verdict.reason === "findings") {
    const count = verdict.count === 1 ? "1 finding" : `${verdict.count} findings`;
    return `vigie: exit 1: ${count} at ${verdict.severity} or above\n`;
  }
  if (verdict.reason === "score") return `vigie: exit 1: the score ${verdict.total} is under ${verdict.minimum}\n`;
  if (verdict.reason !== "not-assessed") return "";
  const causes = Object.entries(evidence.sections).flatMap(([name, section]) =>
    section.state === "failed" ? [`${name}: ${section.error.message}`] : [],
  );
  const why = causes.length === 0 ? "" : ` (${causes.slice(0, 3).join("; ")})`;
  return `vigie: exit 3: could not be assessed: ${verdict.areas.join(", ")}${why}\n`;
}
