import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { versionControlText } from "./version-control.text.ts";

export const versionControl = defineCheck({
  id: "exposure/version-control",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [527, 538],
    rgpd: ["32"],
    "pci-dss": ["2.2.4", "8.6.2"],
    asvs: ["13.4.1"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(ofGroups("version-control"), versionControlText),
});
