/** What a value in a page may be. */
export type PersonalValueKind = "email" | "phone" | "iban" | "card" | "national_id";

/** A value that looks personal. The value itself is never handed out: only where it stands and a mask of it. */
export interface PersonalValue {
  readonly kind: PersonalValueKind;
  readonly masked: string;
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
}

export interface PersonalValueLimits {
  /** UTF-16 units of the text that are read. */
  readonly characters: number;
  readonly values: number;
}

const LIMITS: PersonalValueLimits = { characters: 5_000_000, values: 500 };

/**
 * Finds e-mail addresses, phone numbers, IBANs, card numbers and French social security numbers in a text, in order.
 * Numbers count only when their own check digits agree (ISO 7064 mod 97, Luhn, the key of the NIR). Linear in the text.
 * The merchant's own addresses are the caller's to leave out: this does not know who the merchant is.
 */
export function findPersonalValues(text: string, limits: PersonalValueLimits = LIMITS): readonly PersonalValue[] {
  const read = text.length > limits.characters ? text.slice(0, limits.characters) : text;
  const found = [...emails(read, limits.values), ...numbers(read, limits.values)];
  const kept: PersonalValue[] = [];
  let end = 0;
  for (const value of found.toSorted((one, other) => one.offset - other.offset || other.length - one.length)) {
    if (value.offset < end || kept.length >= limits.values) continue;
    kept.push(value);
    end = value.offset + value.length;
  }
  return kept;
}

/** The text with every such value replaced by its mask. */
export function maskPersonalValues(text: string): string {
  if (!/[@\d]/.test(text)) return text;
  let masked = "";
  let end = 0;
  for (const value of findPersonalValues(text)) {
    masked += text.slice(end, value.offset) + value.masked;
    end = value.offset + value.length;
  }
  return masked + text.slice(end);
}

const LOCAL = /[A-Za-z0-9._%+-]/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Names of things that have the shape of an address: image files for dense screens, package versions, error trackers. */
const THING = /\.(?:png|jpe?g|gif|svg|webp|avif|css|m?js|json|map|html?|woff2?)$|@(?:.*\.)?sentry\./i;

/** Addresses that documentation and placeholders use: nobody's. */
const EXAMPLE =
  /@(?:.*\.)?(?:example(?:\.[a-z]{2,3})?|invalid|localhost)$|@(?:domain|domaine|email|exemple)\.(?:com|fr|tld)$|^(?:your|you|name|user|votre|vous|nom|john\.?doe|jane\.?doe|prenom\.?nom)@/i;

/** Walks from one @ to the next and out from each, so that a text of nothing but letters costs one pass. */
function emails(text: string, most: number): PersonalValue[] {
  const found: PersonalValue[] = [];
  for (let at = text.indexOf("@"); at >= 0 && found.length < most; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    while (start < at && !/[A-Za-z0-9]/.test(text.charAt(start))) start += 1;
    const host = /^[A-Za-z0-9.-]{3,253}/.exec(text.slice(at + 1, at + 255))?.[0].replace(/[.-]+$/, "") ?? "";
    const labels = host.split(".");
    const ending = labels.at(-1) ?? "";
    if (start === at || labels.length < 2 || !/^[a-z]{2,18}$/i.test(ending)) continue;
    if (!labels.every((label) => DOMAIN.test(label))) continue;
    const email = text.slice(start, at + 1 + host.length);
    if (THING.test(email) || EXAMPLE.test(email)) continue;
    found.push({ kind: "email", masked: `${email.charAt(0)}…@….${ending}`, offset: start, length: email.length });
  }
  return found;
}

/** Something that starts as an IBAN does; a word in capitals before it is not part of it. Bounded repetition. */
const IBAN_RUN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00A0\u202F-]?[A-Z0-9]){11,30}/g;

