import type { Field, Form } from "../../core/evidence/pages.ts";
import { allowed, type Verdict } from "./classify-field.ts";
import { normaliseName, normaliseText } from "./normalise.ts";
import { ownWords } from "./signals.ts";

/** A rule reads the whole form and changes the verdicts that only the form can decide. */
type Rule = (form: Form, verdicts: Verdict[]) => void;

/** Classifies again with the whole form in view: what a lone field cannot tell, its neighbours often do. */
export function applyContext(form: Form, alone: readonly Verdict[]): readonly Verdict[] {
  const verdicts = [...alone];
  for (const rule of RULES) rule(form, verdicts);
  return verdicts;
}

const RULES: readonly Rule[] = [
  codeBoxes,
  repeatedField,
  dateParts,
  loneCardWords,
  securityCodeWithoutCard,
  accountNumber,
  nameParts,
  productMeasures,
  loginIdentifier,
  searchForm,
  countryChooser,
];

/** Four to eight boxes of one character are a one-time code. */
function codeBoxes(form: Form, verdicts: Verdict[]): void {
  const boxes = form.fields.flatMap((field, index) =>
    field.attributes["maxlength"] === "1" && isTextual(field) ? [index] : [],
  );
  if (boxes.length < 4 || boxes.length > 8) return;
  for (const index of boxes)
    verdicts[index] = context("account.one_time_code", `${String(boxes.length)} boxes of one character`);
}

const REPEAT =
  /(?<![a-z])(?:confirm|confirmation|repeat|again|retype|re ?enter|verify|confirmez|confirmer|retapez|repetez|ressaisir|wiederholen|bestatigen|repetir|repita|confirme|ripeti|conferma|herhaal|bevestig)/;

/** "Confirm", "again", « retapez »: the field asks for what the one before it asked. */
function repeatedField(form: Form, verdicts: Verdict[]): void {
  for (const [index, field] of form.fields.entries()) {
    const before = verdicts[index - 1];
    if (
      verdicts[index]?.category !== null ||
      verdicts[index]?.trap !== null ||
      before?.category === null ||
      before === undefined
    )
      continue;
    if (!isTextual(field) || !allowed(field, before.category ?? "")) continue;
    const text = ownWords(field);
    const match = REPEAT.exec(text);
    if (match !== null) verdicts[index] = context(before.category, match[0]);
  }
}

const PART =
  /(?<![a-z])(?:day|month|year|jour|mois|annee|tag|monat|jahr|dia|mes|ano|giorno|mese|anno|dag|maand|jaar|dd|mm|yy|yyyy|jj|aa|aaaa|tt|gg)(?![a-z])/;

