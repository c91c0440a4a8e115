import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { platformFilesText } from "./platform-files.text.ts";

export const platformFiles = defineCheck({
  id: "exposure/platform-files",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [538, 552],
    rgpd: ["32"],
    "pci-dss": ["2.2.4"],
    asvs: ["13.4.7"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(ofGroups("data-leak"), platformFilesText),
});
