import type { CheckResult } from "../core/assessment.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { TlsEndpoint } from "../core/evidence/tls.ts";
import type { Report } from "../core/report.ts";
import { sslLabsGrade, type HstsState } from "./ssl-labs.ts";

/** SSL Labs' "long": six months, in days. */
const LONG_DAYS = 180;

/** The SSL Labs grade of every address of the site that was enumerated, in the order of the evidence. */
export function sslLabsOf(evidence: Evidence, results: readonly CheckResult[]): NonNullable<Report["sslLabs"]> {
  const { tls } = evidence.sections;
  if (tls.state !== "collected") return [];
  return tls.value.endpoints.flatMap((endpoint) => {
    const ofTheSite = endpoint.purpose === "target" || endpoint.purpose === "twin";
    // A comparison of a few handshakes has too few suites for a grade of its own.
    if (!ofTheSite || (endpoint.depth !== undefined && endpoint.depth !== "full")) return [];
    const made = sslLabsGrade(endpoint, hstsState(endpoint, results));
    return made === null ? [] : [{ host: endpoint.host, ip: endpoint.ip, port: endpoint.port, ...made }];
  });
}

/** How the host announces HSTS, from what `headers/hsts` said of it: one reading of the header is enough for a scan. */
function hstsState({ host, port }: TlsEndpoint, results: readonly CheckResult[]): HstsState {
  const name = port === 443 ? host : `${host}:${String(port)}`;
  const verdicts = results.find(({ check }) => check === "headers/hsts")?.verdicts ?? [];
  // A fault is told once for all the hosts that have it; what is in order, once a host.
  for (const verdict of verdicts) {
    if (verdict.status === "pass" && verdict.subject === name) return "long";
    if (verdict.status !== "fail") continue;
    const { hosts, days } = verdict.params;
    if (!Array.isArray(hosts) || !hosts.includes(name)) continue;
    if (verdict.code === "absent" || verdict.code === "malformed" || verdict.code === "disabled") return "absent";
    return verdict.code === "short" && typeof days === "number" && days < LONG_DAYS ? "short" : "long";
  }
  return "unknown";
}
