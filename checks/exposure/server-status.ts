import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { DEBUG } from "./debug-probes.ts";
import { exposed } from "./exposed.ts";
import { serverStatusText } from "./server-status.text.ts";

export const serverStatus = defineCheck({
  id: "exposure/server-status",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [200, 497],
    rgpd: ["32"],
    "pci-dss": ["2.2.4"],
    asvs: ["13.4.5"],
    wstg: ["WSTG-CONF-02"],
  },
  ...exposed(
    (probe) => probe.group === "debug" && !DEBUG.has(probe.id) && probe.id !== "debug-node-env",
    serverStatusText,
  ),
});
