import type { CheckResult } from "../core/assessment.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
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
    const made = sslLabsGrade(endpoint, hstsState(endpoint.host, results));
    return made === null ? [] : [{ host: endpoint.host, ip: endpoint.ip, port: endpoint.port, ...made }];
  });
}

/** How the host announces HSTS, from what `headers/hsts` said of it: one reading of the header is enough for a scan. */
function hstsState(host: string, results: readonly CheckResult[]): HstsState {
  const verdict = results
    .find(({ check }) => check === "headers/hsts")
    ?.verdicts.find(({ subject }) => subject === host || subject?.startsWith(`${host}:`) === true);
  if (verdict === undefined || verdict.status === "not-assessed" || verdict.status === "not-applicable")
    return "unknown";
  if (verdict.status === "pass") return "long";
  if (verdict.code === "absent" || verdict.code === "malformed" || verdict.code === "disabled") return "absent";
  const days = verdict.params["days"];
  return verdict.code === "short" && typeof days === "number" && days < LONG_DAYS ? "short" : "long";
}
