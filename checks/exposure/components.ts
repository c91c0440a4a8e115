import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { componentsText } from "./components.text.ts";

export const components = defineCheck({
  id: "exposure/components",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [552, 1395],
    rgpd: ["32"],
    "pci-dss": ["6.3.2", "6.3.3"],
    asvs: ["13.4.7", "15.2.1"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(ofGroups("dependency-list", "known-vulnerable"), componentsText),
});
