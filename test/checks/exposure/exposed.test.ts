import { describe, expect, it } from "vitest";
import { catalogue } from "../../../checks/index.ts";
import type { SectionValue } from "../../../src/core/evidence/evidence.ts";
import { exposureProbes } from "../../../src/data/exposures/catalogue.ts";
import type { ExposureProbe } from "../../../src/data/exposures/exposure.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { runPaths } from "../../probe/paths/run-paths.ts";
import { startHttp } from "../../servers/loopback.ts";
import { HOME_PAGE, page, send } from "../../servers/soft-404/behaviours.ts";
import { SAMPLES } from "./samples.ts";

/** Which probes each check judges: each probe in one check, and every exposure in one. */
const JUDGED: Readonly<Record<string, readonly string[]>> = {
  "exposure/version-control": [
    "vcs-git-config",
    "vcs-git-head",
    "vcs-git-index",
    "vcs-git-reflog",
    "vcs-git-nested",
    "vcs-git-credentials",
    "vcs-svn",
    "vcs-svn-entries",
    "vcs-hg",
    "vcs-bzr",
    "vcs-cvs",
  ],
  "exposure/secrets": [
    "debug-node-env",
    "secret-dotenv",
    "secret-dotenv-variants",
    "secret-dotenv-deep",
    "secret-composer-auth",
    "secret-npmrc",
    "secret-htpasswd",
    "secret-private-key",
    "secret-private-key-deep",
    "secret-jwt-key",
    "secret-ssh-key",
    "secret-sftp-json",
    "secret-filezilla",
    "secret-winscp",
    "secret-idea-datasources",
    "secret-aws-credentials",
    "secret-gcp-json",
    "secret-docker-config",
    "secret-netrc",
    "secret-history",
    "secret-tfstate",
    "secret-docker-compose",
    "secret-ci",
    "secret-ai-tool-config",
    "secret-aspnet",
    "secret-web-config",
  ],
  "exposure/config-copies": [
    "backup-wp-config",
    "backup-wp-config-raw",
    "backup-magento2-env",
    "backup-magento1-local",
    "backup-prestashop-params",
    "backup-opencart-config",
    "backup-oscommerce-configure",
    "backup-drupal-settings",
    "backup-joomla-configuration",
    "backup-generic-php",
  ],
  "exposure/database-dumps": [
    "dump-sql",
    "dump-sql-more",
    "dump-sql-gz",
    "dump-sql-gz-more",
    "dump-mssql",
    "dump-sqlite",
    "dump-redis",
    "dump-core",
  ],
  "exposure/backups": ["listing-backup-dirs", "archive-site", "archive-site-more", "listing-wp-backups"],
  "exposure/customer-data": [
    "export-csv",
    "export-csv-more",
    "listing-magento-export",
    "listing-woo-uploads",
    "listing-prestashop",
    "listing-opencart",
    "listing-drupal-files",
    "export-shopware-documents",
    "wc-rest-orders-open",
    "magento-rest-anon",
  ],
  "exposure/logs": [
    "log-php-error",
    "log-php-error-more",
    "log-access",
    "log-wp-debug",
    "log-wc-legacy",
    "log-magento2",
    "log-magento1",
    "listing-magento-var",
    "log-symfony",
    "log-laravel",
    "log-opencart",
    "log-payment-modules",
    "log-npm",
  ],
  "exposure/admin-panels": [
    "admin-wordpress",
    "admin-magento2",
    "admin-magento1",
    "admin-magento1-rss",
    "admin-prestashop",
    "admin-opencart",
    "admin-oscommerce",
    "admin-shopware6",
    "admin-shopware5",
    "admin-sylius",
    "admin-drupal",
    "admin-joomla",
    "admin-cscart",
    "admin-nopcommerce",
    "admin-odoo-db",
    "admin-headless",
    "admin-cms-misc",
    "admin-hosting",
    "admin-ops",
    "admin-login",
  ],
  "exposure/admin-tools": [
    "tool-phpmyadmin",
    "tool-phpmyadmin-more",
    "tool-phpmyadmin-open",
    "tool-phpmyadmin-setup",
    "tool-adminer",
    "tool-adminer-more",
    "tool-pgadmin",
    "tool-filemanager",
    "tool-magmi",
  ],
  "exposure/installers": [
    "install-wordpress",
    "install-wordpress-config",
    "install-magento2",
    "install-magento2-update",
    "install-magento1",
    "downloader-magento1",
    "install-prestashop",
    "install-opencart",
    "install-shopware6",
    "install-drupal",
    "install-generic-shop",
    "install-duplicator",
    "db-search-replace",
    "db-dump-script",
  ],
  "exposure/debug": [
    "tool-phpinfo",
    "tool-phpinfo-more",
    "tool-opcache",
    "debug-symfony-profiler",
    "debug-laravel",
    "debug-rails",
    "debug-dotnet",
    "debug-sourcemap",
    "wp-repair",
    "drupal-update",
  ],
  "exposure/server-status": [
    "status-apache",
    "status-apache-info",
    "status-nginx",
    "status-php-fpm",
    "debug-spring",
    "debug-spring-heap",
    "debug-go",
    "debug-metrics",
    "stats-web",
  ],
  "exposure/directory-listing": ["listing-misc", "wp-listing"],
  "exposure/platform-files": ["magento-cacheleak", "magento-dev-files", "magento-errors-local", "shopware-info"],
  "exposure/user-enumeration": ["wp-users-rest", "wp-author-enum", "wp-registration", "drupal-jsonapi-users"],
  "exposure/components": [
    "composer-files",
    "composer-installed",
    "node-manifest",
    "node-modules",
    "prestashop-phpunit",
    "vendor-phpunit",
    "joomla-api-config",
  ],
  "exposure/metadata": ["meta-ds-store", "meta-thumbs", "meta-dwsync", "meta-htaccess", "meta-crossdomain"],
  "exposure/open-interfaces": ["wp-xmlrpc"],
};

