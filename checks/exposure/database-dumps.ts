import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed } from "./exposed.ts";
import { databaseDumpsText } from "./database-dumps.text.ts";

export const databaseDumps = defineCheck({
  id: "exposure/database-dumps",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [530, 552],
    rgpd: ["5", "32", "33", "34"],
    "pci-dss": ["3.5.1"],
    asvs: ["13.4.7", "14.2.4"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed((probe) => probe.group === "data-backup" && probe.id.startsWith("dump-"), databaseDumpsText),
});
