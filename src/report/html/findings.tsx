import type { ReactElement } from "react";
import type { Fix, Report, ReportFinding } from "../../core/report.ts";
import type { Language } from "../../core/text.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { shiftText } from "../../locale/shifts.ts";
import { CONFIDENCE_NAMES, SEVERITY_NAMES, SEVERITY_SYMBOLS, STATE_NAMES } from "../../locale/words.ts";
import { observedPairs } from "../observed.ts";
import { referenceLabels } from "../references.ts";
import { anchorOf } from "./owner.tsx";

/** More findings than these follow as a table: a page of 5,000 full ones helps nobody and prints on 2,000 sheets. */
const TOLD_IN_FULL = 300;

/** Every finding with its evidence, its remedy and its references. */
export function Findings({ report }: { readonly report: Report }): ReactElement {
  const { lang, findings } = report;
  const full = findings.slice(0, TOLD_IN_FULL);
  const rest = findings.slice(TOLD_IN_FULL);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">
        {say(T.findings, lang)} ({findings.length})
      </h2>
      {findings.length === 0 && <p className="note">{say(T.noFindings, lang)}</p>}
      {full.map((finding) => (
        <FindingCard key={finding.fingerprint} finding={finding} language={lang} />
      ))}
      {rest.length > 0 && (
        <>
          <p className="note">{say(H.manyFindings, lang, { shown: TOLD_IN_FULL })}</p>
          <FindingTable findings={rest} language={lang} />
        </>
      )}
    </section>
  );
}

/** A severity as symbol and word; the colour only repeats it. */
export function SeverityBadge({
  severity,
  language,
}: {
  readonly severity: ReportFinding["severity"];
  readonly language: Language;
}): ReactElement {
  return (
    <span className={`badge ${severity}`}>
      <span aria-hidden="true">{SEVERITY_SYMBOLS[severity].unicode}</span>
      {say(SEVERITY_NAMES[severity], language)}
    </span>
  );
}

function FindingCard({
  finding,
  language,
}: {
  readonly finding: ReportFinding;
  readonly language: Language;
}): ReactElement {
  const references = referenceLabels(finding.references, language);
  return (
    <article className={`finding ${finding.severity}`} id={anchorOf(finding)}>
      <header>
        <SeverityBadge severity={finding.severity} language={language} />
        <h3>{finding.title}</h3>
        {finding.state !== "unknown" && <span className="small soft">{say(STATE_NAMES[finding.state], language)}</span>}
        {finding.confidence !== "high" && (
          <span className="small soft">{say(CONFIDENCE_NAMES[finding.confidence], language)}</span>
        )}
      </header>
      <p className="message">{finding.message}</p>
      {finding.waiver !== undefined && (
        <p className="note small">
          {say(T.waived, language, { reason: finding.waiver.reason, expires: finding.waiver.expires })}
        </p>
      )}
      <p>{finding.why}</p>
      {finding.shiftReason !== undefined && <p className="small soft">{shiftText(finding.shiftReason, language)}</p>}
      <Seen finding={finding} language={language} />
      {finding.fixes.length > 0 && <h4>{say(T.fix, language)}</h4>}
      {finding.fixes.map((fix) => (
        <FixSteps key={fix.title} fix={fix} />
      ))}
      <p className="refs">
        <code>{finding.check}</code>
        {references.map(({ label, url }) =>
          url === undefined ? (
            <span key={label}>{label}</span>
          ) : (
            <a key={label} href={safeUrl(url)} rel="noreferrer">
              {label}
            </a>
          ),
        )}
      </p>
    </article>
  );
}

/** The evidence: what was observed and where, as pairs. */
function Seen({ finding, language }: { readonly finding: ReportFinding; readonly language: Language }): ReactElement {
  return (
    <>
      <h4>{say(T.seen, language)}</h4>
      <dl className="facts">
        <dt>{say(T.subject, language)}</dt>
        <dd className="mono">{finding.subject}</dd>
        {finding.pages.length > 0 && (
          <>
            <dt>{say(finding.pages.length > 1 ? T.pages : T.page, language)}</dt>
            <dd className="mono">{finding.pages.join(" · ")}</dd>
          </>
        )}
        {observedPairs(finding, language).map(({ name, value }) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd className="mono">{value}</dd>
    </>
  );
}

function FixSteps({ fix }: { readonly fix: Fix }): ReactElement {
  return (
    <div>
      <p className="act">{fix.title}</p>
      {fix.steps.map((step) => (
        <p key={step}>{step}</p>
      ))}
      {fix.snippets.map((snippet) => (
        <div key={`${snippet.stack} ${snippet.place}`}>
          <p className="place">{snippet.place}</p>
          <pre>{snippet.lines.join("\n")}</pre>
        </div>
      ))}
      {fix.caution !== null && <p className="caution small">{fix.caution}</p>}
    </div>
  );
}

function FindingTable({
  findings,
  language,
}: {
  readonly findings: readonly ReportFinding[];
  readonly language: Language;
}): ReactElement {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say(T.findings, language)}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{say(T.severity, language)}</th>
            <th scope="col">{say(T.check, language)}</th>
            <th scope="col">{say(T.finding, language)}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.fingerprint} id={anchorOf(finding)}>
              <td>{say(SEVERITY_NAMES[finding.severity], language)}</td>
              <td>
                <code>{finding.check}</code>
              </td>
              <td>{finding.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Only https links leave the report: a reference never runs anything. */
function safeUrl(url: string): string | undefined {
  return url.startsWith("https://") ? url : undefined;
}
