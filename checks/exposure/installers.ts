import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { installersText } from "./installers.text.ts";

export const installers = defineCheck({
  id: "exposure/installers",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [459, 489],
    rgpd: ["32"],
    "pci-dss": ["2.2.4", "6.5.6"],
    asvs: ["13.4.2"],
    wstg: ["WSTG-CONF-02", "WSTG-CONF-04"],
  },
  ...exposed(ofGroups("installer"), installersText),
});
