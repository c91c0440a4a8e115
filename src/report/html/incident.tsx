import type { ReactElement } from "react";
import type { Report } from "../../core/report.ts";

/** The card for a confirmed leak: what to do now, in order, and whom to call. Nothing where there is none. */
export function IncidentCard({ report }: { readonly report: Report }): ReactElement | null {
  const { incident } = report;
  if (incident === undefined) return null;
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
