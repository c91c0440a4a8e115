/** The candidate nearest to a misspelt word, within two edits or a third of its length; undefined when none is near. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const near = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.slice(0, 80), candidate.slice(0, 80)) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, "en"));
  return near[0]?.candidate;
}

/** "; did you mean …?" where something is near, else nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = suggestion(word, candidates);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** Levenshtein distance; both words are bounded by the caller. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
