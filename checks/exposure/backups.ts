import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed } from "./exposed.ts";
import { backupsText } from "./backups.text.ts";

export const backups = defineCheck({
  id: "exposure/backups",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [530, 552],
    rgpd: ["32", "33"],
    "pci-dss": ["3.5.1"],
    asvs: ["13.4.3", "13.4.7"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(
    (probe) => (probe.group === "data-backup" && !probe.id.startsWith("dump-")) || probe.id === "listing-backup-dirs",
    backupsText,
  ),
});
