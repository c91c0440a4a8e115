/**
 * The schema of the history, one step a version; `PRAGMA user_version` says how far a database is. A step is never changed
 * once it was released.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'fleet')),
    started_at TEXT NOT NULL,
    finished_at TEXT,
    sites_digest TEXT NOT NULL,
    tool_version TEXT NOT NULL
  ) STRICT;

  CREATE TABLE results (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    site_id TEXT NOT NULL,
    url TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    tool_version TEXT NOT NULL,
    score TEXT,
    error TEXT,
    counts TEXT NOT NULL,
    worst TEXT,
    next_expiry TEXT,
    states TEXT NOT NULL,
    evidence BLOB,
    PRIMARY KEY (run_id, site_id)
  ) STRICT;

  CREATE INDEX results_by_site ON results (site_id, finished_at);

  CREATE TABLE findings (
    site_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    check_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    severity TEXT NOT NULL,
    title TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    fixed_at TEXT,
    PRIMARY KEY (site_id, fingerprint)
  ) STRICT;
  `,
];
