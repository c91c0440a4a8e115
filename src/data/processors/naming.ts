import { PROCESSORS, type Processor } from "./processors.ts";

/** Words that the owner of several services shares: a policy that says "Google" names them all, and proves none of them. */
const OWNERS = new Set([
  "google",
  "microsoft",
  "meta",
  "facebook",
  "amazon",
  "apple",
  "adobe",
  "cloudflare",
  "paypal",
  "twilio",
  "sap",
]);

/** The words by which a text may name a third party: lower case, without accents, signs as spaces. */
export function namesOf(processor: Processor): readonly string[] {
  const own = processor.name
    .split(/[()/,]| ex /)
    .map(plain)
    .filter((name) => name.length > 1);
  return [...new Set([plain(processor.name), ...own, ...(processor.aliases ?? [])])];
}

/** Names that stand for this third party and for nobody else in the table. */
export function ownNamesOf(processor: Processor): readonly string[] {
  return namesOf(processor).filter((name) => name.length > 3 && !OWNERS.has(name) && (bearers().get(name) ?? 0) < 2);
}

let counted: ReadonlyMap<string, number> | null = null;

/** How many entries bear a name: "brevo" sends e-mails and offers a chat. Counted once, when first asked. */
function bearers(): ReadonlyMap<string, number> {
  if (counted !== null) return counted;
  const counts = new Map<string, number>();
  for (const processor of PROCESSORS)
    for (const name of namesOf(processor)) counts.set(name, (counts.get(name) ?? 0) + 1);
  counted = counts;
  return counts;
}

/** Whether a prepared text (see `policyText`) holds one of the names as whole words. */
export function isNamedIn(text: string, names: readonly string[]): boolean {
  const padded = ` ${text} `;
  return names.some((name) => padded.includes(` ${name} `));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
