import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { metadataText } from "./metadata.text.ts";

export const metadata = defineCheck({
  id: "exposure/metadata",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [538],
    rgpd: ["32"],
    "pci-dss": ["2.2.4"],
    asvs: ["13.4.7"],
    wstg: ["WSTG-CONF-04", "WSTG-INFO-03"],
  },
  ...exposed(ofGroups("metadata"), metadataText),
});
