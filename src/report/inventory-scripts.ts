import type { Evidence } from "../core/evidence/evidence.ts";
import type { Page } from "../core/evidence/pages.ts";
import { cleanText } from "../core/text.ts";
import { csvLines } from "./cells.ts";

/** One script of a payment page, as PCI DSS 4.0.1 (6.4.3) asks a merchant to list it; the justification is his to write. */
export interface InventoriedScript {
  readonly page: string;
  /** Address without query, or `inline`. */
  readonly source: string;
  readonly owner: string;
  readonly role: string;
  /** SHA-256 of the text as served; empty where it could not be read. */
  readonly sha256: string;
  readonly bytes: number | null;
  readonly integrity: string;
  readonly nonce: boolean;
  readonly heldBack: boolean;
}

/** The security headers of a payment page, which 11.6.1 asks to watch beside its scripts. */
export interface InventoriedHeaders {
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ScriptInventory {
  readonly schema: "vigie.scripts/1";
  readonly site: string;
  readonly seenAt: string;
  readonly scripts: readonly InventoriedScript[];
  readonly headers: readonly InventoriedHeaders[];
}

const WATCHED_HEADERS = [
  "content-security-policy",
  "content-security-policy-report-only",
  "strict-transport-security",
  "x-frame-options",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
];

/** The scripts and security headers of the payment pages; null when the pages were not collected. Sorted, so that two runs compare. */
export function inventoryScripts(evidence: Evidence): ScriptInventory | null {
  const section = evidence.sections.pages;
  if (section.state !== "collected") return null;
  const payment = section.value.pages.filter(isPaymentPage);
  return {
    schema: "vigie.scripts/1",
    site: evidence.target.id,
    seenAt: evidence.finishedAt,
    scripts: payment
      .flatMap((page) => page.scripts.map((script) => entryOf(page, script)))
      .toSorted((a, b) => compare(a.page, b.page) || compare(a.source, b.source) || compare(a.sha256, b.sha256)),
    headers: payment.map(({ url, headers }) => ({
      page: url,
      headers: Object.fromEntries(
        WATCHED_HEADERS.flatMap((name) => {
          const values = headers.filter(([field]) => field === name).map(([, value]) => value ?? "");
          return values.length === 0 ? [] : [[name, values.join(", ")]];
        }),
      ),
    })),
  };
}

/** The inventory as JSON. */
export function renderInventoryJson(inventory: ScriptInventory): string {
  return `${JSON.stringify(inventory, null, 2)}\n`;
}

/** The inventory as CSV, one line a script, with an empty column for the justification that only the merchant can give. */
export function renderInventoryCsv(inventory: ScriptInventory): string {
  const header = [
    "page",
    "source",
    "owner",
    "role",
    "sha256",
    "bytes",
    "integrity",
    "nonce",
    "held_back",
    "justification",
  ];
  const rows = inventory.scripts.map((script) =>
    [
      script.page,
      script.source,
      script.owner,
      script.role,
      script.sha256,
      script.bytes === null ? "" : String(script.bytes),
      script.integrity,
      script.nonce ? "yes" : "no",
      script.heldBack ? "yes" : "no",
      "",
    ].map((text) => cleanText(text, 2_000)),
  );
  return csvLines(header, rows);
}

function isPaymentPage({ role, forms }: Page): boolean {
  const money = (category: string | null): boolean =>
    category?.startsWith("payment.") === true || category?.startsWith("bank.") === true;
  return role === "checkout" || forms.some(({ fields }) => fields.some(({ category }) => money(category)));
}

function entryOf(page: Page, script: Page["scripts"][number]): InventoriedScript {
  const host = script.src === null ? null : (URL.parse(script.src)?.hostname ?? null);
  return {
    page: page.url,
    source: script.src ?? "inline",
    owner: script.processor ?? host ?? URL.parse(page.url)?.hostname ?? "",
    role: script.role ?? "",
    sha256: script.sha256 ?? "",
    bytes: script.bytes,
    integrity: script.integrity ?? "",
    nonce: script.nonce,
    heldBack: script.neutralised,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
