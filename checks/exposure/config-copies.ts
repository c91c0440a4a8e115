import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { configCopiesText } from "./config-copies.text.ts";

export const configCopies = defineCheck({
  id: "exposure/config-copies",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [530, 552],
    rgpd: ["32", "33"],
    "pci-dss": ["8.3.2", "8.6.2"],
    asvs: ["13.3.1", "13.4.7"],
    wstg: ["WSTG-CONF-03", "WSTG-CONF-04"],
  },
  ...exposed(ofGroups("config-backup"), configCopiesText),
});
