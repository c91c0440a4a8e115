import { catalogue } from "../../checks/index.ts";
import { assess } from "../core/assess.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import { judgeGate, parseFailOn, type GateVerdict } from "../core/gate.ts";
import type { GateRule, Profile } from "../core/profile.ts";
import type { Report } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { buildReport } from "../report/build.ts";
import { renderDocument } from "../report/formats.ts";
import { UsageError } from "./errors.ts";
import { mayColour, type Io } from "./io.ts";
import { languageFor, speaksUtf8 } from "./language.ts";
import type { Options } from "./options.ts";
import { writeFiles, type Output, type OutputPlan } from "./outputs.ts";

/** The gate that the command line asks for, else the profile's. Throws `UsageError`. */
export function gateRule(options: Options, profile: Profile): GateRule {
  const failOn = options.text("fail-on") ?? profile.gate.failOn;
  if (failOn !== undefined && parseFailOn(failOn) === null) {
    throw new UsageError(
      `--fail-on takes critical, high, medium, low or info, or new: and one of them; got "${failOn}"`,
    );
  }
  return { failOn, minScore: options.number("min-score", 0, 100) ?? profile.gate.minScore };
}

export interface Delivery {
  readonly evidence: Evidence;
  readonly profile: Profile;
  readonly outputs: OutputPlan;
  readonly rule: GateRule;
  readonly options: Options;
  readonly io: Io;
  /** The lines of the scan, for jsonl; empty for saved evidence. */
  readonly events: readonly ScanEvent[];
}

/** Judges evidence, writes every output that was asked for, and gives the exit code with its reason on stderr. */
export async function deliver(delivery: Delivery): Promise<number> {
  const { evidence, profile, outputs, io, rule } = delivery;
  const assessment = assess(evidence, profile, catalogue);
  const reports = new Map<Language, Report>();
  const reportIn = (language: Language): Report => {
    const known = reports.get(language);
    if (known !== undefined) return known;
    const made = buildReport({ assessment, evidence, catalogue, language });
    reports.set(language, made);
    return made;
  };
  const render = async (output: Output, colour: boolean): Promise<string> =>
    await renderOutput(output, reportIn(languageFor(delivery.options, output, io)), delivery, colour);
  await writeFiles(outputs, (output) => render(output, false));
  await io.stdout.write(await render(outputs.stdout, mayColour(io, io.stdout)));
  const findings = reportIn("en").findings.map(({ severity, state, waiver }) => ({
    severity,
    state,
    waived: waiver !== undefined,
  }));
  const verdict = judgeGate({ results: assessment.results, findings, score: assessment.score, profile, rule });
  await io.stderr.write(sayVerdict(verdict, evidence));
  return verdict.code;
}

async function renderOutput(output: Output, report: Report, delivery: Delivery, colour: boolean): Promise<string> {
  const { evidence, events, io } = delivery;
  if (output === "evidence") return `${JSON.stringify(evidence, null, 2)}\n`;
  return await renderDocument(output, report, {
    colour,
    columns: io.stdout.columns,
    unicode: speaksUtf8(io.env),
    evidence: new Map([[report.target.id, evidence]]),
    events,
  });
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
