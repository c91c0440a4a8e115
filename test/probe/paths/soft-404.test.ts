import { describe, expect, it } from "vitest";
import { HOSTS } from "../../servers/soft-404/behaviours.ts";
import { openSoftHost, seeded } from "../../servers/soft-404/open-host.ts";
import { PLANTED, PLANTED_PROBES, SECRETS } from "../../servers/soft-404/planted.ts";
import { runPaths } from "./run-paths.ts";

/** What the eleven planted files come to on one host, and what looking for them costs there. */
interface Expected {
  readonly behaviour: string;
  /** Requests with the files planted, and without. */
  readonly sent: readonly [number, number];
  /** Planted files that this host hides; absent where everything is found. */
  readonly hidden?: readonly string[];
  readonly stopped?: "blocked";
}

const BLOCKED_AFTER_60 = ["meta-ds-store", "secret-dotenv", "vcs-git-config", "vcs-git-head"];

const EXPECTED: Readonly<Record<string, Expected>> = {
  "honest 404": { behaviour: "honest", sent: [110, 95] },
  "single-page application": { behaviour: "answers-everything", sent: [128, 95] },
  "application that repeats path and nonce": { behaviour: "answers-everything", sent: [128, 95] },
  "slug turned into a title": { behaviour: "answers-everything", sent: [131, 100] },
  "redirect to the home page": { behaviour: "redirects-everything", sent: [115, 100] },
  "redirect to a login": { behaviour: "redirects-everything", sent: [125, 110] },
  "JSON for everything": { behaviour: "answers-everything", sent: [128, 95] },
  "random products": { behaviour: "answers-everything", sent: [128, 95] },
  "403 on dotfiles, SQL and archives": {
    behaviour: "refuses-everything",
    sent: [117, 108],
    hidden: ["dump-sql", "dump-sql-gz", "meta-ds-store", "secret-dotenv", "vcs-git-config", "vcs-git-head"],
  },
  "closed connection on dotfiles, SQL and archives": {
    behaviour: "honest",
    sent: [150, 141],
    hidden: ["dump-sql", "dump-sql-gz", "meta-ds-store", "secret-dotenv", "vcs-git-config", "vcs-git-head"],
  },
  "403 for everything unknown": { behaviour: "refuses-everything", sent: [123, 109] },
  "challenge after 60 requests": {
    behaviour: "honest",
    sent: [95, 85],
    hidden: ["dump-sql-gz", ...BLOCKED_AFTER_60],
    stopped: "blocked",
  },
  "429 after 80 requests": {
    behaviour: "honest",
    sent: [85, 84],
    hidden: ["vcs-git-config", "vcs-git-head"],
    stopped: "blocked",
  },
  "403 after 30 requests": {
    behaviour: "honest",
    sent: [40, 38],
    hidden: PLANTED_PROBES.filter((id) => !["composer-files", "tool-adminer"].includes(id)),
    stopped: "blocked",
  },
  "404 for everything after 50 requests": {
    behaviour: "honest",
    sent: [53, 85],
    hidden: ["dump-sql", "dump-sql-gz", ...BLOCKED_AFTER_60],
    stopped: "blocked",
  },
  "404 for everything, the last 6 requests and one look": { behaviour: "honest", sent: [110, 95] },
  "brake for a moment after 56 requests": { behaviour: "honest", sent: [116, 112] },
  "PHP answers everything, static files do not": { behaviour: "honest", sent: [116, 95] },
  "tutorial for everything, as HTML": { behaviour: "answers-everything", sent: [137, 107] },
  "tutorial for everything, as text": { behaviour: "answers-everything", sent: [152, 123] },
  "archive for everything": { behaviour: "answers-everything", sent: [140, 108] },
  "archive of its own for every path": {
    behaviour: "answers-everything",
    sent: [164, 134],
    hidden: ["dump-sql-gz"],
  },
  "everything compressed, whatever was asked": { behaviour: "answers-everything", sent: [128, 95] },
};

const TABLE = Object.entries(EXPECTED).map(([name, expected]) => ({ name, ...expected }));

function hostOf(name: string) {
  const host = HOSTS[name];
  if (host === undefined) throw new Error(`no such host: ${name}`);
  return host;
}

describe("hosts that answer what does not exist", () => {
  it.each(TABLE)("$name: finds what is planted and nothing else", async (row) => {
    await using server = await openSoftHost(hostOf(row.name), PLANTED);

    const { value, confirmed, connections } = await runPaths(server);

    expect(confirmed).toEqual(PLANTED_PROBES.filter((id) => !(row.hidden ?? []).includes(id)));
    expect(value).toMatchObject({
      behaviour: row.behaviour,
      sent: row.sent[0],
      blocked: row.stopped === "blocked",
      stopped: row.stopped ?? null,
    });
    if (!row.name.startsWith("closed connection")) {
      // Where a kept connection is closed, the net layer asks again on a new one, which is no new request of the probe.
      expect(value.sent).toBe(server.asked.length);
      expect(connections).toBeLessThanOrEqual(2);
    }
    for (const secret of SECRETS) expect(JSON.stringify(value)).not.toContain(secret);
  });

  it.each(TABLE)("$name: finds nothing where nothing is", async (row) => {
    await using server = await openSoftHost(hostOf(row.name), {});

    const { value, confirmed } = await runPaths(server);

    expect(confirmed).toEqual([]);
    expect(value.sent).toBe(row.sent[1]);
    expect(value.notMade > 0).toBe(row.stopped !== undefined || row.name === "archive of its own for every path");
  });

  it("believes nothing that a host of dice says, whatever falls", async () => {
    const { unknown } = hostOf("random content of every kind");
    const runs = await Promise.all(
      Array.from({ length: 24 }, async (_, seed) => {
        const random = seeded(seed);
        await using server = await openSoftHost(
          { unknown: (request, response, state) => unknown(request, response, { ...state, random }) },
          {},
        );
        return await runPaths(server, { random: seeded(seed) });
      }),
    );

    expect(runs.flatMap((run) => [...run.confirmed, ...run.protected])).toEqual([]);
  });

  it("still finds what a host of dice really has", async () => {
    await using server = await openSoftHost(hostOf("random content of every kind"), PLANTED);

    const { value, confirmed } = await runPaths(server);

    expect(value.behaviour).toBe("unpredictable");
    expect(confirmed.every((id) => PLANTED_PROBES.includes(id))).toBe(true);
    expect(confirmed.length).toBeGreaterThan(3);
  });
});
