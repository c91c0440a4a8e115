import type { ExposureProbe } from "./exposure.ts";
import { adminPanelProbes } from "./admin-panel.ts";
import { adminToolProbes } from "./admin-tool.ts";
import { apiProbes } from "./api.ts";
import { configBackupProbes } from "./config-backup.ts";
import { dataBackupProbes } from "./data-backup.ts";
import { dataLeakProbes } from "./data-leak.ts";
import { debugProbes } from "./debug.ts";
import { dependencyListProbes } from "./dependency-list.ts";
import { directoryListingProbes } from "./directory-listing.ts";
import { fingerprintProbes } from "./fingerprint.ts";
import { installerProbes } from "./installer.ts";
import { knownVulnerableProbes } from "./known-vulnerable.ts";
import { logsProbes } from "./logs.ts";
import { metadataProbes } from "./metadata.ts";
import { personalDataProbes } from "./personal-data.ts";
import { secretsProbes } from "./secrets.ts";
import { userEnumerationProbes } from "./user-enumeration.ts";
import { versionControlProbes } from "./version-control.ts";

/** When the catalogue was last reviewed, and from what. Shown in the report. */
export const EXPOSURE_CATALOGUE = {
  date: "2026-11-23",
  source: "vendor documentation, published incident reports and own tests against real servers",
} as const;

/** Every probe, harmless families first. */
export const exposureProbes: readonly ExposureProbe[] = [
  ...metadataProbes,
  ...fingerprintProbes,
  ...dependencyListProbes,
  ...apiProbes,
  ...userEnumerationProbes,
  ...adminPanelProbes,
  ...adminToolProbes,
  ...installerProbes,
  ...debugProbes,
  ...knownVulnerableProbes,
  ...directoryListingProbes,
  ...logsProbes,
  ...dataLeakProbes,
  ...personalDataProbes,
  ...dataBackupProbes,
  ...configBackupProbes,
  ...secretsProbes,
  ...versionControlProbes,
];

const BY_ID = new Map(exposureProbes.map((probe) => [probe.id, probe]));

/** The probe of an id; undefined for an id that the catalogue does not know, such as one of a later version. */
export function findExposure(id: string): ExposureProbe | undefined {
  return BY_ID.get(id);
}
