import type { ReportFinding } from "../core/report.ts";
import type { Language, LocalText } from "../core/text.ts";
import { FRAMEWORK_NAMES } from "../locale/words.ts";
import { nameOf, say } from "../locale/say.ts";

export interface ReferenceLabel {
  readonly framework: string;
  readonly label: string;
  /** The public page of the reference where there is one. */
  readonly url?: string;
}

const ARTICLE: LocalText = { en: "GDPR article {id}", fr: "RGPD, article {id}" };

/** References as people quote them: "RFC 6797", "CWE-319", "GDPR article 32", "PCI DSS 4.0.1: 4.2.1". */
export function referenceLabels(
  references: ReportFinding["references"],
  language: Language,
): readonly ReferenceLabel[] {
  return [
    ...(references.rgpd ?? []).map((id) => ({ framework: "rgpd", label: say(ARTICLE, language, { id }) })),
    ...quoted("cnil", references.cnil, language),
    ...quoted("anssi", references.anssi, language),
    ...quoted("pci-dss", references["pci-dss"], language),
    ...quoted("asvs", references.asvs, language),
    ...(references.wstg ?? []).map((id) => ({ framework: "wstg", label: id.startsWith("WSTG") ? id : `WSTG-${id}` })),
    ...(references.cwe ?? []).map((id) => ({
      framework: "cwe",
      label: `CWE-${id}`,
      url: `https://cwe.mitre.org/data/definitions/${id}.html`,
    })),
    ...(references.rfc ?? []).map((id) => ({ framework: "rfc", label: id, ...rfcUrl(id) })),
    ...(references.urls ?? []).map((url) => ({ framework: "urls", label: url, url })),
  ];
}

function quoted(framework: string, ids: readonly string[] | undefined, language: Language): readonly ReferenceLabel[] {
  const name = nameOf(FRAMEWORK_NAMES, framework, language);
  return (ids ?? []).map((id) => ({
    framework,
    label: id.toLowerCase().startsWith(framework) ? id : `${name} ${id}`,
  }));
}

function rfcUrl(id: string): { readonly url?: string } {
  const number = /^RFC (\d{1,5})\b/.exec(id)?.[1];
  return number === undefined ? {} : { url: `https://www.rfc-editor.org/rfc/rfc${number}` };
}
