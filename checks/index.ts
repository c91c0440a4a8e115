import type { Catalogue } from "../src/core/check.ts";

/** The catalogue: every check, in report order, written out by hand. A new check adds one import and one line. */
export const catalogue: Catalogue = [];
