import type { Area } from "../core/area.ts";
import type { Report } from "../core/report.ts";
import { severityRank } from "../core/severity.ts";
import { AREA_PRAISE } from "../locale/praise.ts";
import { say } from "../locale/say.ts";

/** How much of an area must have been seen before the whole of it is praised. */
const PRAISED_COVERAGE = 0.8;

/** Areas whose single checks speak to engineers only. */
const FOR_ENGINEERS: ReadonlySet<Area> = new Set(["tls", "headers"]);

/** More than these is no longer read. */
const TOLD = 6;

/**
 * What is already good, for the owner: a sentence for each area without a fault of weight, then single checks in order from
 * areas that are not in a grave state, so that praise never stands beside an alarm that denies it. Waived faults count.
 */
export function goodPoints(report: Report): readonly string[] {
  const worst = worstByArea(report);
  const passed = report.checks.filter(({ status, partly }) => status === "pass" && !partly);
  const areas = report.score.areas.filter(
    ({ id, score, coverage }) =>
      score !== null &&
      coverage >= PRAISED_COVERAGE &&
      (worst.get(id) ?? 0) < severityRank("medium") &&
      passed.some(({ area }) => area === id),
  );
  const praised = new Set(areas.map(({ id }) => id));
  const single = passed
    .filter(
      ({ area }) => !praised.has(area) && !FOR_ENGINEERS.has(area) && (worst.get(area) ?? 0) < severityRank("high"),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ check }) => report.verdicts.find((one) => one.check === check && one.status === "pass") ?? []);
  const sentences = [
    ...areas.map(({ id }) => say(AREA_PRAISE[id], report.lang)),
    ...single.map(({ message }) => message),
  ];
  return [...new Set(sentences)].slice(0, TOLD);
}

function worstByArea(report: Report): ReadonlyMap<Area, number> {
  const ranks = new Map<Area, number>();
  for (const { area, severity } of report.findings) {
    ranks.set(area, Math.max(ranks.get(area) ?? 0, severityRank(severity)));
  }
  return ranks;
}
