import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { adminPanelsText } from "./admin-panels.text.ts";

export const adminPanels = defineCheck({
  id: "exposure/admin-panels",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [284, 307],
    rgpd: ["32"],
    "pci-dss": ["2.2.7", "8.4.2"],
    asvs: ["6.3.1", "13.4.5"],
    wstg: ["WSTG-CONF-05"],
  },
  ...exposed(ofGroups("admin-panel"), adminPanelsText),
});
