import type { Check } from "../../src/core/check.ts";
import type { Sections, SectionName, SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Page, PageRole, PagesValue } from "../../src/core/evidence/pages.ts";
import { parseTarget } from "../../src/core/target.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { draftPage } from "../../src/probe/pages/draft.ts";

export interface PageInput {
  readonly html: string;
  readonly url?: string;
  readonly role?: PageRole;
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  /** Facts that only the network can tell, laid over what the page says. */
  readonly over?: Partial<Page>;
}

/** A page as the probe would record it. */
export function pageFrom(input: PageInput): Page {
  const { html, url = "https://boulangerie.test/", role = "home", status = 200, headers = [], over = {} } = input;
  const fetched = {
    requestedUrl: url,
    url,
    status,
    headers,
    html,
    bodyDigest: "0",
    truncated: false,
    certificateError: null,
  };
  const { page } = draftPage(fetched, { role, foundBy: "link", siteHost: "boulangerie.test" });
  return { ...page, ...over };
}

/** The pages section of a site of such pages. */
export function pagesFrom(inputs: readonly (PageInput | string)[], over: Partial<PagesValue> = {}): PagesValue {
  const pages = inputs.map((input) => pageFrom(typeof input === "string" ? { html: input } : input));
  return {
    platform: null,
    server: null,
    pages,
    missing: [],
    consentTool: null,
    actionRoutes: [],
    declaredProcessors: [],
    ...over,
  };
}

export type Evidence = { readonly [Name in SectionName]?: SectionValue<Name> };

/** What a check says of evidence, under its default settings. */
export function verdictsOf(
  check: Check,
  evidence: Evidence,
  settings: Record<string, unknown> = {},
): readonly Verdict[] {
  return check.evaluate(evidence, check.settings.parse(settings), {
    target: parseTarget("https://boulangerie.test/"),
    at: new Date("2026-11-23T12:00:00Z"),
  });
}

/** The outcomes in short: the code of a fault, else the status and its reason. */
export function outcomesOf(
  check: Check,
  evidence: Evidence,
  settings: Record<string, unknown> = {},
): readonly string[] {
  return verdictsOf(check, evidence, settings).map((verdict) => {
    if (verdict.status === "fail") return verdict.code;
    return "reason" in verdict ? `${verdict.status}: ${verdict.reason}` : verdict.status;
  });
}

/** Sections as a runner hands them over, for checks that need the whole evidence. */
export function collected(evidence: Evidence): Partial<Sections> {
  // Each value is under the name of its own section.
  return Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [name, { state: "collected", value }]),
  ) as Partial<Sections>;
}

export const FR = {
  email: '<label for="m">Adresse e-mail</label><input id="m" name="email" type="email">',
  password:
    '<label for="p">Mot de passe</label><input id="p" name="password" type="password" autocomplete="current-password">',
  newPassword:
    '<label for="np">Mot de passe</label><input id="np" name="password" type="password" autocomplete="new-password">',
  phone: '<label for="t">Téléphone</label><input id="t" name="phone" type="tel" autocomplete="tel">',
  name: '<label for="n">Nom</label><input id="n" name="lastname" autocomplete="family-name">',
  given: '<label for="g">Prénom</label><input id="g" name="firstname" autocomplete="given-name">',
  iban: '<label for="i">IBAN</label><input id="i" name="iban">',
  card: '<label for="c">Numéro de carte</label><input id="c" name="cardnumber" autocomplete="cc-number"><label for="v">Cryptogramme</label><input id="v" name="cvc" autocomplete="cc-csc">',
  address:
    '<label for="a">Adresse</label><input id="a" name="address1" autocomplete="address-line1"><label for="z">Code postal</label><input id="z" name="postcode" autocomplete="postal-code">',
  message: '<label for="msg">Message</label><textarea id="msg" name="message"></textarea>',
  submit: "<button>Envoyer</button>",
} as const;

export const EN = {
  email: '<label for="m">E-mail address</label><input id="m" name="email" type="email">',
  password:
    '<label for="p">Password</label><input id="p" name="password" type="password" autocomplete="current-password">',
  newPassword:
    '<label for="np">Password</label><input id="np" name="password" type="password" autocomplete="new-password">',
  phone: '<label for="t">Phone</label><input id="t" name="phone" type="tel" autocomplete="tel">',
  name: '<label for="n">Surname</label><input id="n" name="lastname" autocomplete="family-name">',
  iban: '<label for="i">IBAN</label><input id="i" name="iban">',
  card: '<label for="c">Card number</label><input id="c" name="cardnumber" autocomplete="cc-number">',
  message: '<label for="msg">Message</label><textarea id="msg" name="message"></textarea>',
  submit: "<button>Send</button>",
} as const;

/** A form around some fields. */
export function form(fields: string, attributes = 'method="post" action="/go"'): string {
  return `<form ${attributes}>${fields}</form>`;
}

/** A whole document around a body. */
export function doc(body: string, head = ""): string {
  return `<!doctype html><html lang="fr"><head><title>Boulangerie</title>${head}</head><body>${body}</body></html>`;
}
