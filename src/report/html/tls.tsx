import type { ReactElement } from "react";
import type { Evidence } from "../../core/evidence/evidence.ts";
import { TLS_VERSIONS, type TlsEndpoint, type TlsValue, type TlsVersion } from "../../core/evidence/tls.ts";
import type { Report } from "../../core/report.ts";
import { cleanText, type Language } from "../../core/text.ts";
import { suiteByName } from "../../data/tls/cipher-suites.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { say } from "../../locale/say.ts";
import { SUITE_STRENGTHS, TLS_PAGE_TEXT as T } from "../../locale/tls-page-text.ts";
import { endpointName, featureRows, groupSentence, leftOutLine, notTested, postQuantumSentence } from "../tls-facts.ts";
import { SslLabs } from "./ssl-labs.tsx";

/** An endpoint behind many addresses or mail hosts is told this many times; the JSON evidence holds them all. */
const TOLD_ENDPOINTS = 40;

interface EndpointProps {
  readonly endpoint: TlsEndpoint;
  readonly language: Language;
}

/** Endpoints that answered alike, the first of which is told for all. */
interface Alike {
  readonly first: TlsEndpoint;
  readonly all: readonly TlsEndpoint[];
}

/** What each endpoint speaks, as a TLS engineer reads it: suites by version, groups, features, what was left out (PCI DSS 12.3.3). */
export function Tls({
  evidence,
  report,
}: {
  /** Null where it must not be shown: then only the grade is told. */
  readonly evidence: Evidence | null;
  readonly report: Report;
}): ReactElement | null {
  const language = report.lang;
  const tls = evidence?.sections.tls;
  const value: TlsValue = tls?.state === "collected" ? tls.value : { endpoints: [] };
  if (value.endpoints.length === 0 && (report.sslLabs ?? []).length === 0) return null;
  const drift = value.drift ?? [];
  return (
    <section aria-labelledby="tls">
      <h2 id="tls">{say(H.protocols, language)}</h2>
      <SslLabs report={report} />
      {alikeOf(value.endpoints)
        .slice(0, TOLD_ENDPOINTS)
        .map((alike) => (
          <Endpoints key={endpointName(alike.first)} alike={alike} language={language} />
        ))}
      {drift.length > 0 && (
        <>
          <h3>{say(T.drift, language)}</h3>
          <dl className="facts">
            {drift.slice(0, TOLD_ENDPOINTS).map(({ host, port, what, addresses }) => (
              <Pair
                key={`${host} ${String(port)} ${what}`}
                name={cleanText(`${host}:${String(port)} ${what}`, 120)}
                value={addresses.map(({ ip, value }) => cleanText(`${ip}: ${value}`, 300)).join(" · ")}
              />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function alikeOf(endpoints: readonly TlsEndpoint[]): readonly Alike[] {
  const groups = Map.groupBy(endpoints, (endpoint) => answerKey(endpoint));
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

/** What was found, without how many handshakes it took and without what names the endpoint itself. */
function answerKey({ state, error, versions, offered, groups, features, leftOut, complete }: TlsEndpoint): string {
  const values = Object.entries(features ?? {}).filter(([name]) => name !== "noSni" && name !== "wrongSni");
  const spoken = Object.entries(offered ?? {});
  return JSON.stringify([
    [state, error, versions, groups, leftOut, complete],
    spoken.map(([version, fact]) => [version, fact.value]),
    values.map(([name, fact]) => [name, fact?.value]),
  ]);
}

function Endpoints({ alike, language }: { readonly alike: Alike; readonly language: Language }): ReactElement {
  const { first: endpoint, all } = alike;
  const { state, error, features } = endpoint;
  const postQuantum = postQuantumSentence(endpoint, language);
  const remarks = [
    ...(endpoint.leftOut ?? []).map((left) => `${say(T.leftOut, language)} — ${leftOutLine(left, language)}`),
    ...(endpoint.variation ?? []).map(({ what }) => say(T.variation, language, { what })),
  ];
  return (
    <div className="endpoint">
      <h3>{all.map(endpointName).join(" · ")}</h3>
      <p className="small soft">{stateSentence(all, language)}</p>
      {error !== undefined && <p className="note small">{cleanText(`${error.code}: ${error.message}`, 300)}</p>}
      {state === "tls" && (
        <>
          <SuiteTable endpoint={endpoint} language={language} />
          <dl className="facts">
            <Pair name={say(H.groups, language)} value={groupSentence(endpoint, language)} />
            {postQuantum !== null && <Pair name={say(T.postQuantum, language)} value={postQuantum} />}
          </dl>
          {remarks.length > 0 && (
            <ul className="list plain small">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
          {features !== undefined && (
            <details open>
              <summary>{say(T.features, language)}</summary>
              <dl className="facts pairs">
                {featureRows(features, language).map(({ name, value, known }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      {value} {known !== null && <span className="soft">· {known}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </>
      )}
    </div>
  );
}

function stateSentence(all: readonly TlsEndpoint[], language: Language): string {
  const cut = all.find(({ complete }) => !complete);
  const told =
    cut === undefined ? say(T.complete, language) : say(T.incomplete, language, { reason: cut.incompleteReason ?? "" });
  const sum = (part: "connections" | "bytesIn" | "bytesOut"): number =>
    all.reduce((total, { cost }) => total + cost[part], 0);
  const price = { count: sum("connections"), bytesIn: sum("bytesIn"), bytesOut: sum("bytesOut") };
  const spoken = all.some(({ state }) => state === "tls") ? told : say(T.noTls, language);
  return `${spoken} · ${say(T.endpointCost, language, price)}`;
}

/** The suites once, in the order of the newest version that has them, with their place in each version. */
function SuiteTable({ endpoint, language }: EndpointProps): ReactElement {
  const spoken = TLS_VERSIONS.toReversed().filter((version) => endpoint.versions[version] !== undefined);
  const others = TLS_VERSIONS.toReversed().flatMap((version) => {
    const offered = endpoint.offered?.[version];
    if (endpoint.versions[version] !== undefined || offered === undefined) return [];
    return [`${version} ${offered.value === false ? say(T.notOffered, language) : notTested(offered.note, language)}`];
  });
  const names = [...new Set(spoken.flatMap((version) => endpoint.versions[version]?.suites ?? []))];
  const label = `${say(T.versions, language)} — ${endpointName(endpoint)}`;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={label}>
        <table className="data suites">
          <thead>
            <tr>
              <th scope="col">{say(T.suite, language)}</th>
              <th scope="col">{say(T.bits, language)}</th>
              <th scope="col">{say(T.strength, language)}</th>
              {spoken.map((version) => (
                <th key={version} scope="col" className="rank">
                  {version}
                  <span className="soft order">{orderSentence(endpoint, version, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <SuiteRow key={name} name={name} endpoint={endpoint} spoken={spoken} language={language} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small soft">
        {say(T.rankLead, language)} {others.length > 0 && `${others.join(" · ")}.`}
      </p>
    </>
  );
}

function orderSentence(endpoint: TlsEndpoint, version: TlsVersion, language: Language): string {
  const spoken = endpoint.versions[version];
  if (spoken === undefined) return "";
  const order = spoken.order === "server" ? T.serverOrder : spoken.order === "client" ? T.clientOrder : T.unknownOrder;
  return `${say(order, language)}${spoken.complete ? "" : `, ${say(T.partial, language)}`}`;
}

function SuiteRow({
  name,
  endpoint,
  spoken,
  language,
}: EndpointProps & { readonly name: string; readonly spoken: readonly TlsVersion[] }): ReactElement {
  const suite = suiteByName(name);
  const tone =
    suite === undefined
      ? "soft"
      : suite.strength === "insufficient"
        ? "critical"
        : suite.strength === "phase-out"
          ? "medium"
          : "";
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {suite !== undefined && suite.openssl !== null && suite.openssl !== name && (
          <code className="soft openssl">{suite.openssl}</code>
        )}
      </th>
      <td>{suite === undefined ? "" : `${String(suite.bits)} ${suite.mode}`}</td>
      <td className={tone}>
        {suite === undefined ? "" : say(SUITE_STRENGTHS[suite.strength], language)}
        {suite !== undefined && !suite.forwardSecrecy && (
          <span className="soft"> · {say(T.noForwardSecrecy, language)}</span>
        )}
      </td>
      {spoken.map((version) => (
        <td key={version} className="rank">
          <Rank version={endpoint.versions[version]} name={name} language={language} />
        </td>
      ))}
    </tr>
  );
}

/** The place of a suite in the server's order; a dot where the client decides. */
function Rank({
  version,
  name,
  language,
}: {
  readonly version: TlsEndpoint["versions"][TlsVersion];
  readonly name: string;
  readonly language: Language;
}): ReactElement {
  const index = version?.suites.indexOf(name) ?? -1;
  if (index < 0) return <span className="soft" aria-label={say(T.notAccepted, language)} role="img" />;
  if (version?.order === "server") return <>{index + 1}</>;
  return (
    <span role="img" aria-label={say(T.accepted, language)}>
      •
    </span>
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
