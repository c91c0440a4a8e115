import type { ReactElement } from "react";
import type { Evidence } from "../../core/evidence/evidence.ts";
import type { Report } from "../../core/report.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import type { Brand } from "../brand.ts";
import type { HistoryPoint } from "../history.ts";
import { formatInstant } from "../text/layout.ts";
import { nothingSeen } from "../unseen.ts";
import { Conditions, Fixed, Limits } from "./closing.tsx";
import { PaymentScripts, RegisterDraft } from "./drafts.tsx";
import { Findings } from "./findings.tsx";
import { IncidentAlarm, IncidentPlan } from "./incident.tsx";
import { Certificates, Forms, ThirdParties } from "./inventories.tsx";
import { AllChecks, Requirements } from "./judgements.tsx";
import { History, OwnerPart } from "./owner.tsx";
import { Logo, renderPage } from "./shell.tsx";
import { Tls } from "./tls.tsx";

export interface HtmlInput {
  readonly report: Report;
  /** What was seen, for the tables of certificates, forms and third parties; without it they are left out. */
  readonly evidence: Evidence | null;
  /** Past scans of the site, for the score line; at least two make a line. */
  readonly history: readonly HistoryPoint[];
  readonly brand: Brand | null;
}

/** The report that a client keeps: one self-contained file, a page for the owner and a technical part. */
export function renderHtmlReport(input: HtmlInput): string {
  const { report, brand } = input;
  const title = nothingSeen(report)
    ? `${report.target.host} — ${say(H.noGauge, report.lang)}`
    : say(H.title, report.lang, { host: report.target.host, grade: report.score.grade });
  return renderPage({ title, language: report.lang, brand, children: <ReportBody {...input} /> });
}

function ReportBody({ report, evidence, history, brand }: HtmlInput): ReactElement {
  const { lang } = report;
  return (
    <>
      <Masthead report={report} brand={brand} />
      <OwnerPart report={report} history={history} alarm={<IncidentAlarm report={report} />} />
      <IncidentPlan report={report} />
      {report.incident !== undefined && <History points={history} language={lang} />}
      <div className="part">
        <h2>{say(H.technicalPart, lang)}</h2>
        <p className="lead">{say(H.technicalLead, lang)}</p>
        <Contents entries={contentsOf(report, evidence)} label={say(H.contents, lang)} />
        <Findings report={report} />
        <Fixed report={report} />
        <AllChecks report={report} />
        <Requirements report={report} />
        {evidence !== null && (
          <>
            <ThirdParties evidence={evidence} language={lang} />
            <Forms evidence={evidence} language={lang} />
            <PaymentScripts evidence={evidence} language={lang} />
            <RegisterDraft evidence={evidence} language={lang} />
            <Certificates evidence={evidence} language={lang} />
          </>
        )}
        <Tls evidence={evidence} report={report} />
        <Conditions report={report} />
        <Limits report={report} />
      </div>
      <Footer report={report} brand={brand} />
    </>
  );
}

/** The headings of the technical part, as links; those without content are not there. */
function contentsOf(report: Report, evidence: Evidence | null): readonly (readonly [string, string])[] {
  const { lang } = report;
  const entries: (readonly [string, string] | null)[] = [
    ["findings", say(T.findings, lang)],
    report.fixed.length > 0 ? ["fixed", say(T.fixed, lang)] : null,
    ["checks", say(H.allChecks, lang)],
    report.requirements.length > 0 ? ["requirements", say(T.requirements, lang)] : null,
    evidence?.sections.pages.state === "collected" ? ["third-parties", say(H.thirdParties, lang)] : null,
    evidence?.sections.pages.state === "collected" ? ["forms", say(H.forms, lang)] : null,
    evidence?.sections.pages.state === "collected" ? ["register", say(H.register, lang)] : null,
    evidence?.sections.tls.state === "collected" ? ["certificates", say(H.certificates, lang)] : null,
    (report.sslLabs ?? []).length > 0 || evidence?.sections.tls.state === "collected"
      ? ["tls", say(H.protocols, lang)]
      : null,
    ["conditions", say(T.conditions, lang)],
    ["limits", say(T.limits, lang)],
  ];
  return entries.filter((entry) => entry !== null);
}

function Contents({
  entries,
  label,
}: {
  readonly entries: readonly (readonly [string, string])[];
  readonly label: string;
}): ReactElement {
  return (
    <nav aria-label={label}>
      <ul className="contents">
        {entries.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Masthead({ report, brand }: { readonly report: Report; readonly brand: Brand | null }): ReactElement {
  const { lang } = report;
  return (
    <header className="masthead">
      <div>
        <p className="kicker">{say(T.report, lang)}</p>
        <h1>{report.target.host}</h1>
      </div>
      <div className="when">
        {brand !== null && <Logo brand={brand} />}
        <p>{brand === null ? "Vigie" : say(H.brandBy, lang, { name: brand.name })}</p>
        <p>{formatInstant(report.finishedAt, lang)}</p>
      </div>
    </header>
  );
}

/** The method and the date are always told, whatever the brand. */
function Footer({ report, brand }: { readonly report: Report; readonly brand: Brand | null }): ReactElement {
  const { lang } = report;
  return (
    <footer>
      {brand !== null && <p>{[brand.name, brand.contact, brand.footer].filter((part) => part !== null).join(" · ")}</p>}
      <p>
        {say(H.madeWith, lang, {
          version: report.tool.version,
          date: report.finishedAt,
          profile: `${report.profile.id} ${report.profile.version}`,
          algorithm: report.score.algorithm,
        })}
      </p>
      <p>{say(H.notLaw, lang)}</p>
    </footer>
  );
}
