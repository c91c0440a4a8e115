import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed, ofGroups } from "./exposed.ts";
import { openInterfacesText } from "./open-interfaces.text.ts";

export const openInterfaces = defineCheck({
  id: "exposure/open-interfaces",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [307, 749],
    rgpd: ["32"],
    "pci-dss": ["2.2.4"],
    asvs: ["13.4.5"],
    wstg: ["WSTG-CONF-05"],
  },
  ...exposed(ofGroups("api"), openInterfacesText),
});
