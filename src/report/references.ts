import type { ReportFinding } from "../core/report.ts";
import type { Language, LocalText } from "../core/text.ts";
import { FRAMEWORK_NAMES } from "../locale/words.ts";
import { nameOf, say } from "../locale/say.ts";
import { typeset } from "../locale/typography.ts";

export interface ReferenceLabel {
  readonly framework: string;
  readonly label: string;
  /** The public page of the reference where there is one. */
  readonly url?: string;
}

type ReferencesOf = ReportFinding["references"];

/** The frameworks that a merchant reads first, then those of engineers. */
const ORDER = ["rgpd", "cnil", "anssi", "pci-dss", "asvs", "wstg", "cwe", "rfc"] as const;

const ARTICLES: LocalText = {
  en: "GDPR {count|article|articles} {ids}",
  fr: "RGPD, {count|article|articles} {ids}",
};

/** References one by one, as people quote them: "GDPR article 32", "PCI DSS 4.0.1 4.2.1", "CWE-319", "RFC 6797". */
export function referenceLabels(references: ReferencesOf, language: Language): readonly ReferenceLabel[] {
  const labels = ORDER.flatMap((framework) =>
    idsOf(references, framework).map((id) => ({
      framework,
      label: labelOf(framework, [id], language),
      ...urlOf(framework, id),
    })),
  );
  return [...labels, ...(references.urls ?? []).map((url) => ({ framework: "urls", label: url, url }))];
}

/** One text for each framework, without addresses: "GDPR article 5, 32", "CWE-319". */
export function compactReferences(references: ReferencesOf, language: Language): readonly string[] {
  return ORDER.flatMap((framework) => {
    const ids = idsOf(references, framework);
    return ids.length === 0 ? [] : [labelOf(framework, ids, language)];
  });
}

function idsOf(references: ReferencesOf, framework: (typeof ORDER)[number]): readonly string[] {
  return (references[framework] ?? []).map(String);
}

function labelOf(framework: (typeof ORDER)[number], ids: readonly string[], language: Language): string {
  switch (framework) {
    case "cwe":
      return ids.map((id) => `CWE-${id}`).join(", ");
    case "rfc":
      return ids.join(", ");
    case "wstg":
      return ids.map((id) => (id.startsWith("WSTG") ? id : `WSTG-${id}`)).join(", ");
    case "rgpd":
      return say(ARTICLES, language, { ids: ids.join(", "), count: ids.length });
    default: {
      const name = nameOf(FRAMEWORK_NAMES, framework, language);
      // Some ids name their document in full already.
      const named = ids.every((id) => id.toLowerCase().startsWith(framework));
      return typeset(named ? ids.join(", ") : `${name} ${ids.join(", ")}`, language);
    }
  }
}

function urlOf(framework: string, id: string): { readonly url?: string } {
  if (framework === "cwe") return { url: `https://cwe.mitre.org/data/definitions/${id}.html` };
  const rfc = framework === "rfc" ? /^RFC (\d{1,5})\b/.exec(id)?.[1] : undefined;
  return rfc === undefined ? {} : { url: `https://www.rfc-editor.org/rfc/rfc${rfc}` };
}
