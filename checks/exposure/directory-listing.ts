import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { exposed } from "./exposed.ts";
import { directoryListingText } from "./directory-listing.text.ts";

export const directoryListing = defineCheck({
  id: "exposure/directory-listing",
  needs: ["paths"],
  settings: z.strictObject({}),
  references: {
    cwe: [548],
    rgpd: ["32"],
    "pci-dss": ["6.2.4"],
    asvs: ["13.4.3"],
    wstg: ["WSTG-CONF-04"],
  },
  ...exposed(
    (probe) => probe.group === "directory-listing" && probe.id !== "listing-backup-dirs",
    directoryListingText,
  ),
});
