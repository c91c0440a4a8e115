import type { Field } from "../../core/evidence/pages.ts";
import type { Category } from "../../data/personal-data/category.ts";
import { PLATFORM_NAMES } from "../../data/personal-data/platforms.ts";
import { categoryOf } from "../../data/personal-data/table.ts";
import { autocompleteCategory } from "./autocomplete.ts";
import { choiceCategory } from "./choices.ts";
import { honeypotSign } from "./honeypot.ts";
import { categoriesIn, protectsFrom, trapsIn, type Match, type TextKind } from "./matcher.ts";
import { isKeypad, shapeCategory } from "./shapes.ts";
import { signalTexts, type Signal, type SignalText } from "./signals.ts";
import type { Trap } from "../../data/personal-data/traps.ts";

/** Words that a voucher has in common with a card and with a code: its own words anywhere on the field settle it. */
const VOUCHER_LIKE = new Set([
  "account.one_time_code",
  "payment.card_number",
  "payment.card_csc",
  "payment.card_holder",
]);

/** A box speaks of a person only in the first or the second: "Health and beauty" is a shelf, "I have an allergy" is not. */
const PERSONAL_PRONOUN =
  /(?<![a-z])(?:je|j|mon|ma|mes|vous|votre|vos|i|my|you|your|ich|mein|meine|sie|ihre?|yo|mi|tengo|su|tu|io|mio|mia|ho|ik|mijn|uw|eu|meu|minha|tenho)(?![a-z])/;

/** What one field asks for, before the rest of the form is looked at. */
export interface Verdict {
  readonly category: string | null;
  readonly signal: Signal | null;
  readonly matched: string | null;
  readonly trap: string | null;
}

const NOTHING: Verdict = { category: null, signal: null, matched: null, trap: null };

/** Longest matched text kept as evidence. */
const MAXIMUM_MATCHED = 80;

/** Classifies one field from its own attributes and texts, strongest signal first. */
export function classifyField(field: Field): Verdict {
  const honeypot = honeypotSign(field);
  if (honeypot !== null) return trapped("honeypot", honeypot.signal, honeypot.text);
  if (field.type === "search") return trapped("search_box", "type", "search");
  const texts = signalTexts(field);
  const byAutocomplete = autocompleteCategory(field.autocomplete, field.type);
  const isLogin = byAutocomplete?.category === "account.username";
  if (byAutocomplete !== null && !isLogin && !byAutocomplete.weak && allowed(field, byAutocomplete.category)) {
    return found(byAutocomplete.category, "autocomplete", byAutocomplete.token);
  }
  const byType = strictType(field, texts);
  if (byType !== null) return byType;
  const byPlatform = platformName(field);
  if (byPlatform !== null) return byPlatform;
  const byWords = wordsOf(field, texts);
  // The token says that the field names an account; an e-mail or a phone number often does.
  if (isLogin && (byWords === null || byWords.category?.startsWith("contact.") !== true)) {
    return found("account.username", "autocomplete", byAutocomplete.token);
  }
  if (byWords !== null) return byWords;
  if (byAutocomplete !== null) return found(byAutocomplete.category, "autocomplete", byAutocomplete.token);
  const choice = choiceCategory(field);
  if (choice !== null) return found(choice.category, "options", choice.text);
  const shape = shapeCategory(field);
  if (shape !== null && allowed(field, shape.category)) return found(shape.category, "shape", shape.text);
  if (field.tag === "textarea") return found("content.free_text", "type", "textarea");
  if (field.type === "file") return found("content.file", "type", "file");
  if (field.type === "tel" && !isKeypad(field)) return found("contact.phone", "type-tel", "tel");
  return NOTHING;
}

/** What a masked field may be instead of a password: shops mask codes, card and identity numbers too. */
const MASKED =
  /^(?:payment\.card_(?:csc|number)|account\.(?:one_time_code|security_question)|gov\.national_id|bank\.iban)$/;

function strictType(field: Field, texts: readonly SignalText[]): Verdict | null {
  if (field.type === "email") return found("contact.email", "type", "email");
  if (field.type !== "password") return null;
  const words = wordsOf(field, texts);
  if (words?.trap === "coupon") return words;
  if (words !== null && words.category !== null && MASKED.test(words.category)) return words;
  return found("account.password", "type", "password");
}

function platformName(field: Field): Verdict | null {
  const name = field.name ?? "";
  const known = Object.hasOwn(PLATFORM_NAMES, name) ? PLATFORM_NAMES[name] : undefined;
  if (known === undefined) return null;
  if (known.startsWith("trap.")) return trapped(known.slice("trap.".length), "platform", name);
  return allowed(field, known) ? found(known, "platform", name) : null;
}

