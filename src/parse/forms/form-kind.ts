import type { Field, Form } from "../../core/evidence/pages.ts";
import { normaliseText } from "./normalise.ts";

/** What a form is for, as far as its fields and words tell. */
export const FORM_KINDS = [
  "login",
  "account",
  "password_reset",
  "checkout",
  "address",
  "newsletter",
  "contact",
  "order_tracking",
  "verification",
  "review",
  "search",
  "store_locator",
  "coupon",
  "other",
] as const;

export type FormKind = (typeof FORM_KINDS)[number];

const NEWSLETTER =
  /(?<![a-z])(?:newsletters?|lettre d ?information|infolettre|subscribe|subscription|s ?abonner|abonnez|inscrivez|inscription a la|mailing|nieuwsbrief|boletin|suscri|iscriviti|recevez|offres|bons plans|list manage|sib ?form|klaviyo|mc embed|optin)/;
const RESET = /(?:forgot|reset|lost|oublie|reinitialis|vergessen|olvid|dimentica|vergeten|esquec|recover)/;
const CHECKOUT =
  /(?<![a-z])(?:checkout|commande|order|panier|cart|caisse|kasse|pago|betalen|pagamento|paiement|payment|pay|livraison|shipping|billing|facturation|financement|versand)(?![a-z])/;
const REVIEW = /(?<![a-z])(?:reviews?|avis|rating|bewertung|resena|recensione)(?![a-z])/;
const REGISTER =
  /(?:register|regist|sign ?up|create|inscri|creer|creat|nouveau|konto ?anlegen|crear|crea |aanmaken|criar|join)/;
const REGISTER_PAGE =
  /(?<![a-z])(?:register|registration|sign ?up|inscription|create ?account|creer ?(?:un ?)?compte)(?![a-z])/;
const LOGIN = /(?:log ?in|sign ?in|connexion|connect|anmeld|iniciar|accedi|inlog|entrar)/;

/** The kind of a classified form. Rules go from what fields prove to what words suggest. */
export function formKind(form: Form, fields: readonly Field[]): FormKind {
  const facts = factsOf(form, fields);
  if (facts.onlyTraps) return trapKind(fields);
  if (facts.money) return "checkout";
  if (facts.passwords > 0) return passwordKind(facts);
  if (facts.has("account.one_time_code") && facts.texts <= 8) return "verification";
  if (facts.has("relation.order_ref") && facts.texts <= 3) return "order_tracking";
  if (facts.has("contact.email") && facts.texts <= 2 && RESET.test(facts.words)) return "password_reset";
  if (facts.addressParts >= 2) return CHECKOUT.test(facts.words) || CHECKOUT.test(facts.page) ? "checkout" : "address";
  if (facts.freeText && REVIEW.test(facts.title)) return "review";
  if (facts.freeText && (facts.has("contact.email") || facts.has("contact.phone"))) return "contact";
  if (facts.has("contact.email") && facts.names && CHECKOUT.test(facts.page)) return "checkout";
  if (facts.has("contact.email") && (facts.texts === 1 ? NEWSLETTER.test(facts.words) : isNewsletter(facts)))
    return "newsletter";
  if (facts.has("contact.email") && facts.texts >= 2 && REGISTER_PAGE.test(facts.page)) return "account";
  if (facts.freeText && CHECKOUT.test(facts.words)) return "checkout";
  if (facts.has("contact.email") && facts.names && CHECKOUT.test(facts.words)) return "checkout";
  if (facts.has("account.username") && LOGIN.test(facts.words)) return "login";
  if (facts.has("contact.email") && facts.texts === 1 && LOGIN.test(facts.words)) return "login";
  return "other";
}

interface Facts {
  readonly passwords: number;
  readonly texts: number;
  readonly names: boolean;
  readonly addressParts: number;
  readonly freeText: boolean;
  readonly money: boolean;
  readonly newPassword: boolean;
  readonly onlyTraps: boolean;
  /** Names, heading, address and buttons. */
  readonly title: string;
  /** The same and the first words of the form. */
  readonly words: string;
  /** The words without what boxes ask to agree to: an account that offers a newsletter is no newsletter. */
  readonly prose: string;
  readonly page: string;
  readonly has: (category: string) => boolean;
}

const TEXTUAL = new Set(["text", "email", "tel", "password", "number", "url", "search", "textarea"]);

function factsOf(form: Form, fields: readonly Field[]): Facts {
  const categories = fields.map((field) => field.category);
  const has = (category: string): boolean => categories.includes(category);
  const texts = fields.filter((field) => TEXTUAL.has(field.type) && field.trap === null);
  const submits = form.submitters.map((submitter) => submitter.text).join(" ");
  const words = [form.words, form.heading, form.action, submits].map((text) =>
    normaliseText((text ?? "").slice(0, 300)),
  );
  return {
    passwords: categories.filter((category) => category === "account.password").length,
    texts: texts.length,
    names: has("identity.given_name") || has("identity.family_name") || has("identity.full_name"),
    addressParts: new Set(categories.filter((category) => category?.startsWith("address."))).size,
    freeText: has("content.free_text"),
    money: has("payment.card_number") || has("payment.card_csc") || has("bank.iban"),
    newPassword: fields.some(
      (field) => field.category === "account.password" && /new-password/.test(field.autocomplete ?? ""),
    ),
    onlyTraps: fields.length > 0 && fields.every((field) => field.trap !== null),
    title: words.join(" "),
    words: `${words.join(" ")} ${normaliseText(form.text.slice(0, 150))}`,
    prose: `${words.join(" ")} ${normaliseText(withoutBoxes(form.text, fields).slice(0, 150))}`,
    page: normaliseText(form.actionRaw ?? form.action ?? ""),
    has,
  };
}

/** Names and little else beside the e-mail, or a heading, an address or a button that says so. */
function isNewsletter({ title, prose, texts }: Facts): boolean {
  return NEWSLETTER.test(title) || (texts <= 4 && NEWSLETTER.test(prose));
}

function withoutBoxes(text: string, fields: readonly Field[]): string {
  const asked = fields.filter(({ type, label }) => type === "checkbox" && label !== null && label.length > 3);
  return asked.reduce((rest, { label }) => rest.replace(label ?? "", " "), text);
}

/** A login is one password and few other fields; two passwords, a new one, or names beside it make an account. */
function passwordKind(facts: Facts): FormKind {
  if (facts.addressParts >= 2 && CHECKOUT.test(facts.words)) return "checkout";
  if (facts.names && CHECKOUT.test(facts.page)) return "checkout";
  if (facts.passwords >= 2 || facts.newPassword || facts.names)
    return facts.texts <= 3 && RESET.test(facts.words) ? "password_reset" : "account";
  if (facts.texts > 4) return "account";
  if (LOGIN.test(facts.words) || !REGISTER.test(facts.words)) return "login";
  return "account";
}

function trapKind(fields: readonly Field[]): FormKind {
  const traps = fields.map((field) => field.trap);
  if (traps.includes("search_box")) return "search";
  if (traps.includes("store_locator")) return "store_locator";
  return traps.includes("coupon") ? "coupon" : "other";
}
