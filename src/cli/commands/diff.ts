import { catalogue } from "../../../checks/index.ts";
import { compareWithPast, type KnownFinding } from "../../core/comparison.ts";
import { diffEvidence, type Change } from "../../core/diff.ts";
import type { FindingState } from "../../core/finding-state.ts";
import type { Profile } from "../../core/profile.ts";
import { explainScoreChange, type ScoreChange } from "../../core/score-change.ts";
import { cleanText } from "../../core/text.ts";
import { loadProfile } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { judgeSite, resultOf } from "../judge-site.ts";
import type { Options } from "../options.ts";
import { findRun, type SavedRun } from "../saved-run.ts";

interface Difference {
  readonly site: string;
  readonly from: string;
  readonly to: string;
  readonly score: ScoreChange;
  readonly findings: readonly (KnownFinding & { readonly state: FindingState | "fixed" | "not-assessed" })[];
  readonly changes: readonly Change[];
}

/** `vigie diff A B`: what changed between two scans of a site, and why the score did. */
export async function diff(options: Options, io: Io): Promise<number> {
  const format = options.choice("format", ["text", "json"], "text");
  const [a, b] = options.positionals;
  if (a === undefined || b === undefined) {
    throw new UsageError("name two scans: vigie diff bakery.example~1 bakery.example, or two files of evidence");
  }
  const [before, after] = [await findRun(a, options, io), await findRun(b, options, io)];
  if (before.evidence.target.id !== after.evidence.target.id) {
    throw new UsageError(
      `${a} is of ${before.evidence.target.id}, ${b} of ${after.evidence.target.id}: two sites do not compare`,
    );
  }
  const difference = compare(before, after, loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd));
  await io.stdout.write(format === "json" ? `${JSON.stringify(difference, null, 2)}\n` : told(difference));
  return 0;
}

function compare(before: SavedRun, after: SavedRun, profile: Profile): Difference {
  const old = judgeSite(before.evidence, profile, [], null);
  const now = judgeSite(after.evidence, profile, [], null);
  const [oldFindings, newFindings] = [resultOf(old, "").findings, resultOf(now, "").findings];
  const assessedChecks = new Set(
    now.assessment.results
      .filter(({ partly, status }) => !partly && status !== "not-assessed")
      .map(({ check }) => check),
  );
  const { states, fixed, notAssessed } = compareWithPast(
    { findings: newFindings, assessedChecks },
    { last: oldFindings, fixedBefore: new Set() },
  );
  const kept = before.result?.score ?? null;
  return {
    site: after.evidence.target.id,
    from: before.evidence.finishedAt,
    to: after.evidence.finishedAt,
    score: explainScoreChange(
      {
        evidence: before.evidence,
        total: kept?.total ?? old.assessment.score.total,
        profile: kept === null || kept.profileDigest === profile.digest ? profile : null,
      },
      { evidence: after.evidence, profile },
      catalogue,
    ),
    findings: [
      ...newFindings.map((finding) => ({ ...finding, state: states.get(finding.fingerprint) ?? ("unknown" as const) })),
      ...fixed.map((finding) => ({ ...finding, state: "fixed" as const })),
      ...notAssessed.map((finding) => ({ ...finding, state: "not-assessed" as const })),
    ],
    changes: diffEvidence(before.evidence, after.evidence),
  };
}

function told({ site, from, to, score, findings, changes }: Difference): string {
  const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
  const lines = [
    `${site}: ${from.slice(0, 16).replace("T", " ")} → ${to.slice(0, 16).replace("T", " ")}`,
    `score ${score.from} → ${score.to} (site ${signed(score.site)}, profile ${signed(score.profile)}, tool ${signed(score.tool)})`,
    "",
  ];
  for (const state of ["new", "reopened", "worsened", "fixed", "not-assessed", "persisting"] as const) {
    const ofState = findings.filter((finding) => finding.state === state);
    if (ofState.length === 0) continue;
    lines.push(`${state} (${ofState.length})`);
    if (state !== "persisting") {
      lines.push(
        ...ofState.map(({ severity, check, title }) => `  ${severity.padEnd(8)} ${check}: ${cleanText(title)}`),
      );
    }
  }
  if (changes.length > 0) lines.push("", `on the site (${changes.length})`);
  for (const { kind, topic, what, from: old, to: present } of changes) {
    const values = [old, present].filter((value) => value !== undefined).map((value) => cleanText(value, 160));
    lines.push(
      `  ${kind.padEnd(8)} ${topic}: ${cleanText(what, 200)}${values.length > 0 ? `: ${values.join(" → ")}` : ""}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
