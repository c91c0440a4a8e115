import { PROCESSOR_ROLES } from "../data/processors/roles.ts";
import type { Language, LocalText } from "../core/text.ts";
import { nameOf } from "../locale/say.ts";

/** The roles of third parties, in the merchant's words. */
export const PROCESSOR_ROLE_NAMES: Readonly<Record<string, LocalText>> = Object.fromEntries(
  Object.entries(PROCESSOR_ROLES).map(([id, { name }]) => [id, name]),
);

/** What a company does with the data that it receives, in the merchant's words. */
export function processorRoleName(role: string, language: Language): string {
  return nameOf(PROCESSOR_ROLE_NAMES, role, language);
}
