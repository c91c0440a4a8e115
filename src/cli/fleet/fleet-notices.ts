import { noticesOf, notAssessableNotice, type Notice } from "../../core/notice.ts";
import type { Site } from "../../core/sites.ts";
import { sendNotices, type Webhook } from "../../notify/webhook.ts";
import type { HistoryStore, NewResult } from "../../store/history.ts";
import type { Io } from "../io.ts";
import type { JudgedSite } from "../judge-site.ts";
import { toolVersion } from "../version.ts";
import { readWebhook } from "../webhooks.ts";

/** A site that could not be assessed so many times in a row is told of. */
const FAILURES_TOLD = 3;

export interface FleetNoticesOptions {
  readonly history: HistoryStore;
  readonly io: Io;
  readonly allowPrivate: boolean;
}

/** Gathers what there is to tell of each site and sends it at the end of the run, one document a webhook. */
export class FleetNotices {
  readonly #options: FleetNoticesOptions;
  readonly #webhooks = new Map<string, Webhook>();
  readonly #notices = new Map<string, Notice[]>();

  constructor(options: FleetNoticesOptions) {
    this.#options = options;
  }

  /** Reads the addresses of every webhook that the sites name, before anything is scanned. Throws `UsageError`. */
  async prepare(sites: readonly Site[]): Promise<void> {
    for (const name of new Set(sites.flatMap(({ notify }) => notify.map(({ to }) => to)))) {
      this.#webhooks.set(name, await readWebhook(name, this.#options.io));
      this.#notices.set(name, []);
    }
  }

  /** Notes what changed on a site; call it before the result is added to the history. */
  async noteResult(site: Site, judged: JudgedSite, result: NewResult): Promise<void> {
    if (site.notify.length === 0) return;
    const [last] = await this.#options.history.results(site.id, 1);
    for (const { to, level } of site.notify) {
      const notices = noticesOf({
        site: site.id,
        findings: result.findings,
        comparison: judged.comparison,
        level,
        nextExpiry: result.nextExpiry,
        expiringWaivers: [...judged.waivers.waived.values()],
        at: new Date(result.finishedAt),
        lastRun: last === undefined ? null : new Date(last.finishedAt),
      });
      this.#notices.get(to)?.push(...notices);
    }
  }

  /** Notes a site that could not be assessed; call it before the result is added to the history. */
  async noteFailure(site: Site, message: string): Promise<void> {
    if (site.notify.length === 0) return;
    const earlier = await this.#options.history.results(site.id, FAILURES_TOLD);
    const streak = earlier.findIndex(({ error, score }) => error === null && score !== null && score.coverage > 0);
    const failures = 1 + (streak === -1 ? earlier.length : streak);
    const notice = notAssessableNotice(site.id, failures, FAILURES_TOLD, message);
    if (notice !== null) for (const { to } of site.notify) this.#notices.get(to)?.push(notice);
  }

  /** Sends what was noted and says on stderr how it went; a webhook that fails never fails the run. */
  async send(): Promise<void> {
    const { io, allowPrivate } = this.#options;
    for (const [name, webhook] of this.#webhooks) {
      const notices = this.#notices.get(name) ?? [];
      if (notices.length === 0) continue;
      const { delivered, attempts, outcome } = await sendNotices(webhook, notices, {
        allowPrivate,
        toolVersion: toolVersion(),
        now: io.now,
        signal: io.signal,
      });
      const how = delivered ? "delivered" : `not delivered after ${attempts} attempts (${outcome})`;
      await io.stderr.write(`vigie: ${notices.length} notices to ${name}: ${how}\n`);
    }
  }
}
