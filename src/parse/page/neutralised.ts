import { attribute, hasAttribute, type Element } from "./walk.ts";

/** Types that a browser runs (WHATWG MIME Sniffing, JavaScript MIME types) and the two module words. */
const RUN = /^((text|application)\/(x-)?(java|ecma)script|text\/(jscript|livescript|javascript1\.[0-5])|module)$/i;

/** Types that hold data or rules, and are therefore neither run nor held back. */
const DATA =
  /^(application\/(ld\+)?json|importmap|speculationrules|text\/(template|html|x-[a-z-]{1,40})|x-[a-z-]{1,40}\/.{1,40})$/i;

/** Attributes that consent tools put on what they hold back. */
const CONSENT_ATTRIBUTES = [
  "data-cookieconsent",
  "data-cookiecategory",
  "data-cookie-consent",
  "data-category",
  "data-consent",
  "data-usercentrics",
  "data-cmp-src",
  "data-cmp-vendor",
  "data-didomi-purposes",
  "data-vendor",
  "data-service",
  "data-iub-purposes",
  "data-requires-vendor-consent",
];

/** How a browser treats a script element: `run`, `data`, or `held` back until a consent tool gives it its type again. */
export type ScriptFate = "run" | "data" | "held";

/** The fate of a script element by its type. A consent attribute alone holds nothing back: the type decides. */
export function scriptFate(element: Element): ScriptFate {
  const type = (attribute(element, "type") ?? "").trim();
  if (type === "" || RUN.test(type)) return "run";
  if (/^text\/plain$/i.test(type)) return "held";
  if (hasConsentAttribute(element) || /consent|cookie|didomi|blocked|axeptio|optanon/i.test(type)) return "held";
  return DATA.test(type) ? "data" : "held";
}

/** Whether a frame or picture waits for consent: it has no `src` of its own, only a `data-` one. */
export function isHeldBack(element: Element): boolean {
  return !hasAttribute(element, "src") && element.attrs.some((attr) => /^data-.{0,30}src$/.test(attr.name));
}

function hasConsentAttribute(element: Element): boolean {
  return CONSENT_ATTRIBUTES.some((name) => hasAttribute(element, name));
}
