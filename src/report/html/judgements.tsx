import type { ReactElement } from "react";
import { AREAS } from "../../core/area.ts";
import type { CheckStatus } from "../../core/assessment.ts";
import type { Report, ReportRequirement } from "../../core/report.ts";
import type { Language } from "../../core/text.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { AREA_NAMES, REQUIREMENT_STATES, STATUS_NAMES, STATUS_SYMBOLS } from "../../locale/words.ts";
import { DataTable } from "./table.tsx";

/** A verdict as symbol and word. */
export function StatusBadge({
  status,
  language,
}: {
  readonly status: CheckStatus;
  readonly language: Language;
}): ReactElement {
  return (
    <span className={`badge ${status}`}>
      <span aria-hidden="true">{STATUS_SYMBOLS[status].unicode}</span>
      {say(STATUS_NAMES[status], language)}
    </span>
  );
}

/** Every check of the profile with its verdict in a sentence, by area: what was not seen stands beside what was. */
export function AllChecks({ report }: { readonly report: Report }): ReactElement {
  const { lang } = report;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say(H.allChecks, lang)}</h2>
      {AREAS.map((area) => {
        const checks = report.checks.filter((check) => check.area === area);
        if (checks.length === 0) return null;
        return (
          <DataTable
            key={area}
            kind="verdicts"
            caption={say(AREA_NAMES[area], lang)}
            head={[say(T.check, lang), say(T.status, lang), say(H.verdict, lang)]}
            rows={checks.map((check) => [
              <>
                {check.title}
                <br />
                <code className="soft">{check.check}</code>
              </>,
              <StatusBadge key="status" status={check.status} language={lang} />,
              verdictSentences(report, check.check, lang),
            ])}
          />
        );
      })}
    </section>
  );
}

/** The distinct sentences of a check, the first three. */
function verdictSentences(report: Report, check: string, language: Language): string {
  const messages = [
    ...new Set(report.verdicts.filter((verdict) => verdict.check === check).map(({ message }) => message)),
  ];
  const more = messages.length > 3 ? ` (${say(T.more, language, { count: messages.length - 3 })})` : "";
  return `${messages.slice(0, 3).join(" ")}${more}`;
}

/** One table for each framework of the profile: relevant to, never compliant with. */
export function Requirements({ report }: { readonly report: Report }): ReactElement | null {
  const { lang, requirements } = report;
  if (requirements.length === 0) return null;
  const frameworks = [...new Set(requirements.map(nameOfFramework))];
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements">{say(T.requirements, lang)}</h2>
      <p>{say(T.requirementsLead, lang)}</p>
      {frameworks.map((framework) => (
        <DataTable
          key={framework}
          kind="verdicts"
          caption={framework}
          head={[say(T.requirement, lang), say(T.status, lang), say(T.checks, lang)]}
          rows={requirements
            .filter((requirement) => nameOfFramework(requirement) === framework)
            .map((requirement) => [
              `${requirement.id} — ${requirement.title}`,
              <RequirementBadge key="status" requirement={requirement} language={lang} />,
              <CheckList key="checks" requirement={requirement} />,
            ])}
        />
      ))}
    </section>
  );
}

function nameOfFramework({ framework, version }: ReportRequirement): string {
  return version === undefined ? framework : `${framework} ${version}`;
}

const TONES = {
  findings: "fail",
  "nothing-found": "pass",
  "partly-assessed": "not-assessed",
  "not-assessed": "not-assessed",
  "not-applicable": "not-applicable",
} as const;

function RequirementBadge({
  requirement,
  language,
}: {
  readonly requirement: ReportRequirement;
  readonly language: Language;
}): ReactElement {
  const tone = TONES[requirement.status];
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{STATUS_SYMBOLS[tone].unicode}</span>
      {say(REQUIREMENT_STATES[requirement.status], language)}
    </span>
  );
}

function CheckList({ requirement }: { readonly requirement: ReportRequirement }): ReactElement {
  return (
    <>
      {requirement.checks.map(({ check, status }, index) => (
        <span key={check}>
          {index > 0 && ", "}
          <span className={status === "fail" ? "high" : status === "pass" ? "pass" : "soft"}>
            {STATUS_SYMBOLS[status].unicode}
          </span>{" "}
          <code>{check}</code>
        </span>
      ))}
    </>
  );
}
