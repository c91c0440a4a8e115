import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { customerDataText } from "./customer-data.text.ts";

export const customerData = defineCheck({
  id: "exposure/customer-data",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [359, 552],
    rgpd: ["5", "32", "33", "34"],
    "pci-dss": ["3.5.1"],
    asvs: ["13.4.3", "14.2.4"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(ofGroups("personal-data"), customerDataText),
});
