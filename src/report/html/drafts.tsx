import type { ReactElement } from "react";
import type { Evidence } from "../../core/evidence/evidence.ts";
import { cleanText, type Language } from "../../core/text.ts";
import { CATEGORY_NAMES } from "../../locale/categories.ts";
import { FORM_KIND_NAMES } from "../../locale/form-words.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { LIKELY_PURPOSES, REGISTER_WORDS as R } from "../../locale/register-words.ts";
import { nameOf, say } from "../../locale/say.ts";
import { inventoryScripts, type InventoriedScript } from "../inventory-scripts.ts";
import { processorRoleName } from "../processor-role.ts";
import { draftRegister, type Recipient, type RegisterEntry } from "../register/register.ts";
import { DataTable } from "./table.tsx";

interface DraftProps {
  readonly evidence: Evidence;
  readonly language: Language;
}

/** At most so many rows: the formats of their own hold everything. */
const MOST_ROWS = 200;

/** The draft of the register (RGPD article 30): what each form collects, probably why, and who receives it. */
export function RegisterDraft({ evidence, language }: DraftProps): ReactElement | null {
  const register = draftRegister(evidence);
  if (register === null) return null;
  const word = (name: keyof typeof R): string => say(R[name], language, { date: register.seenAt });
  return (
    <section aria-labelledby="register">
      <h2 id="register">{say(H.register, language)}</h2>
      <p className="note">{word("draft")}</p>
      <p className="small soft">
        {word("complete")} {word("unseen")}
      </p>
      {register.entries.length === 0 ? (
        <p>{word("none")}</p>
      ) : (
        <DataTable
          head={[word("activity"), word("purpose"), word("data"), word("recipients"), word("legalBasis")]}
          rows={register.entries
            .slice(0, MOST_ROWS)
            .map((entry) => [
              nameOf(FORM_KIND_NAMES, entry.form, language),
              nameOf(LIKELY_PURPOSES, entry.form, language),
              dataOf(entry, language),
              recipientsOf(entry.recipients, language),
              <em key="basis">{word("toComplete")}</em>,
            ])}
        />
      )}
    </section>
  );
}

function dataOf(entry: RegisterEntry, language: Language): string {
  return entry.categories.map((category) => nameOf(CATEGORY_NAMES, category, language)).join(", ");
}

function recipientsOf(recipients: readonly Recipient[], language: Language): string {
  if (recipients.length === 0) return say(R.yourself, language);
  return recipients
    .map(({ name, role }) => `${cleanText(name, 80)}${role === null ? "" : ` (${processorRoleName(role, language)})`}`)
    .join(", ");
}

/** The scripts of the payment pages, as PCI DSS 6.4.3 and 11.6.1 ask a merchant to list and to watch them. */
export function PaymentScripts({ evidence, language }: DraftProps): ReactElement | null {
  const inventory = inventoryScripts(evidence);
  if (inventory === null || inventory.scripts.length === 0) return null;
  return (
    <section aria-labelledby="payment-scripts">
      <h2 id="payment-scripts">{say(H.paymentScripts, language)}</h2>
      <DataTable
        head={[H.script, H.company, H.role, H.integrity].map((text) => say(text, language))}
        rows={inventory.scripts
          .slice(0, MOST_ROWS)
          .map((script) => [
            <code key="source">{cleanText(script.source, 300)}</code>,
            cleanText(script.owner, 80),
            script.role === "" ? "" : processorRoleName(script.role, language),
            integrityOf(script, language),
          ])}
      />
    </section>
  );
}

function integrityOf(script: InventoriedScript, language: Language): ReactElement {
  if (script.integrity !== "") return <>{say(H.yes, language)}</>;
  return (
    <>
      {say(H.no, language)}
      {script.sha256 !== "" && (
        <>
          {" "}
          <code className="soft">sha256 {script.sha256.slice(0, 12)}</code>
        </>
      )}
    </>
  );
}
