import { z } from "zod";
import { AREAS } from "../core/area.ts";
import type { Catalogue, Check } from "../core/check.ts";
import type { Profile } from "../core/profile.ts";
import { SEVERITIES, severityRank, type Severity } from "../core/severity.ts";
import type { Language } from "../core/text.ts";
import { MANUAL_TEXT as M } from "../locale/manual-text.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";
import { typeset } from "../locale/typography.ts";
import { AREA_NAMES, SECTION_TEXTS, SEVERITY_NAMES } from "../locale/words.ts";
import { compactReferences, referenceLabels } from "./references.ts";
import { displayWidth, hanging, padEnd, wrap } from "./text/layout.ts";
import { paintOf, type Paint, type PaintOptions } from "./text/paint.ts";

/** The manual page of one check: what it looks at, why, every outcome with its severity, settings and references. */
export function renderCheckManual(
  check: Check,
  profile: Profile | null,
  language: Language,
  options: PaintOptions,
): string {
  const paint = paintOf(options);
  const text = check.text[language];
  const set = (sentence: string): string => typeset(readable(sentence), language);
  const entry = profile?.checks[check.id];
  const section = (name: string, lines: readonly string[]): readonly string[] => [
    "",
    paint.style("bold", name.toLocaleUpperCase("fr")),
    ...lines,
  ];
  const body = (sentence: string): readonly string[] => hanging("  ", sentence, paint.columns);
  const needs = check.needs.map((name) => say(SECTION_TEXTS[name], language)).join(", ");
  const uses = check.uses.map((name) => say(SECTION_TEXTS[name], language)).join(", ");
  const lines = [
    ...wrap(`${check.id} — ${set(text.title)}`, paint.columns).map((line) => paint.style("bold", line)),
    ...section(say(T.why, language), body(set(text.why))),
    ...section(say(M.pass, language), body(set(text.pass))),
    ...section(say(M.outcomes, language), outcomeLines(check, entry?.severity ?? check.severity, language, paint)),
    ...section(say(M.settings, language), settingLines(check, entry?.settings, language, paint)),
    ...section(say(M.needs, language), [
      ...body(needs),
      ...(uses === "" ? [] : body(`${say(M.uses, language)}${language === "fr" ? "\u00A0" : ""}: ${uses}`)),
    ]),
    ...section(
      say(T.relevant, language),
      referenceLabels(check.references, language).flatMap(({ label, url }) =>
        body(url === undefined || url === label ? label : `${label} — ${url}`),
      ),
    ),
    ...(profile === null
      ? []
      : section(say(M.weight, language, { profile: profile.id }), [
          `  ${entry === undefined ? say(M.off, language) : String(entry.weight)}`,
        ])),
  ];
  return `${lines.join("\n")}\n`;
}

/** Every check on a line, by area. */
export function renderCheckList(catalogue: Catalogue, language: Language, options: PaintOptions): string {
  const paint = paintOf(options);
  const width = Math.max(0, ...catalogue.map(({ id }) => displayWidth(id)));
  const blocks = AREAS.flatMap((area) => {
    const checks = catalogue.filter((check) => check.area === area);
    if (checks.length === 0) return [];
    const lines = checks.flatMap((check) =>
      hanging(`  ${padEnd(check.id, width)}  `, typeset(check.text[language].title, language), paint.columns),
    );
    return [[paint.style("bold", say(AREA_NAMES[area], language)), ...lines].join("\n")];
  });
  return `${blocks.join("\n\n")}\n`;
}

/** The catalogue as a Markdown page: one table for each area. */
export function renderCatalogueMarkdown(catalogue: Catalogue, language: Language): string {
  const blocks = AREAS.flatMap((area) => {
    const checks = catalogue.filter((check) => check.area === area);
    if (checks.length === 0) return [];
    const rows = checks.map((check) => {
      const title = typeset(check.text[language].title, language).replaceAll("|", String.raw`\|`);
      const references = compactReferences(check.references, language)
        .join("; ")
        .replaceAll("|", String.raw`\|`);
      return `| \`${check.id}\` | ${title} | ${severityRange(check, language)} | ${references} |`;
    });
    const head = `| ${say(T.check, language)} | ${say(M.looks, language)} | ${say(M.severities, language)} | ${say(T.relevant, language)} |`;
    return [`## ${say(AREA_NAMES[area], language)}`, [head, "| --- | --- | --- | --- |", ...rows].join("\n")];
  });
  const lead = say(M.catalogueLead, language, { count: catalogue.length });
  return `${[`# ${say(M.catalogue, language)}`, lead, ...blocks].join("\n\n")}\n`;
}

function severityRange(check: Check, language: Language): string {
  const ranks = Object.values(check.severity).map(severityRank);
  const names = [Math.min(...ranks), Math.max(...ranks)].map((rank) => {
    const severity = SEVERITIES[rank];
    return severity === undefined ? "" : say(SEVERITY_NAMES[severity], language);
  });
  return [...new Set(names)].join(" – ");
}

function outcomeLines(
  check: Check,
  severities: Readonly<Record<string, Severity>>,
  language: Language,
  paint: Paint,
): readonly string[] {
  return Object.entries(check.text[language].outcomes).flatMap(([code, sentence]) => {
    const severity = severities[code] ?? "info";
    const mark = paint.severity(
      severity,
      `${paint.severitySymbol(severity)} ${say(SEVERITY_NAMES[severity], language)}`,
    );
    return [
      `  ${paint.style("bold", code)}  ${mark}`,
      ...wrap(typeset(readable(sentence), language), paint.columns - 4).map((line) => `    ${line}`),
    ];
  });
}

/** The settings with their value in the profile, else their default, and what the schema says of them. */
function settingLines(
  check: Check,
  chosen: Readonly<Record<string, unknown>> | undefined,
  language: Language,
  paint: Paint,
): readonly string[] {
  const { properties } = z.toJSONSchema(check.settings, { io: "input" });
  const entries = Object.entries(properties ?? {});
  if (entries.length === 0) return [`  ${say(M.noSettings, language)}`];
  return entries.flatMap(([name, property]) => {
    const facts = typeof property === "boolean" ? {} : property;
    const value = chosen?.[name] ?? facts.default;
    const shown = value === undefined ? "" : ` = ${JSON.stringify(value)}`;
    const description = facts.description === undefined ? [] : wrap(facts.description, paint.columns - 4);
    return [...hanging("  ", `${name}${shown}`, paint.columns), ...description.map((line) => `    ${line}`)];
  });
}

/** A template as a reader of the manual sees it: ‹name› where a report prints a value, the plural where it counts. */
function readable(template: string): string {
  return template.replaceAll(
    /\{([a-zA-Z][a-zA-Z0-9]*)(?::(?:date|bytes)|\|[^{}|]*\|([^{}|]*))?\}/g,
    (_match, name: string, other: string | undefined) => other ?? `‹${name}›`,
  );
}