/** A shop on which every probe of one tier and platform finds what it looks for, asked over a socket. */
async function leakyShop(probes: readonly ExposureProbe[]): Promise<SectionValue<"paths">> {
  const [first] = probes;
  const files = new Map(
    probes.map((probe) => [
      (SAMPLES[probe.id]?.path ?? probe.paths[0] ?? "/")
        .replaceAll("{host}", "bakery.test")
        .replaceAll("{sld}", "bakery"),
      SAMPLES[probe.id],
    ]),
  );
  await using server = await startHttp((request, response) => {
    const sample = files.get(request.url ?? "");
    if (sample === undefined) {
      send(response, request.url === "/" ? 200 : 404, "text/html", request.url === "/" ? HOME_PAGE : page("404"));
      return;
    }
    for (const [name, value] of Object.entries(sample.headers ?? {})) response.setHeader(name, value);
    send(response, sample.status ?? 200, sample.type ?? "text/html", sample.body);
  });
  const platform = first?.platforms[0] ?? "any";
  const { value } = await runPaths(server, {
    tiers: [first?.tier ?? "core"],
    platform: platform.startsWith("any") ? null : platform,
    ...(probes.some((probe) => probe.id === "debug-sourcemap") ? { sourceMaps: ["/assets/shop.js.map"] } : {}),
  });
  return value;
}

const leaks = exposureProbes.filter((probe) => probe.kind === "exposure");
const shops = [...Map.groupBy(leaks, (probe) => `${probe.tier} ${probe.platforms[0] ?? ""}`)];

describe("checks of exposed paths", () => {
  it("share the exposures of the catalogue among them", () => {
    const judged = Object.values(JUDGED).flat();

    expect(judged.toSorted()).toEqual(leaks.map((probe) => probe.id).toSorted());
    for (const [id, probes] of Object.entries(JUDGED)) {
      expect(Object.keys(catalogue.find((check) => check.id === id)?.severity ?? {}), id).toEqual(probes);
    }
  });

  it.each(shops)("%s: every leak is found over the wire and told by its check alone", async (_name, probes) => {
    const paths = await leakyShop(probes);

    for (const probe of probes) {
      const telling = Object.keys(JUDGED).filter((id) =>
        failuresOf(checkOf(id), { paths }).some((verdict) => verdict.code === probe.id),
      );
      expect(telling, probe.id).toEqual(Object.keys(JUDGED).filter((id) => JUDGED[id]?.includes(probe.id)));
    }
  });
});

const nothing: SectionValue<"paths"> = {
  calibrated: true,
  blocked: false,
  blockedAfter: null,
  stopped: null,
  behaviour: "honest",
  planned: 1,
  sent: 5,
  controls: 3,
  tiers: ["core"],
  platform: null,
  catalogue: "0123456789abcdef",
  catalogueDate: "2026-11-23",
  hits: [],
  notMade: 0,
  probes: [{ probe: "secret-dotenv", planned: 1, notMade: 0 }],
};

