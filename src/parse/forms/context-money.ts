import type { Field, Form } from "../../core/evidence/pages.ts";
import type { Verdict } from "./classify-field.ts";
import { context, isTextual, nothing } from "./context-rule.ts";
import { normaliseText } from "./normalise.ts";
import { ownWords } from "./signals.ts";

const PART =
  /(?<![a-z])(?:day|month|year|jour|mois|annee|tag|monat|jahr|dia|mes|ano|giorno|mese|anno|dag|maand|jaar|dd|mm|yy|yyyy|jj|aa|aaaa|tt|gg)(?![a-z])/;

/** Day, month and year beside a birth date are parts of it; month and year beside a card number are its expiry. */
export function dateParts(form: Form, verdicts: Verdict[]): void {
  const parts = form.fields.map((field) => PART.test(ownWords(field)) || looksLikeDatePart(field));
  const hasCard = verdicts.some(
    (verdict) => verdict.category === "payment.card_number" || verdict.category === "payment.card_csc",
  );
  for (const [index, field] of form.fields.entries()) {
    if (parts[index] !== true || !(isTextual(field) || field.tag === "select") || verdicts[index]?.category !== null)
      continue;
    const neighbour = [index - 1, index + 1, index - 2, index + 2]
      .map((other) => verdicts[other]?.category)
      .find((category) => category === "identity.birth_date" || category === "payment.card_expiry");
    if (neighbour !== undefined && neighbour !== null) verdicts[index] = context(neighbour, "part of a date");
    else if (hasCard && runLength(parts, index) === 2)
      verdicts[index] = context("payment.card_expiry", "month and year beside a card");
    else if (!hasCard && runLength(parts, index) === 3)
      verdicts[index] = context("identity.birth_date", "day, month and year");
  }
}

/** The options of a month or of a day: 01, 02, 03 … */
function looksLikeDatePart(field: Field): boolean {
  if (field.options === undefined || field.options.length < 2 || field.name === null) return false;
  const options = field.options.filter((option) => /^\d{1,4}$/.test(option));
  return (
    options.length >= 2 &&
    options.length >= field.options.length - 1 &&
    /^(?:0?1|\d{4})$/.test(options[0] ?? "") &&
    !/qty|quant/i.test(field.name)
  );
}

function runLength(flags: readonly boolean[], index: number): number {
  let start = index;
  let end = index;
  // A run longer than a date is no date, however long it is.
  while (flags[start - 1] === true && index - start < 4) start -= 1;
  while (flags[end + 1] === true && end - index < 4) end += 1;
  return end - start + 1;
}

const CARD_WORD = /(?<![a-z])(?:card|cc|carte|cb|karte|tarjeta|carta|kaart|cartao|cvv|cvc)/;

const LONE_HINTS = new Set(["payment.card_expiry", "payment.card_holder"]);

/** An expiry date or a holder is a card's only where a card is spoken of: a passport expires as well. */
export function loneCardWords(form: Form, verdicts: Verdict[]): void {
  const hasCard = verdicts.some(
    (verdict) => verdict.category === "payment.card_number" || verdict.category === "payment.card_csc",
  );
  // A field alone has no neighbours that could contradict it.
  if (hasCard || form.fields.length === 1) return;
  const formSpeaks = CARD_WORD.test(normaliseText(`${form.heading ?? ""} ${form.words ?? ""} ${form.action ?? ""}`));
  for (const [index, verdict] of [...verdicts].entries()) {
    if (verdict.category === null || !LONE_HINTS.has(verdict.category) || verdict.signal === "autocomplete") continue;
    const field = form.fields[index];
    if (formSpeaks || field === undefined || CARD_WORD.test(ownWords(field))) continue;
    // The number may be in a payment provider's frame: month and year side by side are a card's.
    const paired = [index - 1, index + 1].some((other) => verdicts[other]?.category === "payment.card_expiry");
    const explicit = /^mm/i.test(field.attributes["placeholder"] ?? "") || paired;
    if (verdict.category === "payment.card_expiry" && explicit) continue;
    // A holder without a card is still a person's name.
    verdicts[index] =
      verdict.category === "payment.card_holder" ? { ...verdict, category: "identity.full_name" } : nothing();
  }
}

const SENT =
  /(?<![a-z])(?:sent|verif|authent|2fa|mfa|two ?(?:factor|step)|otp|sms|log ?in|sign ?in|envoye|connexion|recu|e ?mail|phone|gesendet|enviado|inviato)/;

/** A "security code" without a card, in a form that speaks of a login or of a message, is one that was sent. */
export function securityCodeWithoutCard(form: Form, verdicts: Verdict[]): void {
  if (
    verdicts.some(
      (verdict) => verdict.category !== null && /^payment\.card_(?:number|expiry|holder)$/.test(verdict.category),
    )
  )
    return;
  const speaksOfSending =
    SENT.test(normaliseText(`${form.heading ?? ""} ${form.words ?? ""} ${form.action ?? ""}`)) ||
    SENT.test(normaliseText(form.text));
  for (const [index, verdict] of verdicts.entries()) {
    const generic =
      verdict.category === "payment.card_csc" &&
      /(?<!card )(?:security|securite|seguridad|sicurezza|seguranca|sicherheits)/.test(verdict.matched ?? "");
    const field = form.fields[index];
    if (generic && speaksOfSending && field !== undefined && !CARD_WORD.test(ownWords(field)))
      verdicts[index] = { ...verdict, category: "account.one_time_code" };
  }
}

/** "Account number" is the bank's where other bank fields are, and the shop's elsewhere. */
export function accountNumber(_form: Form, verdicts: Verdict[]): void {
  const bank = verdicts.some((verdict) => verdict.category?.startsWith("bank.") === true);
  if (!bank) return;
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.category === "account.username" && /account ?(?:number|no)/.test(verdict.matched ?? "")) {
      verdicts[index] = { ...verdict, category: "bank.iban" };
    }
  }
}