/** Runs of digits with single separators: cards, phones and the NIR (whose place may be 2A or 2B). Bounded repetition. */
const DIGIT_RUN = /(?<![A-Za-z0-9_.#&/=-])\+?\d(?:[ .()\u00A0\u202F-]{0,2}[\dAB]){8,22}(?![A-Za-z0-9_])/g;

function numbers(text: string, most: number): PersonalValue[] {
  const found: PersonalValue[] = [];
  for (const match of text.matchAll(IBAN_RUN)) {
    const value = found.length < most ? iban(match[0]) : null;
    if (value !== null) found.push({ ...value, offset: match.index });
  }
  for (const match of text.matchAll(DIGIT_RUN)) {
    if (found.length >= most) break;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const value = nationalId(match[0]) ?? card(match[0], before) ?? phone(match[0], before);
    if (value !== null) found.push({ ...value, offset: match.index });
  }
  return found;
}

type Shape = Pick<PersonalValue, "kind" | "masked" | "length"> | null;

/** Lengths of the IBANs of the SEPA countries: ISO 13616 registry, release 99. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  [
    "AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27",
    "LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22",
  ]
    .join(" ")
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

function iban(run: string): Shape {
  const length = /^[A-Z]{2}\d{2}/.test(run) ? IBAN_LENGTHS.get(run.slice(0, 2)) : undefined;
  if (length === undefined) return null;
  const taken = take(run, length);
  if (taken === null || !passesMod97(taken.bare)) return null;
  return { kind: "iban", masked: `${taken.bare.slice(0, 2)}… (${String(length)})`, length: taken.length };
}

/** The first `count` letters and digits of a run, and how much of the run they take. */
function take(run: string, count: number): { readonly bare: string; readonly length: number } | null {
  let bare = "";
  for (let index = 0; index < run.length; index += 1) {
    const letter = run.charAt(index);
    if (/[A-Z0-9]/.test(letter)) bare += letter;
    if (bare.length === count) return { bare, length: index + 1 };
  }
  return null;
}

function passesMod97(ibanText: string): boolean {
  const turned = ibanText.slice(4) + ibanText.slice(0, 4);
  let rest = 0;
  for (const letter of turned) {
    const value = Number.parseInt(letter, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

/** The French NIR: sex, year, month, place, order and the key 97 − (number mod 97); Corsica counts as 19 and 18. */
function nationalId(run: string): Shape {
  const bare = run.replaceAll(/[^A-Z0-9]/g, "");
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(bare)) return null;
  const digits = bare.replace("2A", "19").replace("2B", "18");
  const key = 97 - Number(BigInt(digits.slice(0, 13)) % 97n);
  return key === Number(digits.slice(13))
    ? { kind: "national_id", masked: `${bare.charAt(0)}… (15)`, length: run.length }
    : null;
}

const CARD_START = /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|5)|3(?:0[0-5]|[68]))/;
const CARD_KEY = /(?:card|carte|pan|cc[-_ ]?n|cb)[^A-Za-z0-9]{0,12}[a-z]{0,10}[^A-Za-z0-9]{0,6}$/i;

/**
 * A card number: Luhn, a network's first digits, and either written in groups or named as a card. One in ten long ids passes
 * Luhn, so digits alone in a script are no card.
 */
function card(run: string, before: string): Shape {
  if (!/^[\d -]+$/.test(run)) return null;
  const digits = run.replaceAll(/\D/g, "");
  const grouped = /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ -])\d{6}\2\d{4,5}$/.test(run);
  if (digits.length < 13 || digits.length > 19 || !CARD_START.test(digits)) return null;
  if (!(grouped || CARD_KEY.test(before)) || !passesLuhn(digits)) return null;
  return { kind: "card", masked: `…${digits.slice(-4)} (${String(digits.length)})`, length: run.length };
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const PHONE_KEY =
  /(?:tel|phone|mobile|portable|gsm|handy|movil|cellulare)[^A-Za-z0-9]{0,6}[a-z]{0,10}[^A-Za-z0-9]{0,6}$/i;

/** A French number in pairs, an international one after +, or ten digits that are named as a phone. */
function phone(run: string, before: string): Shape {
  const digits = run.replaceAll(/\D/g, "");
  const paired = /^0[1-9](?:[ .\u00A0\u202F-]\d{2}){4}$/.test(run);
  const international = /^\+[1-9][\d ().\u00A0\u202F-]+$/.test(run) && digits.length >= 9 && digits.length <= 15;
  const named = /^0[1-9]\d{8}$/.test(run) && PHONE_KEY.test(before);
  if (!paired && !international && !named) return null;
  return {
    kind: "phone",
    masked: `${run.startsWith("+") ? "+" : ""}…${digits.slice(-2)} (${String(digits.length)})`,
    length: run.length,
  };
}
