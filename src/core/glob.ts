/**
 * Matches a name against a glob: `*` any run of characters, `?` one. Both sides are bounded, and the match is a two-pointer
 * walk without backtracking beyond the last star, so that no pattern is slow.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let inPattern = 0;
  let inName = 0;
  let star = -1;
  let resume = 0;
  while (inName < name.length) {
    const expected = pattern[inPattern];
    if (expected === "*") {
      star = inPattern;
      resume = inName;
      inPattern += 1;
    } else if (expected === "?" || expected === name[inName]) {
      inPattern += 1;
      inName += 1;
    } else if (star >= 0) {
      resume += 1;
      inName = resume;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern += 1;
  return inPattern === pattern.length;
}
