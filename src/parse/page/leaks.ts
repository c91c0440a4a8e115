import { registrableDomain, sameRegistrableDomain } from "../../core/domain.ts";
import { findPersonalValues, type PersonalValueKind } from "../personal-values.ts";
import type { PageModel } from "./page-model.ts";

/** A value in a page that looks personal, masked: the value itself is never kept. */
export interface Leak {
  readonly kind: PersonalValueKind | "name" | "token";
  /** Where it stands: `address`, `link`, `resource:HOST`, `canonical`, `script`, `data`, or the element and attribute. */
  readonly where: string;
  readonly masked: string;
}

const MOST = 40;

/** Examples that a page shows in an empty field. */
const PLACEHOLDER =
  /^(your|you|name|user|votre|vous|nom|email|john\.?doe|jane\.?doe|prenom\.?nom)@|@(domain|domaine|email)\./i;

/** Query keys whose value is personal whatever it looks like, when a page itself wrote it into an address. */
const PERSONAL_KEYS: readonly { readonly kind: Leak["kind"]; readonly match: RegExp }[] = [
  { kind: "email", match: /^(e-?mail|mail|courriel|user_?email|customer_?email)$/i },
  { kind: "phone", match: /^(phone|tel|telephone|mobile|gsm|portable)$/i },
  { kind: "name", match: /^(first_?name|last_?name|prenom|nom|lastname|firstname|full_?name)$/i },
  {
    kind: "token",
    match: /^(password|passwd|pwd|mot_?de_?passe|reset_?token|access_?token|session_?id|phpsessid|jsessionid|sid)$/i,
  },
];

/**
 * Personal values in the addresses and the data of a page: what a link, a resource, a script's data or a hidden field holds.
 * The merchant's own addresses are no leak, nor is what the page shows to everybody in its text or as a mail link.
 */
export function leaksOf(page: PageModel, siteHost: string): readonly Leak[] {
  const found = new Map<string, Leak>();
  const isPublic = publicValues(page, siteHost);
  const add = (leak: Leak): void => {
    if (found.size < MOST) found.set(`${leak.kind} ${leak.where} ${leak.masked}`, leak);
  };
  const inAddress = (address: string | null, where: string): void => {
    if (address !== null && address.includes("?"))
      for (const leak of leaksInAddress(address, where, isPublic)) add(leak);
  };
  // A number in a script is nearly always an id or the shop's own phone: there only what has check digits counts.
  const inText = (text: string, where: string): void => {
    for (const leak of leaksInText(text, where, isPublic)) if (leak.kind !== "phone") add(leak);
  };

  inAddress(page.url, "address");
  inAddress(page.canonical, "canonical");
  for (const link of page.links) if (/^https?:/.test(link.href)) inAddress(link.href, "link");
  for (const resource of page.resources) inAddress(resource.url, `resource:${URL.parse(resource.url)?.hostname ?? ""}`);
  for (const script of page.scripts) if (script.src === null) inText(script.text, "script");
  for (const block of page.dataBlocks) if (!block.includes("schema.org")) inText(block, "data");
  for (const { where, value } of page.hiddenValues) inText(value, where);
  return [...found.values()];
}

function leaksInAddress(address: string, where: string, isPublic: (email: string) => boolean): Leak[] {
  const query = URL.parse(address)?.searchParams;
  if (query === undefined) return [];
  return [...query].slice(0, 100).flatMap(([key, value]): Leak[] => {
    const byShape = leaksInText(value, where, isPublic);
    if (byShape.length > 0) return byShape;
    if (value.trim().length < 2 || value.includes("@")) return [];
    const known = PERSONAL_KEYS.find((entry) => entry.match.test(key));
    // An e-mail key with something else in it is a flag or a template, such as email=1 or email={email}.
    if (known === undefined || known.kind === "email" || !looksFilled(known.kind, value)) return [];
    return [{ kind: known.kind, where, masked: `${key}=…` }];
  });
}

function looksFilled(kind: Leak["kind"], value: string): boolean {
  if (/[{}<>%[\]]/.test(value)) return false;
  if (kind === "phone") return /^\+?[\d .()-]{9,20}$/.test(value);
  if (kind === "token") return /^[A-Za-z0-9._~+/=-]{16,}$/.test(value);
  return /^\p{L}[\p{L} '’-]{1,60}$/u.test(value);
}

function leaksInText(text: string, where: string, isPublic: (value: string) => boolean): Leak[] {
  if (!/[@\d]/.test(text)) return [];
  const limits = { characters: 300_000, values: MOST };
  return findPersonalValues(text, limits).flatMap(({ kind, masked, offset, length }): Leak[] => {
    const value = text.slice(offset, offset + length);
    return isPublic(value) || PLACEHOLDER.test(value) ? [] : [{ kind, where, masked }];
  });
}

/** Whether everybody is meant to see a value: of the site's own domain, in a mail or phone link, or in the visible text. */
function publicValues(page: PageModel, siteHost: string): (value: string) => boolean {
  const limits = { characters: 400_000, values: 500 };
  const shown = new Set(
    findPersonalValues(page.text, limits).map(({ offset, length }) => bare(page.text.slice(offset, offset + length))),
  );
  for (const { href } of page.links) {
    if (/^(mailto|tel):/.test(href)) shown.add(bare(href.slice(href.indexOf(":") + 1).split("?", 1)[0] ?? ""));
  }
  const name = registrableDomain(siteHost)?.split(".")[0] ?? "";
  return (value) => {
    if (shown.has(bare(value))) return true;
    const at = value.lastIndexOf("@");
    if (at === -1) return false;
    // A shop at bakery.fr that writes from bakery.com, or from the name of its brand at a mail host, is still itself.
    return (
      sameRegistrableDomain(value.slice(at + 1).toLowerCase(), siteHost) || (name.length > 3 && value.includes(name))
    );
  };
}

/** Two spellings of one address or number are one value. */
function bare(value: string): string {
  return value.toLowerCase().replaceAll(/[\s().\u00A0\u202F-]/g, "");
}