/** Walks the texts; a trap at the same or a stronger signal rules out the categories that it protects. */
function wordsOf(field: Field, texts: readonly SignalText[]): Verdict | null {
  const traps: Match<Trap>[] = [];
  for (const { signal, kind, text } of texts) {
    const here = trapsIn(text, kind);
    traps.push(...here);
    const total = here.find((match) => match.found.protects === "all");
    if (total !== undefined) return trapped(total.found.id, signal, total.text);
    const match = best(
      categoriesIn(text, kind).filter(
        ({ found: category }) =>
          allowed(field, category.id) && !traps.some((trap) => protectsFrom(trap.found, category.id)),
      ),
      kind,
    );
    if (match === undefined) continue;
    const voucher = VOUCHER_LIKE.has(match.found.id) ? voucherIn(texts) : undefined;
    if (voucher !== undefined) return voucher;
    if (match.found.id.startsWith("special.") && isBox(field) && !PERSONAL_PRONOUN.test(text)) continue;
    return found(refined(match, signal, texts), signal, match.text);
  }
  const first = traps[0];
  return first === undefined ? null : trapped(first.found.id, "label", first.text);
}

function isBox(field: Field): boolean {
  return field.type === "checkbox" || field.type === "radio";
}

function voucherIn(texts: readonly SignalText[]): Verdict | undefined {
  for (const { signal, kind, text } of texts) {
    if (signal === "hint" || signal === "group") continue;
    const trap = trapsIn(text, kind).find((match) => match.found.id === "coupon");
    if (trap !== undefined) return trapped("coupon", signal, trap.text);
  }
  return undefined;
}

/** Words that are general by themselves, and what a name or an id may say more exactly. */
const FINER: Readonly<Record<string, RegExp>> = {
  "identity.full_name": /^(?:identity\.(?:given_name|family_name|additional_name)|payment\.card_holder|bank\.holder)$/,
  "address.line": /^contact\.email$/,
  "payment.card_number": /^relation\.loyalty$/,
};

function refined(match: Match<Category>, from: Signal, texts: readonly SignalText[]): string {
  const category = match.found.id;
  const finerThan = FINER[category];
  if (finerThan === undefined) return category;
  // A machine's bare "name" says next to nothing: the words beside the field and its id may.
  const bare = from === "name" && match.text === "name";
  for (const { signal, kind, text } of texts) {
    if (signal !== "placeholder" && signal !== "name" && signal !== "id" && !(bare && signal === "hint")) continue;
    const finer = categoriesIn(text, kind)[0]?.found.id;
    if (finer === undefined) continue;
    if (finerThan.test(finer) || (bare && finer === "account.username")) return finer;
  }
  return category;
}

/**
 * Of "City, State" the first part of an address is the field's; of `addr_region`, written by a machine, the last. The word
 * address itself only frames the others. Everywhere else the order of the table decides.
 */
function best(matches: readonly Match<Category>[], kind: TextKind): Match<Category> | undefined {
  const first = matches[0];
  if (first === undefined || !first.found.id.startsWith("address.")) return first;
  const parts = matches.filter((match) => match.found.id.startsWith("address.") && match.found.id !== "address.line");
  const ordered = parts.toSorted((one, other) => one.index - other.index);
  return (kind === "text" ? ordered[0] : ordered.at(-1)) ?? first;
}

const BOX_CATEGORIES = /^(?:identity\.(?:honorific|gender|family_status|nationality)|special\.|economic\.income$)/;
const DATE_CATEGORIES = /^(?:identity\.(?:birth_date|child)|payment\.card_expiry|special\.health)$/;
const FILE_CATEGORIES = /^(?:gov\.|content\.file|bank\.iban|economic\.income|special\.|business\.registry)/;
const TEXTAREA_CATEGORIES = /^(?:content\.free_text|address\.line|special\.)/;
const NOT_IN_SELECT =
  /^(?:content\.|contact\.email|account\.(?:password|one_time_code)|identity\.(?:given_name|family_name|full_name|additional_name)|address\.line|contact\.handle)/;
const NUMBER_CATEGORIES =
  /^(?!content\.|identity\.(?:full_name|given_name|family_name)|contact\.email|business\.company|address\.(?:line|city))/;

/** Whether a control of this type can ask for a category at all: a box is never an e-mail address. */
export function allowed(field: Field, category: string): boolean {
  switch (field.type) {
    case "checkbox":
    case "radio":
      return BOX_CATEGORIES.test(category);
    case "date":
    case "month":
    case "week":
    case "datetime-local":
      return DATE_CATEGORIES.test(category);
    case "range":
    case "color":
    case "time":
      return false;
    case "file":
      return FILE_CATEGORIES.test(category);
    case "textarea":
      return TEXTAREA_CATEGORIES.test(category);
    case "select":
      return !NOT_IN_SELECT.test(category);
    case "number":
      return NUMBER_CATEGORIES.test(category);
    case "url":
      return category === "contact.handle";
    default:
      return category !== "content.file";
  }
}

function found(category: string, signal: Signal, matched: string): Verdict {
  return { category: categoryOf(category)?.id ?? null, signal, matched: matched.slice(0, MAXIMUM_MATCHED), trap: null };
}

function trapped(trap: string, signal: Signal, matched: string): Verdict {
  return { category: null, signal, matched: matched.slice(0, MAXIMUM_MATCHED), trap };
}