const hit: SectionValue<"paths">["hits"][number] = {
  probe: "secret-dotenv",
  url: "https://bakery.test/.env",
  outcome: "confirmed",
  confidence: "high",
  kind: "exposure",
  severity: "critical",
  group: "secrets",
  status: 206,
  bytes: 412,
  proof: [{ kind: "pattern", offset: 0, length: 8, sha256: "ab".repeat(32), text: null }],
  holdsSecrets: true,
  stake: "credentials",
  facts: {},
};

describe("a check of exposed paths", () => {
  const secrets = checkOf("exposure/secrets");

  it.each<[string, Partial<SectionValue<"paths">>, readonly string[]]>([
    ["passes where everything was asked and nothing found", {}, ["pass"]],
    ["fails on a confirmed hit", { hits: [hit] }, ["secret-dotenv"]],
    [
      "says nothing of an unproven hit",
      { hits: [{ ...hit, outcome: "inconclusive" }], ...lost() },
      ["not-assessed: answers-everything"],
    ],
    ["counts a protected path as in order", { hits: [{ ...hit, outcome: "protected", status: 403 }] }, ["pass"]],
    ["does not pass a host that blocked", { stopped: "blocked", blocked: true, ...lost() }, ["not-assessed: blocked"]],
    ["does not pass a host that was too slow", { stopped: "slow", ...lost() }, ["not-assessed: throttled"]],
    [
      "keeps a hit beside what was not asked",
      { hits: [hit], stopped: "blocked", ...lost() },
      ["secret-dotenv", "not-assessed: blocked"],
    ],
    ["does not arise where none of its probes was asked", { probes: [] }, ["not-applicable: other-platform"]],
  ])("%s", (_name, overrides, outcomes) => {
    expect(outcomesOf(secrets, { paths: { ...nothing, ...overrides } })).toEqual(outcomes);
  });

  it("tells where, how much and a hash, and never the secret", () => {
    const [verdict] = failuresOf(secrets, { paths: { ...nothing, hits: [hit] } });

    expect(verdict?.subject).toBe("/.env");
    expect(verdict?.observed).toMatchObject({
      bytes: 412,
      stake: "credentials",
      proof: [expect.stringContaining("SHA-256 abababab")],
    });
  });

  it("says first what closes the leak, then what to replace", () => {
    const [verdict] = failuresOf(secrets, { paths: { ...nothing, hits: [hit] } });

    expect(verdict?.remedy.map((remedy) => remedy.action)).toEqual(["deny-path", "delete-file", "rotate-secrets"]);
  });

  it("makes one finding of one repository", () => {
    const git = { ...hit, group: "version-control", stake: "credentials" as const };
    const hits = [
      { ...git, probe: "vcs-git-config", url: "https://bakery.test/.git/config" },
      { ...git, probe: "vcs-git-head", url: "https://bakery.test/.git/HEAD" },
    ];

    const verdicts = failuresOf(checkOf("exposure/version-control"), { paths: { ...nothing, hits } });

    expect(verdicts.map((verdict) => verdict.subject)).toEqual(["/.git", "/.git"]);
  });

  it("weighs a login in clear more, and an empty folder less", () => {
    const login = {
      ...hit,
      probe: "admin-opencart",
      group: "admin-panel",
      url: "http://bakery.test/admin/",
      facts: { login: "password" },
    };
    const folder = {
      ...hit,
      probe: "listing-misc",
      group: "directory-listing",
      url: "https://bakery.test/tmp/",
      facts: { listing: "empty" },
    };

    const shifts = [
      ...failuresOf(checkOf("exposure/admin-panels"), { paths: { ...nothing, hits: [login] } }),
      ...failuresOf(checkOf("exposure/directory-listing"), { paths: { ...nothing, hits: [folder] } }),
    ].map((verdict) => [verdict.shift, verdict.shiftReason]);

    expect(shifts).toEqual([
      [1, "login-in-clear"],
      [-1, "empty-listing"],
    ]);
  });
});

function lost(): Partial<SectionValue<"paths">> {
  return { notMade: 1, probes: [{ probe: "secret-dotenv", planned: 1, notMade: 1 }] };
}

function checkOf(id: string) {
  const check = catalogue.find((candidate) => candidate.id === id);
  if (check === undefined) throw new Error(`no such check: ${id}`);
  return check;
}
