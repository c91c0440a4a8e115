import type { ReactElement } from "react";
import type { Report } from "../../core/report.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { say } from "../../locale/say.ts";

interface IncidentProps {
  readonly report: Report;
}

/** The alarm for a confirmed leak: what lies open and the first thing to do. Nothing where there is none. */
export function IncidentAlarm({ report }: IncidentProps): ReactElement | null {
  const { incident, lang } = report;
  if (incident === undefined) return null;
  const [first] = incident.steps;
  return (
    <section className="note alert" aria-labelledby="incident">
      <h2 id="incident">{incident.title}</h2>
      <p>
        <strong>{incident.lead}</strong>
      </p>
      <ul className="list alarms">
        {incident.leaks.map((leak) => (
          <li key={leak.fingerprint}>{leak.message}</li>
        ))}
      </ul>
      <p>
        {first !== undefined && (
          <>
            <strong>{first.title}.</strong> <span className="screen">{first.text} </span>
          </>
        )}
        <a href="#plan">{say(H.planFollows, lang, { count: incident.steps.length })}</a>
      </p>
    </section>
  );
}

/** The plan for a confirmed leak, in order, and whom to call: a sheet of its own behind the owner's page. */
export function IncidentPlan({ report }: IncidentProps): ReactElement | null {
  const { incident, lang } = report;
  if (incident === undefined) return null;
  return (
    <section className="note alert plan" aria-labelledby="plan">
      <h2 id="plan">{say(H.plan, lang)}</h2>
      <p>
        <strong>{incident.lead}</strong>
      </p>
      <ol className="numbered">
        {incident.steps.map((step) => (
          <li key={step.title}>
            <strong>{step.title}.</strong> {step.text}
          </li>
        ))}
      </ol>
      <ul className="doors">
        {incident.doors.map((door) => (
          <li key={door.name}>
            <a href={door.url} rel="noreferrer">
              {door.name}
            </a>
            {" — "}
            {door.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
