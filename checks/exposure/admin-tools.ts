import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { adminToolsText } from "./admin-tools.text.ts";

export const adminTools = defineCheck({
  id: "exposure/admin-tools",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [284, 749],
    rgpd: ["32"],
    "pci-dss": ["1.4.4", "2.2.4"],
    asvs: ["13.4.5"],
    wstg: ["WSTG-CONF-05"],
  },
  ...exposed(ofGroups("admin-tool"), adminToolsText),
});
