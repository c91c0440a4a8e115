import type { ReactElement } from "react";
import type { Report } from "../../core/report.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { conditionRows } from "../conditions.ts";
import { tableSentences } from "../dated-tables.ts";

/** When, how, by whose leave, at what cost to the site, and what was not looked at. */
export function Conditions({ report }: { readonly report: Report }): ReactElement {
  const digests = Object.entries(report.conditions.digests);
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{say(T.conditions, report.lang)}</h2>
      <dl className="facts">
        {conditionRows(report).map(([name, value]) => (
          <Pair key={`${name} ${value}`} name={name} value={value} />
        ))}
        {digests.length > 0 && (
          <Pair
            name={say(T.digests, report.lang)}
            value={digests.map(([name, digest]) => `${name} ${digest}`).join(", ")}
          />
        )}
      </dl>
    </section>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What cannot be seen from outside; silence about it would read as a pass. */
export function Limits({ report }: { readonly report: Report }): ReactElement {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">{say(T.limits, report.lang)}</h2>
      <p>{say(T.limitsLead, report.lang)}</p>
      <ul className="list plain">
        {report.limits.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <Tables report={report} />
    </section>
  );
}

/** The days on which what Vigie knows was last reviewed; a warning where that is long ago. */
function Tables({ report }: { readonly report: Report }): ReactElement | null {
  const { told, warnings } = tableSentences(report);
  if (told.length === 0) return null;
  return (
    <>
      <h3>{say(T.tables, report.lang)}</h3>
      {warnings.map((sentence) => (
        <p key={sentence} className="note alert">
          {sentence}
        </p>
      ))}
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/** What was found in the past and is now seen to be in order. */
export function Fixed({ report }: { readonly report: Report }): ReactElement | null {
  if (report.fixed.length === 0) return null;
  return (
    <section aria-labelledby="fixed">
      <h2 id="fixed">{say(T.fixed, report.lang)}</h2>
      <ul className="list goods">
        {report.fixed.map(({ fingerprint, title, subject }) => (
          <li key={fingerprint}>
            {title} — <code>{subject}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
