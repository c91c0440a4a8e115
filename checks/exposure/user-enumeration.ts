import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { userEnumerationText } from "./user-enumeration.text.ts";

export const userEnumeration = defineCheck({
  id: "exposure/user-enumeration",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [203, 204],
    rgpd: ["32"],
    "pci-dss": ["8.3.4"],
    asvs: ["6.3.8"],
    wstg: ["WSTG-IDNT-04"],
  },
  ...exposed(ofGroups("user-enumeration"), userEnumerationText),
});
