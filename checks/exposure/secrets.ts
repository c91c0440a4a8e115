import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed } from "./exposed.ts";
import { secretsText } from "./secrets.text.ts";

export const secrets = defineCheck({
  id: "exposure/secrets",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [312, 538, 552],
    rgpd: ["32", "33"],
    "pci-dss": ["8.3.2", "8.6.2"],
    asvs: ["13.3.1", "13.4.7"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed((probe) => probe.group === "secrets" || probe.id === "debug-node-env", secretsText),
});
