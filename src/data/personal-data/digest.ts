import { createHash } from "node:crypto";
import { CONSENTS, NEGATIONS, NO_WORDS, YES_WORDS } from "./consent.ts";
import { PLATFORM_NAMES } from "./platforms.ts";
import { CATEGORIES, PERSONAL_DATA_DATE } from "./table.ts";
import { TRAPS } from "./traps.ts";

/** The tables by which fields are classified, in one SHA-256 (hexadecimal), for the conditions of the evidence. */
export function personalDataDigest(): string {
  const tables = [PERSONAL_DATA_DATE, CATEGORIES, TRAPS, CONSENTS, NEGATIONS, NO_WORDS, YES_WORDS, PLATFORM_NAMES];
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}
