import type { Field, Sensitivity } from "../../src/core/evidence/pages.ts";

/** How a finding's severity moves by what is at stake. */
export interface Stakes {
  readonly shift: number;
  readonly shiftReason?: string;
}

const NONE: Stakes = { shift: 0 };

/** Sensitivities, most harmful first, with the step and the reason that reports name. */
const STEPS: readonly { readonly sensitivity: Sensitivity; readonly shiftReason: string }[] = [
  { sensitivity: "special", shiftReason: "special-data" },
  { sensitivity: "highly_personal", shiftReason: "bank-data" },
  { sensitivity: "credential", shiftReason: "credentials" },
];

/**
 * Severity by what is collected: one step up for credentials, bank and card data and special categories, one down for a form
 * that only searches, nothing for names, e-mails and phones.
 */
export function stakesOf(fields: readonly Field[], kind: string): Stakes {
  if (kind === "search") return { shift: -1, shiftReason: "search-form" };
  for (const { sensitivity, shiftReason } of STEPS) {
    const found = fields.filter((field) => field.sensitivity === sensitivity);
    if (found.length === 0) continue;
    const bank = found.some(
      ({ category }) => category?.startsWith("bank.") === true || category?.startsWith("payment.") === true,
    );
    return { shift: 1, shiftReason: sensitivity === "highly_personal" && !bank ? "special-data" : shiftReason };
  }
  return NONE;
}

/** Adds a mitigation: one step down, which cancels what is at stake rather than going below the usual severity twice. */
export function mitigated(stakes: Stakes, reason: string | null): Stakes {
  return reason === null ? stakes : { shift: stakes.shift - 1, shiftReason: reason };
}
