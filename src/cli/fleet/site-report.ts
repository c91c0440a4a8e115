import type { FleetError, FleetSite } from "../../core/report.ts";
import type { Site } from "../../core/sites.ts";
import type { Language } from "../../core/text.ts";
import type { HistoryStore, SiteResult } from "../../store/history.ts";
import { judgeSite, reportOf, type JudgedSite } from "../judge-site.ts";
import type { FleetInputs } from "./fleet-inputs.ts";

/** A site of a run as the history kept it: judged again from its evidence, with the states of that run. */
export async function judgedFromHistory(
  history: HistoryStore,
  result: SiteResult,
  inputs: Pick<FleetInputs, "profileOf" | "waiversOf">,
  site: Site,
): Promise<JudgedSite | null> {
  const evidence = await history.evidence(result.runId, result.siteId);
  if (evidence === null) return null;
  const judged = judgeSite(evidence, inputs.profileOf(site), inputs.waiversOf(site), null);
  const states = await history.states(result.runId, result.siteId);
  const fixed = (await history.findings(result.siteId)).filter(({ fixedAt }) => fixedAt === result.finishedAt);
  return states.size === 0 && fixed.length === 0
    ? judged
    : { ...judged, comparison: { states, fixed, notAssessed: [] } };
}

/** The report of a site in a run, or why there is none. */
export async function siteReport(
  history: HistoryStore,
  result: SiteResult | undefined,
  inputs: Pick<FleetInputs, "profileOf" | "waiversOf">,
  site: Site,
  language: Language,
): Promise<FleetSite> {
  if (result === undefined) return errorOf(site, "interrupted", "the run was interrupted before this site was done");
  if (result.error !== null) return errorOf(site, result.error.code, result.error.message);
  const judged = await judgedFromHistory(history, result, inputs, site);
  if (judged === null) return errorOf(site, "no-evidence", "the evidence of this run is no longer kept");
  return reportOf(judged, language);
}

function errorOf(site: Site, code: string, message: string): FleetError {
  return { target: { id: site.id, url: site.target.url }, error: { code, message } };
}
