import { AREAS } from "../core/area.ts";
import type { Report, ReportFinding } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { SEVERITIES, severityRank, type Severity } from "../core/severity.ts";
import { AREA_NAMES, SEVERITY_NAMES } from "../locale/words.ts";
import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import type { UiState } from "./state.ts";

export const GROUPINGS = ["severity", "area", "page", "requirement"] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface ListView {
  /** The mildest severity shown; null for all. */
  readonly from: Severity | null;
  readonly query: string;
  readonly grouping: Grouping;
}

/** A row of the list: the heading of a group, or a finding. */
export type ListRow =
  | { readonly kind: "group"; readonly title: string; readonly count: number }
  | { readonly kind: "finding"; readonly finding: ReportFinding };

/** The findings that the filter and the search let through, under their groups. A finding may stand under several requirements. */
export function listRows(report: Report, view: ListView): readonly ListRow[] {
  const shown = report.findings.filter((finding) => passes(finding, view));
  return groupsOf(report, shown, view.grouping).flatMap(([title, findings]): readonly ListRow[] =>
    findings.length === 0
      ? []
      : [
          { kind: "group", title, count: findings.length },
          ...findings.map((finding) => ({ kind: "finding", finding }) as const),
        ],
  );
}

/** The findings of a list, each once, in the order shown. */
export function findingsOf(rows: readonly ListRow[]): readonly ReportFinding[] {
  return rows.flatMap((row) => (row.kind === "finding" ? [row.finding] : []));
}

/** The finding under the cursor of the list; null where there is none. */
export function selectedFinding(state: UiState): ReportFinding | null {
  if (state.report === null) return null;
  return findingsOf(listRows(state.report, state.list))[state.list.cursor] ?? null;
}

/** The lines to paste of a finding's remedy, what a person would otherwise read; empty where there is nothing to say. */
export function remedyText(finding: ReportFinding): string {
  return finding.fixes
    .map((fix) => {
      const snippets = fix.snippets.map(({ place, lines }) => [`# ${place}`, ...lines].join("\n"));
      return snippets.length > 0 ? snippets.join("\n\n") : [fix.title, ...fix.steps].join("\n");
    })
    .join("\n\n");
}

/** What the list lets through, in words. */
export function filterText({ from }: ListView, language: Language): string {
  if (from === null) return say(U.filterAll, language);
  return say(U.filterFrom, language, { severity: say(SEVERITY_NAMES[from], language) });
}

/** What the list is grouped by, in words. */
export function groupingText({ grouping }: ListView, language: Language): string {
  const names = { severity: U.groupSeverity, area: U.groupArea, page: U.groupPage, requirement: U.groupRequirement };
  return say(U.groupBy, language, { group: say(names[grouping], language) });
}

/** What leads to the next grade, as the remedies are called; empty where nothing is left to fix for it. */
export function fixTitles(report: Report): readonly string[] {
  return (report.score.next?.fixes ?? []).map(
    (check) =>
      report.findings.find((finding) => finding.check === check)?.fixes[0]?.title ??
      report.checks.find((candidate) => candidate.check === check)?.title ??
      check,
  );
}

/** The next grouping; requirements only where the profile has some. */
export function nextGrouping(grouping: Grouping, report: Report): Grouping {
  const cycle = GROUPINGS.filter((name) => name !== "requirement" || report.requirements.length > 0);
  return cycle[(cycle.indexOf(grouping) + 1) % cycle.length] ?? "severity";
}

/** The next filter: all, then from critical down to low. */
export function nextFilter(from: Severity | null): Severity | null {
  const cycle: readonly (Severity | null)[] = [null, "critical", "high", "medium", "low"];
  return cycle[(cycle.indexOf(from) + 1) % cycle.length] ?? null;
}

function passes(finding: ReportFinding, view: ListView): boolean {
  if (view.from !== null && severityRank(finding.severity) < severityRank(view.from)) return false;
  const query = fold(view.query.trim());
  if (query === "") return true;
  return [finding.title, finding.message, finding.check, finding.subject, ...finding.pages].some((text) =>
    fold(text).includes(query),
  );
}

/** Lower case without accents, so that "en-tete" finds « En-tête ». */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}

type Group = readonly [title: string, findings: readonly ReportFinding[]];

function groupsOf(report: Report, findings: readonly ReportFinding[], grouping: Grouping): readonly Group[] {
  const { lang } = report;
  switch (grouping) {
    case "severity":
      return SEVERITIES.toReversed().map((severity) => [
        say(SEVERITY_NAMES[severity], lang),
        findings.filter((finding) => finding.severity === severity),
      ]);
    case "area":
      return AREAS.map((area) => [say(AREA_NAMES[area], lang), findings.filter((finding) => finding.area === area)]);
    case "page": {
      const pages = [...new Set(findings.map(({ page }) => page))];
      return pages.map((page) => [page ?? say(U.noPage, lang), findings.filter((finding) => finding.page === page)]);
    }
    case "requirement": {
      const named = report.requirements.map(({ framework, id, title, checks }): Group => [
        `${framework} ${id} — ${title}`,
        findings.filter((finding) => checks.some(({ check }) => check === finding.check)),
      ]);
      const covered = new Set(report.requirements.flatMap(({ checks }) => checks.map(({ check }) => check)));
      return [...named, [say(U.noRequirement, lang), findings.filter(({ check }) => !covered.has(check))]];
    }
  }
}
