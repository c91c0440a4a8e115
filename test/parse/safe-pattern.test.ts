import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePattern } from "../../src/parse/safe-pattern.ts";

function verdict(source: string, flags = ""): string {
  const result = safePattern(source, flags);
  return result.ok ? "taken" : result.fault.code;
}

describe("patterns that somebody else wrote", () => {
  it.each([
    "(a+)+$",
    "(a*)*",
    "(a|a)*b",
    "(a|aa)+$",
    "(a|ab|b)*c",
    String.raw`^(\w+\s?)*$`,
    String.raw`([a-z]+)*\d`,
    "(x+x+)+y",
    "^(a{1,3})*$",
    "(?:a{1,50}){1,50}b",
    "^(?:a+b?){1,100}$",
    "(?:a+b?)*",
    "(a?){30}a{30}",
    "(.*)*x",
    String.raw`(?:[^\n]*\n)*x`,
    String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+`,
    "(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)b",
    ".*.*.*=",
    String.raw`\s*foo`,
    "a.*b.*c",
    "a{5000}",
    String.raw`[\s\S]{0,400}x[\s\S]{0,400}y`,
  ])("refuses %s: it can take more than linear time", (source) => {
    expect(verdict(source)).toBe("too-costly");
  });

  it.each([
    ["(?<=a)b", "unsupported"],
    ["(?=a)b", "unsupported"],
    [String.raw`(a)\1`, "unsupported"],
    ["(?<name>a)", "unsupported"],
    ["[", "syntax"],
    ["(", "syntax"],
    ["a)", "syntax"],
    ["*", "syntax"],
    ["a**", "syntax"],
    ["a{3,1}", "syntax"],
    ["", "syntax"],
    ["a".repeat(501), "too-long"],
    ["[a-z]".repeat(90) + "[a-z]".repeat(10), "taken"],
  ])("%s: %s", (source, code) => {
    expect(verdict(source)).toBe(code);
  });

  it.each([
    [String.raw`"token"\s*:\s*"`, "i"],
    [String.raw`^DB_PASSWORD\s*=`, "m"],
    [String.raw`^[ \t]*user:`, "m"],
    ["<title>[^<]*Gestionnaire", "i"],
    ["BEGIN (?:RSA |EC )?PRIVATE KEY", ""],
    [String.raw`^\[\d{4}-\d{2}-\d{2}T[^\]\s]+\] \w+\.ERROR:`, "m"],
    ["AKIA[0-9A-Z]{16}", ""],
    [String.raw`^https?://[^\s:/@<>]+:[^\s@<>]+@`, "m"],
    [String.raw`export_[a-z]+_\d{1,8}\.csv`, ""],
    ['name="(?:login|email)"', ""],
    [String.raw`a[\s\S]{0,200}b`, ""],
    ["^(?:[a-z]+,)*[a-z]+$", ""],
    [String.raw`caissi[èe]re\u00A0\x21`, "i"],
  ])("takes %s /%s", (source, flags) => {
    expect(verdict(source, flags)).toBe("taken");
  });

  it.each(["g", "y", "u", "v", "d", "ii", "x"])("takes no flag but i, m and s: %s", (flags) => {
    expect(verdict("a", flags)).toBe("syntax");
  });

  it("says where the fault is", () => {
    expect(safePattern("ab(cd", "")).toMatchObject({ ok: false, fault: { at: 5 } });
  });

  it("never throws, and takes only what JavaScript takes too", () => {
    const pieces = fc.constantFrom(
      "a",
      "b",
      ".",
      "\\d",
      "[ab]",
      "[^a]",
      "(",
      "(?:",
      ")",
      "|",
      "*",
      "+",
      "?",
      "{1,3}",
      "{2}",
      "^",
      "$",
      "\\b",
      "\\",
      "[",
      "]",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const result = safePattern(parts.join(""), "m");
        return !result.ok || new RegExp(result.pattern.source, "m").flags === "m";
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes no pattern on which doubling the text more than doubles the attempts", () => {
    const pieces = fc.constantFrom("a", "b", "[ab]", "(?:", ")", "|", "*", "+", "?", "{1,3}");
    const texts = ["a", "b", "ab", "aab"];
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 10 }), (parts) => {
        const source = parts.join("");
        const result = safePattern(source, "");
        if (!result.ok) return true;
        return texts.every((text) => {
          const short = attempts(source, text.repeat(12));
          const long = attempts(source, text.repeat(24));
          return long <= 4 * short + 200;
        });
      }),
      { numRuns: 1_500 },
    );
  });
});

/**
 * Steps of a plain backtracking matcher over a text that cannot match, from every start, as an engine without tricks would take
 * them. The pattern is translated to closures; only the syntax of the test above is known.
 */
function attempts(source: string, text: string): number {
  let steps = 0;
  let at = 0;
  type Matcher = (index: number, next: (index: number) => boolean) => boolean;
  const cap = 200_000;

  function tick(): boolean {
    steps += 1;
    return steps > cap;
  }

  function choice(): Matcher {
    const branches = [sequence()];
    while (source[at] === "|") {
      at += 1;
      branches.push(sequence());
    }
    return (index, next) => branches.some((branch) => branch(index, next));
  }

  function sequence(): Matcher {
    const items: Matcher[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") items.push(term());
    return (index, next) => {
      const run = (item: number, place: number): boolean => {
        const matcher = items[item];
        return matcher === undefined ? next(place) : matcher(place, (after) => run(item + 1, after));
      };
      return run(0, index);
    };
  }

  function term(): Matcher {
    const body = atom();
    const quantifier = /^(?:[*+?]|\{(\d),(\d)\})/.exec(source.slice(at));
    if (quantifier === null) return body;
    at += quantifier[0].length;
    if (source[at] === "?") at += 1;
    const min = quantifier[0] === "+" ? 1 : Number(quantifier[1] ?? 0);
    const max = quantifier[0] === "?" ? 1 : Number(quantifier[2] ?? Number.POSITIVE_INFINITY);
    const round = (count: number, index: number, next: (index: number) => boolean): boolean => {
      if (tick()) return true;
      if (count < max && body(index, (after) => after > index && round(count + 1, after, next))) return true;
      return count >= min && next(index);
    };
    return (index, next) => round(0, index, next);
  }

  function atom(): Matcher {
    if (source.startsWith("(?:", at)) {
      at += 3;
      const inner = choice();
      at += 1;
      return inner;
    }
    const letters = source.startsWith("[ab]", at) ? "ab" : (source[at] ?? "");
    at += letters === "ab" ? 4 : 1;
    return (index, next) => !tick() && index < text.length && letters.includes(text[index] ?? "") && next(index + 1);
  }

  const whole = choice();
  for (let start = 0; start < text.length && steps <= cap; start += 1) whole(start, () => false);
  return steps;
}