/** Day, month and year beside a birth date are parts of it; month and year beside a card number are its expiry. */
function dateParts(form: Form, verdicts: Verdict[]): void {
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
function loneCardWords(form: Form, verdicts: Verdict[]): void {
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
function securityCodeWithoutCard(form: Form, verdicts: Verdict[]): void {
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
function accountNumber(_form: Form, verdicts: Verdict[]): void {
  const bank = verdicts.some((verdict) => verdict.category?.startsWith("bank.") === true);
  if (!bank) return;
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.category === "account.username" && /account ?(?:number|no)/.test(verdict.matched ?? "")) {
      verdicts[index] = { ...verdict, category: "bank.iban" };
    }
  }
}

/** « Nom », "Name", "nombre" alone: the family name beside a first name, the first name beside a family name. */
function nameParts(form: Form, verdicts: Verdict[]): void {
  const given = verdicts.findIndex((verdict) => verdict.category === "identity.given_name");
  const family = verdicts.findIndex((verdict) => verdict.category === "identity.family_name");
  for (const [index, verdict] of verdicts.entries()) {
    if (
      verdict.category === "identity.full_name" &&
      /^(?:name|nom|votre nom|nombre|nome|naam)$/.test(verdict.matched ?? "")
    ) {
      if ((given >= 0 && near(given, index)) || (form.fields.length === 1 && verdict.matched === "nom"))
        verdicts[index] = { ...verdict, category: "identity.family_name" };
      else if (family >= 0 && near(family, index)) verdicts[index] = { ...verdict, category: "identity.given_name" };
    }
    if (verdict.category === "identity.given_name" && /^(?:nombre|nome)$/.test(verdict.matched ?? "") && family < 0) {
      verdicts[index] = { ...verdict, category: "identity.full_name" };
    }
    if (
      verdict.category === "identity.family_name" &&
      verdict.matched === "nom" &&
      given < 0 &&
      form.fields.length > 1
    ) {
      verdicts[index] = { ...verdict, category: "identity.full_name" };
    }
  }
}

const MEASURE = /(?:weight|height|poids|gewicht|grosse|peso|altura|altezza|lengte|taille)/;
const DIMENSION =
  /(?<![a-z])(?:width|depth|length|quantity|qty|largeur|longueur|profondeur|epaisseur|quantite|breite|lange|tiefe|menge|ancho|largo|larghezza|profondita|breedte|diepte|aantal|largura|comprimento|colis|parcel|paket)(?![a-z])/;

/** Weight and height beside a width or a quantity are the product's. */
function productMeasures(form: Form, verdicts: Verdict[]): void {
  const measured = verdicts.flatMap((verdict, index) =>
    verdict.category === "special.health" && MEASURE.test(verdict.matched ?? "") ? [index] : [],
  );
  if (measured.length === 0) return;
  const ofProduct = form.fields.some((field, index) => !measured.includes(index) && DIMENSION.test(ownWords(field)));
  for (const index of measured) {
    if (ofProduct)
      verdicts[index] = { category: null, signal: "context", matched: "product measure", trap: "product_size" };
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 3;
}

const IDENTIFIES = /^(?:account\.username|contact\.|gov\.national_id|relation\.loyalty)/;

/** In front of the only password, the one text field that no word explains is the login; so is "something ID". */
function loginIdentifier(form: Form, verdicts: Verdict[]): void {
  const password = verdicts.findIndex((verdict) => verdict.category === "account.password");
  if (password < 0) return;
  const texts = form.fields.flatMap((field, index) =>
    isTextual(field) && verdicts[index]?.trap === null ? [{ field, index }] : [],
  );
  for (const { field, index } of texts) {
    const verdict = verdicts[index];
    // "UID" is a VAT number in Austria and a login beside a password.
    const isUid = verdict?.category === "business.vat" && verdict.matched === "uid";
    const endsInId = verdict?.category === null && endings(field).some((text) => /(?:^| )id$/.test(text));
    if (isUid || endsInId) verdicts[index] = context("account.username", isUid ? "uid" : "id");
  }
  const passwords = texts.filter(({ index }) => verdicts[index]?.category === "account.password");
  if (passwords.length !== 1 || texts.length > 4) return;
  if (texts.some(({ index }) => IDENTIFIES.test(verdicts[index]?.category ?? ""))) return;
  const before = texts.filter(({ index }) => index < password && verdicts[index]?.category === null);
  const last = before.at(-1);
  if (last !== undefined) verdicts[last.index] = context("account.username", "the field before the password");
}

function endings(field: Field): readonly string[] {
  return [
    normaliseText(field.label ?? ""),
    normaliseText(field.attributes["placeholder"] ?? ""),
    normaliseName(field.name ?? ""),
  ];
}

/** A form that asks by GET for one text, at an address that searches, is a search. */
function searchForm(form: Form, verdicts: Verdict[]): void {
  const texts = form.fields.flatMap((field, index) => (isTextual(field) ? [index] : []));
  const only = texts[0];
  if (only === undefined || texts.length !== 1 || form.method === "post") return;
  const marked = form.fields[only]?.marks?.includes("search") === true;
  const searches = /[/?=&.](?:search|recherche|catalogsearch|suche|buscar|busca|cerca|zoeken|pesquisa)/i.test(
    form.action ?? "",
  );
  const signal = verdicts[only]?.signal ?? null;
  const strong = marked ? /^(?:type|autocomplete|platform|label)$/ : /^(?!hint|type-tel)/;
  const weak = verdicts[only]?.category === null || signal === null || !strong.test(signal);
  if ((marked || searches) && weak)
    verdicts[only] = { category: null, signal: "context", matched: "search form", trap: "search_box" };
}

const CHOOSER = /locali[sz]|country|currenc|region|shipping|language|store|devise|pays|market/i;

/** A country chosen where nothing else is asked, in the page's frame or by a form named so, is the shop's display. */
function countryChooser(form: Form, verdicts: Verdict[]): void {
  const others = form.fields.some((field, index) => {
    const category = verdicts[index]?.category ?? null;
    return (
      (category !== null && category !== "address.country") || (isTextual(field) && verdicts[index]?.trap === null)
    );
  });
  if (others) return;
  const named = CHOOSER.test(`${form.words ?? ""} ${form.actionRaw ?? ""} ${form.hiddenNames.join(" ")}`);
  for (const [index, field] of form.fields.entries()) {
    if (verdicts[index]?.category !== "address.country" || field.tag !== "select") continue;
    const priced = (field.options ?? []).some((option) => /[€$£¥]|\b[A-Z]{3}\b/.test(option));
    if (named || priced || field.marks?.includes("page-frame") === true || form.method === "none") {
      verdicts[index] = { category: null, signal: "context", matched: "country alone", trap: "ship_to_country" };
    }
  }
}

const TEXTUAL = new Set(["text", "email", "tel", "password", "number", "url", "search"]);

function isTextual(field: Field): boolean {
  return TEXTUAL.has(field.type);
}

function context(category: string | null, matched: string): Verdict {
  return { category, signal: "context", matched, trap: null };
}

function nothing(): Verdict {
  return { category: null, signal: null, matched: null, trap: null };
}
