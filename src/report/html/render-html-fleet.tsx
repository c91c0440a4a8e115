import type { ReactElement } from "react";
import { isReport, type Fleet, type FleetSite, type Report } from "../../core/report.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import type { Brand } from "../brand.ts";
import { worstSeverity } from "../build.ts";
import { formatInstant, formatNumber } from "../text/layout.ts";
import { nothingSeen, unseenReason } from "../unseen.ts";
import { SeverityBadge } from "./findings.tsx";
import { gradeClass } from "./shapes.tsx";
import { Logo, renderPage } from "./shell.tsx";
import { DataTable } from "./table.tsx";

export interface FleetHtmlInput {
  readonly fleet: Fleet;
  readonly brand: Brand | null;
  /** The report file of each site, relative to the index, by target id. */
  readonly links?: ReadonlyMap<string, string>;
  /** Change of the total since the last comparable scan, by target id. */
  readonly changes?: ReadonlyMap<string, number>;
}

/** The index page of a fleet: every site on one line, and what fails most often. */
export function renderHtmlFleet(input: FleetHtmlInput): string {
  const { fleet, brand } = input;
  const title = `${say(T.fleet, fleet.lang)} — ${say(T.sites, fleet.lang, { count: fleet.summary.sites })}`;
  return renderPage({ title, language: fleet.lang, brand, children: <FleetBody {...input} /> });
}

function FleetBody({ fleet, brand, links, changes }: FleetHtmlInput): ReactElement {
  const { lang, summary } = fleet;
  return (
    <>
      <header className="masthead">
        <div>
          <p className="kicker">{say(T.report, lang)}</p>
          <h1>{say(T.fleet, lang)}</h1>
        </div>
        <div className="when">
          {brand !== null && <Logo brand={brand} />}
          <p>{brand === null ? "Vigie" : say(H.brandBy, lang, { name: brand.name })}</p>
          <p>{formatInstant(fleet.finishedAt, lang)}</p>
        </div>
      </header>
      <section>
        <p className="lead serif">
          {say(T.sites, lang, { count: summary.sites })}
          {summary.meanTotal !== null && ` · ${say(T.mean, lang, { total: summary.meanTotal })}`}
        </p>
        <p className="chips">
          {Object.entries(summary.grades).map(([grade, count]) => (
            <span key={grade} className={`badge info ${gradeClass(grade)}`}>
              {grade} × {count}
            </span>
          ))}
        </p>
        {summary.failed > 0 && <p className="note alert">{say(T.failedSites, lang, { count: summary.failed })}</p>}
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{say(T.sites, lang, { count: summary.sites })}</h2>
        <DataTable
          head={[T.site, T.grade, T.score, H.change, T.findings, T.worst].map((text) => say(text, lang))}
          rows={fleet.sites.map((site) => siteRow(site, fleet, links, changes))}
        />
      </section>
      <section aria-labelledby="common">
        <h2 id="common">{say(T.common, lang)}</h2>
        {summary.common.length === 0 ? (
          <p className="note">{say(T.noFindings, lang)}</p>
        ) : (
          <DataTable
            head={[T.finding, T.severity, H.sitesColumn].map((text) => say(text, lang))}
            rows={summary.common.map(({ check, title, severity, sites }) => [
              <>
                {title} <code className="soft">{check}</code>
              </>,
              <SeverityBadge key="severity" severity={severity} language={lang} />,
              say(T.commonLine, lang, { sites, all: summary.reported }),
            ])}
          />
        )}
      </section>
      <footer>
        {brand !== null && (
          <p>{[brand.name, brand.contact, brand.footer].filter((part) => part !== null).join(" · ")}</p>
        )}
        <p>
          Vigie {fleet.tool.version} · {formatInstant(fleet.startedAt, lang)}
        </p>
        <p>{say(H.notLaw, lang)}</p>
      </footer>
    </>
  );
}

function siteRow(
  site: FleetSite,
  { lang }: Fleet,
  links: FleetHtmlInput["links"],
  changes: FleetHtmlInput["changes"],
): readonly (string | ReactElement)[] {
  const link = links?.get(site.target.id);
  const name = link === undefined ? <>{site.target.id}</> : <a href={link}>{site.target.id}</a>;
  if (!isReport(site)) return [name, "–", "–", "", "", `${say(T.error, lang)} — ${site.error.message}`];
  if (nothingSeen(site)) return [name, <GradeMark key="grade" site={site} />, "–", "", "", unseenReason(site)];
  const worst = worstSeverity(site);
  const change = changes?.get(site.target.id);
  return [
    name,
    <GradeMark key="grade" site={site} />,
    formatNumber(site.score.total, lang),
    change === undefined ? "" : signed(change, lang),
    String(site.findings.length),
    worst === null ? say(T.noFindings, lang) : <SeverityBadge key="worst" severity={worst} language={lang} />,
  ];
}

/** A change with its sign; the minus is a minus, not a hyphen. */
function signed(change: number, lang: Fleet["lang"]): string {
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${formatNumber(Math.abs(change), lang)}`;
}

/** The letter in its colour; a question mark where it is provisional, or instead of it where nothing was seen. */
function GradeMark({ site }: { readonly site: Report }): ReactElement {
  if (nothingSeen(site)) return <strong className="soft">?</strong>;
  return (
    <strong className={gradeClass(site.score.grade)}>
      {site.score.grade}
      {site.score.provisional ? " ?" : ""}
    </strong>
  );
}
