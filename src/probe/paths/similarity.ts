/** Words kept of a body: enough to tell two pages apart, and a bound on the work. */
const WORDS = 4_000;

/**
 * How alike two texts are, from 0 to 1: the Jaccard index of their three-word runs, after digits and hexadecimal tokens are
 * taken out (nonces, times, ids). Two texts without a run of three words compare by equality.
 */
export function similarity(a: string, b: string): number {
  const left = shingles(a);
  const right = shingles(b);
  if (left.size === 0 || right.size === 0) return normalise(a).join(" ") === normalise(b).join(" ") ? 1 : 0;
  let shared = 0;
  for (const shingle of left) if (right.has(shingle)) shared += 1;
  return shared / (left.size + right.size - shared);
}

function shingles(text: string): ReadonlySet<string> {
  const words = normalise(text);
  const runs = new Set<string>();
  for (let index = 0; index + 2 < words.length; index += 1) {
    runs.add(`${words[index]} ${words[index + 1]} ${words[index + 2]}`);
  }
  return runs;
}

function normalise(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{6,}\b/g, " ")
    .replaceAll(/\d+/g, " ")
    .split(/[^a-z\x80-\xFF]+/)
    .filter((word) => word !== "")
    .slice(0, WORDS);
}
