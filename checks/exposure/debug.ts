import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { DEBUG } from "./debug-probes.ts";
import { exposed } from "./exposed.ts";
import { debugText } from "./debug.text.ts";

export const debug = defineCheck({
  id: "exposure/debug",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [215, 489],
    rgpd: ["32"],
    "pci-dss": ["6.2.4", "6.5.6"],
    asvs: ["13.4.2"],
    wstg: ["WSTG-CONF-02", "WSTG-ERRH-01"],
  },
  ...exposed((probe) => DEBUG.has(probe.id), debugText),
});
