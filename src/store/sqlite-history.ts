import { chmodSync, existsSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import type { KnownFinding, Past } from "../core/comparison.ts";
import { evidenceSchema, type Evidence } from "../core/evidence/evidence.ts";
import { FINDING_STATES, type FindingState } from "../core/finding-state.ts";
import { SEVERITIES } from "../core/severity.ts";
import { FileError } from "./files.ts";
import type {
  FindingHistory,
  HistoryStore,
  NewResult,
  Retention,
  RunRecord,
  ScoreRecord,
  SiteResult,
} from "./history.ts";
import { MIGRATIONS } from "./migrations.ts";
import { asHistoryError, withToldFaults } from "./told-faults.ts";

/** Another process may hold the database for so long before a write gives up, in milliseconds. */
const BUSY_MS = 10_000;

/** Evidence that unpacks to more than this is not Vigie's. */
const MAXIMUM_EVIDENCE_BYTES = 256 * 1024 * 1024;

/**
 * Opens the history in a file, made with mode 0600 where it is new. Write-ahead logging keeps what was committed through a
 * SIGKILL. Throws `FileError` for a database that is corrupt, of a newer Vigie, or cannot be written.
 */
export function openSqliteHistory(path: string): HistoryStore {
  try {
    const fresh = !existsSync(path);
    const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    if (fresh) chmodSync(path, 0o600);
    try {
      migrate(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
    return withToldFaults(new SqliteHistory(database), path);
  } catch (error) {
    throw asHistoryError(error, path);
  }
}

function migrate(database: DatabaseSync, path: string): void {
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  const row = database.prepare("PRAGMA user_version").get();
  const version = Number(row?.["user_version"] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new FileError(`${path} was written by a newer Vigie; update this one, or name another directory with --data`);
  }
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have done the step while this one waited for the lock.
      const done = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
      if (done <= index) database.exec(`${step}; PRAGMA user_version = ${index + 1}`);
      database.exec("COMMIT");
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}

/** A full disk has ended the transaction already, and there is nothing to roll back. */
function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec("ROLLBACK");
}

/**
 * The embedded store: `node:sqlite`, whose calls are synchronous and short. The newest is what was added last (`rowid`), and
 * not what has the latest time: a clock that was a year ahead for one night must not be believed for a year.
 */
class SqliteHistory implements HistoryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async beginRun(run: RunRecord): Promise<void> {
    this.#database
      .prepare(
        "INSERT INTO runs (id, kind, started_at, finished_at, sites_digest, tool_version) VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run(run.id, run.kind, run.startedAt, run.finishedAt, run.sitesDigest, run.toolVersion);
  }

  async finishRun(runId: string, finishedAt: string): Promise<void> {
    this.#database.prepare("UPDATE runs SET finished_at = ? WHERE id = ?").run(finishedAt, runId);
  }

  async runs(limit: number): Promise<readonly RunRecord[]> {
    const rows = this.#database.prepare("SELECT * FROM runs ORDER BY rowid DESC LIMIT ?").all(limit);
    return rows.map(runOf);
  }

  async resumable(sitesDigest: string): Promise<RunRecord | null> {
    const row = this.#database
      .prepare("SELECT * FROM runs WHERE sites_digest = ? AND finished_at IS NULL ORDER BY rowid DESC LIMIT 1")
      .get(sitesDigest);
    return row === undefined ? null : runOf(row);
  }

  async addResult(result: NewResult): Promise<void> {
    this.#atomically(() => {
      this.#database
        .prepare(
          `INSERT INTO results (run_id, site_id, url, started_at, finished_at, tool_version, score, error, counts, worst,
             next_expiry, states, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          result.runId,
          result.siteId,
          result.url,
          result.startedAt,
          result.finishedAt,
          result.toolVersion,
          jsonOrNull(result.score),
          jsonOrNull(result.error),
          JSON.stringify(result.counts),
          jsonOrNull(result.worst),
          result.nextExpiry,
          JSON.stringify(result.states),
          result.evidence === null ? null : gzipSync(JSON.stringify(result.evidence)),
        );
      const upsert = this.#database.prepare(
        `INSERT INTO findings (site_id, fingerprint, check_id, subject, severity, title, first_seen, last_seen, fixed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)
         ON CONFLICT (site_id, fingerprint) DO UPDATE SET
           severity = excluded.severity, title = excluded.title, last_seen = excluded.last_seen, fixed_at = NULL`,
      );
      for (const { fingerprint, check, subject, severity, title } of result.findings) {
        upsert.run(result.siteId, fingerprint, check, subject, severity, title, result.finishedAt, result.finishedAt);
      }
      const fix = this.#database.prepare("UPDATE findings SET fixed_at = ? WHERE site_id = ? AND fingerprint = ?");
      for (const fingerprint of result.fixed) fix.run(result.finishedAt, result.siteId, fingerprint);
    });
  }

  async sitesDone(runId: string): Promise<ReadonlySet<string>> {
    const rows = this.#database.prepare("SELECT site_id FROM results WHERE run_id = ?").all(runId);
    return new Set(rows.map((row) => String(row["site_id"])));
  }

  async results(siteId: string, limit: number): Promise<readonly SiteResult[]> {
    const rows = this.#database
      .prepare(`SELECT ${RESULT_COLUMNS} FROM results WHERE site_id = ? ORDER BY rowid DESC LIMIT ?`)
      .all(siteId, limit);
    return rows.map(resultOf);
  }

  async resultsOfRun(runId: string): Promise<readonly SiteResult[]> {
    const rows = this.#database
      .prepare(`SELECT ${RESULT_COLUMNS} FROM results WHERE run_id = ? ORDER BY site_id`)
      .all(runId);
    return rows.map(resultOf);
  }

  async evidence(runId: string, siteId: string): Promise<Evidence | null> {
    const row = this.#database
      .prepare("SELECT evidence FROM results WHERE run_id = ? AND site_id = ?")
      .get(runId, siteId);
    const packed = row?.["evidence"];
    if (!(packed instanceof Uint8Array)) return null;
    const text = gunzipSync(packed, { maxOutputLength: MAXIMUM_EVIDENCE_BYTES }).toString("utf8");
    return evidenceSchema.parse(JSON.parse(text));
  }

  async states(runId: string, siteId: string): Promise<ReadonlyMap<string, FindingState>> {
    const row = this.#database
      .prepare("SELECT states FROM results WHERE run_id = ? AND site_id = ?")
      .get(runId, siteId);
    if (row === undefined) return new Map();
    return new Map(
      Object.entries(z.record(z.string(), z.enum(FINDING_STATES)).parse(JSON.parse(String(row["states"])))),
    );
  }

  async past(siteId: string): Promise<Past | null> {
    const seen = this.#database
      .prepare("SELECT 1 FROM results WHERE site_id = ? AND score IS NOT NULL LIMIT 1")
      .get(siteId);
    if (seen === undefined) return null;
    const findings = await this.findings(siteId);
    return {
      last: findings.filter(({ fixedAt }) => fixedAt === null),
      fixedBefore: new Set(findings.filter(({ fixedAt }) => fixedAt !== null).map(({ fingerprint }) => fingerprint)),
    };
  }

  async findings(siteId: string): Promise<readonly FindingHistory[]> {
    const rows = this.#database
      .prepare("SELECT * FROM findings WHERE site_id = ? ORDER BY first_seen, fingerprint")
      .all(siteId);
    return rows.map((row) => ({
      ...knownOf(row),
      firstSeen: String(row["first_seen"]),
      lastSeen: String(row["last_seen"]),
      fixedAt: textOrNull(row["fixed_at"]),
    }));
  }

  async sites(): Promise<readonly string[]> {
    const rows = this.#database.prepare("SELECT DISTINCT site_id FROM results ORDER BY site_id").all();
    return rows.map((row) => String(row["site_id"]));
  }

  async retain(retention: Retention, now: Date): Promise<void> {
    const before = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
    this.#atomically(() => {
      if (this.#isLeap(before(0.5), before(retention.evidenceDays))) return;
      // The newest evidence of each site stays whatever its age: it is what `report` and `diff` work from.
      this.#database
        .prepare(
          `UPDATE results SET evidence = NULL WHERE finished_at < ? AND evidence IS NOT NULL AND finished_at <
             (SELECT MAX(finished_at) FROM results AS newer WHERE newer.site_id = results.site_id AND newer.evidence IS NOT NULL)`,
        )
        .run(before(retention.evidenceDays));
      this.#database.prepare("DELETE FROM results WHERE finished_at < ?").run(before(retention.resultDays));
      this.#database.prepare("DELETE FROM findings WHERE fixed_at < ?").run(before(retention.resultDays));
      this.#database
        .prepare(
          "DELETE FROM runs WHERE finished_at IS NOT NULL AND id NOT IN (SELECT run_id FROM results) AND started_at < ?",
        )
        .run(before(retention.resultDays));
    });
  }

  /** Whether the result before the ones of now is older than a bound: a clock that leapt years ahead must not empty the history. */
  #isLeap(now: string, bound: string): boolean {
    const last = this.#database.prepare("SELECT MAX(finished_at) AS at FROM results WHERE finished_at < ?").get(now);
    const at = textOrNull(last?.["at"]);
    return at !== null && at < bound;
  }

  async forget(siteId: string): Promise<number> {
    const removed = this.#atomically(() => {
      const { changes } = this.#database.prepare("DELETE FROM results WHERE site_id = ?").run(siteId);
      this.#database.prepare("DELETE FROM findings WHERE site_id = ?").run(siteId);
      this.#database.exec("DELETE FROM runs WHERE finished_at IS NOT NULL AND id NOT IN (SELECT run_id FROM results)");
      return Number(changes);
    });
    // What was deleted must not linger in free pages or in the log.
    this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    return removed;
  }

  async backup(path: string): Promise<void> {
    await backup(this.#database, path);
    chmodSync(path, 0o600);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #atomically<Result>(work: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      rollBack(this.#database);
      throw error;
    }
  }
}

const RESULT_COLUMNS =
  "run_id, site_id, url, started_at, finished_at, tool_version, score, error, counts, worst, next_expiry";

type Row = Readonly<Record<string, unknown>>;

const scoreSchema = z.object({
  total: z.number(),
  grade: z.string(),
  coverage: z.number(),
  low: z.number(),
  high: z.number(),
  provisional: z.boolean(),
  algorithm: z.string(),
  profileId: z.string(),
  profileVersion: z.string(),
  profileDigest: z.string(),
}) satisfies z.ZodType<ScoreRecord>;

function runOf(row: Row): RunRecord {
  return {
    id: String(row["id"]),
    kind: row["kind"] === "fleet" ? "fleet" : "single",
    startedAt: String(row["started_at"]),
    finishedAt: textOrNull(row["finished_at"]),
    sitesDigest: String(row["sites_digest"]),
    toolVersion: String(row["tool_version"]),
  };
}

function resultOf(row: Row): SiteResult {
  return {
    runId: String(row["run_id"]),
    siteId: String(row["site_id"]),
    url: String(row["url"]),
    startedAt: String(row["started_at"]),
    finishedAt: String(row["finished_at"]),
    toolVersion: String(row["tool_version"]),
    score: parsedOrNull(row["score"], scoreSchema),
    error: parsedOrNull(row["error"], z.object({ code: z.string(), message: z.string() })),
    counts: z.record(z.string(), z.number()).parse(JSON.parse(String(row["counts"]))),
    worst: parsedOrNull(row["worst"], z.object({ check: z.string(), severity: z.string(), title: z.string() })),
    nextExpiry: textOrNull(row["next_expiry"]),
  };
}

function knownOf(row: Row): KnownFinding {
  return {
    fingerprint: String(row["fingerprint"]),
    check: String(row["check_id"]),
    subject: String(row["subject"]),
    severity: z.enum(SEVERITIES).parse(row["severity"]),
    title: String(row["title"]),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parsedOrNull<Schema extends z.ZodType>(value: unknown, schema: Schema): z.infer<Schema> | null {
  return typeof value === "string" ? schema.parse(JSON.parse(value)) : null;
}
