import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { LIBRARIES_DATE } from "../../src/data/libraries.ts";
import { compareVersions, holesOf, libraryOf, type SeenLibrary } from "../../src/parse/library-version.ts";
import { vulnerableLibrariesText } from "./vulnerable-libraries.text.ts";

type Code = "script-hole" | "other-hole" | "unsupported";

interface Use {
  readonly seen: SeenLibrary;
  readonly sources: Set<string>;
  readonly pages: Page[];
}

export const vulnerableLibraries = defineCheck({
  id: "exposure/vulnerable-libraries",
  needs: ["pages"],
  severity: { "script-hole": "medium", "other-hole": "low", unsupported: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [1395, 1104],
    rgpd: ["32"],
    "pci-dss": ["6.3.3", "6.4.3"],
    asvs: ["15.2.1"],
    wstg: ["WSTG-CLNT-13"],
  },
  text: vulnerableLibrariesText,
  evaluate({ pages }) {
    const verdicts = usesOf(pages.pages).flatMap((use): readonly Verdict<Code>[] => {
      const verdict = judge(use);
      return verdict === null ? [] : [verdict];
    });
    return verdicts.length > 0 ? verdicts : [pass(undefined, { table: LIBRARIES_DATE })];
  },
});

/** Each version of a library once, with the pages that load it. A version that no evidence tells is no library. */
function usesOf(pages: readonly Page[]): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const page of pages) {
    for (const script of page.scripts) {
      if (script.neutralised) continue;
      const seen = libraryOf({
        src: script.src,
        banner: factOf(script.literals, "banner:"),
        assetVersion: factOf(script.literals, "asset-version:"),
      });
      if (seen === null) continue;
      const key = `${seen.library.id} ${seen.version}`;
      const use = uses.get(key) ?? { seen, sources: new Set<string>(), pages: [] };
      uses.set(key, use);
      use.sources.add(script.src ?? `${page.url} (inline)`);
      if (!use.pages.includes(page)) use.pages.push(page);
    }
  }
  return [...uses.values()];
}

function factOf(facts: readonly string[], word: string): string | null {
  return facts.find((fact) => fact.startsWith(word))?.slice(word.length) ?? null;
}

function judge({ seen, sources, pages }: Use): Verdict<Code> | null {
  const { library, version } = seen;
  const holes = holesOf(library, version);
  const ended = library.ended !== undefined && compareVersions(version, library.ended.below) < 0;
  if (holes.length === 0 && !ended) return null;
  const cves = [...new Set(holes.flatMap((hole) => hole.cves))].toSorted();
  const code = holes.some((hole) => hole.harm === "script")
    ? "script-hole"
    : holes.length > 0
      ? "other-hole"
      : "unsupported";
  const safe = library.safe ?? null;
  return fail({
    code,
    subject: `${library.id} ${version}`,
    params: {
      library: library.name,
      version,
      cves,
      count: cves.length,
      ended: library.ended?.on ?? "",
      table: LIBRARIES_DATE,
    },
    observed: { sources: [...sources].slice(0, 10), by: seen.by, cves, table: LIBRARIES_DATE },
    remedy: {
      action: "update-software",
      software: library.name,
      ...(safe === null || compareVersions(version, safe) >= 0 ? {} : { to: safe }),
    },
    confidence: seen.by === "address" ? "medium" : "high",
    ...stakes(code, pages),
    pages: pages.map((page) => page.url),
  });
}

/** The same hole weighs more where cards and passwords are typed. */
function stakes(code: Code, pages: readonly Page[]): { readonly shift?: number; readonly shiftReason?: string } {
  if (code !== "script-hole") return {};
  if (pages.some((page) => page.role === "checkout")) return { shift: 1, shiftReason: "bank-data" };
  return pages.some((page) => page.role === "login") ? { shift: 1, shiftReason: "credentials" } : {};
}
