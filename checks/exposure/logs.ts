import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed } from "./exposed.ts";
import { logsText } from "./logs.text.ts";

export const logs = defineCheck({
  id: "exposure/logs",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [532, 538],
    rgpd: ["32", "33"],
    "pci-dss": ["10.3.1", "3.5.1"],
    asvs: ["13.4.7", "16.4.2"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed((probe) => probe.group === "logs", logsText),
});
