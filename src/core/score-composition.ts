import type { Area } from "./area.ts";

export interface WeightedCredit {
  readonly area: Area;
  readonly weight: number;
  /** 0 (wholly failed) to 1 (in order). */
  readonly credit: number;
  /** A failed check, whatever it costs: even a fault without penalty must not lift a mean by beginning to apply. */
  readonly fault: boolean;
}

interface Group {
  /** 0 to 1. */
  readonly value: number;
  readonly weight: number;
  /** Whether the group holds nothing but faults, so that leaving it out is a fair comparison. */
  readonly optional: boolean;
}

/**
 * The mean of the areas (each the weighted mean of its credits) and its floor, both 0 to 100.
 *
 * A mean has a flaw: a mild fault in an area that is otherwise in ruins lifts the mean, because it was not applicable
 * before. The floor is the least mean over every way to leave faults out, so that no added fault can ever raise it.
 */
export function composeTotal(
  items: readonly WeightedCredit[],
  areaWeights: Readonly<Partial<Record<Area, number>>>,
): { readonly mean: number; readonly floor: number } {
  const areas = [...new Set(items.map((item) => item.area))];
  const means: Group[] = [];
  const floors: Group[] = [];
  for (const area of areas) {
    const weight = areaWeights[area] ?? 0;
    const groups = items
      .filter((item) => item.area === area)
      .map((item) => ({ value: item.credit, weight: item.weight, optional: item.fault }));
    means.push({ value: weightedMean(groups), weight, optional: false });
    floors.push({ value: leastMean(groups), weight, optional: groups.every((group) => group.optional) });
  }
  return { mean: 100 * (areas.length === 0 ? 1 : weightedMean(means)), floor: 100 * leastMean(floors) };
}

/** The least weighted mean of the fixed groups together with any of the optional ones; 1 when there is nothing at all. */
function leastMean(groups: readonly Group[]): number {
  const chosen = groups.filter((group) => !group.optional);
  const optional = groups.filter((group) => group.optional).toSorted((a, b) => a.value - b.value);
  for (const group of optional) {
    if (chosen.length > 0 && group.value >= weightedMean(chosen)) break;
    chosen.push(group);
  }
  return chosen.length === 0 ? 1 : weightedMean(chosen);
}

function weightedMean(groups: readonly Group[]): number {
  const weight = groups.reduce((total, group) => total + group.weight, 0);
  if (weight === 0) return 1;
  return groups.reduce((total, group) => total + group.weight * group.value, 0) / weight;
}
