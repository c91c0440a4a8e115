import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Field, Form, Page, PagesValue, ThirdParty } from "../../src/core/evidence/pages.ts";
import { maskedCookies, maskedHeaders } from "../../src/probe/http/masked-cookies.ts";
import { headerFields, type HeaderLines } from "./http-evidence.ts";

/** A page that answered 200 with HTML and holds nothing, unless told otherwise. */
export function page(url: string, role: Page["role"], lines: HeaderLines = {}, more: Partial<Page> = {}): Page {
  const fields = headerFields({ "content-type": "text/html; charset=utf-8", ...lines });
  return {
    url,
    requestedUrl: url,
    role,
    foundBy: "link",
    status: 200,
    headers: maskedHeaders(fields),
    cookies: maskedCookies(fields),
    title: "La boulangerie",
    lang: "fr",
    rendered: "static",
    truncated: false,
    bodyDigest: "0".repeat(64),
    metaPolicies: [],
    metaReferrer: null,
    nonces: [],
    nonceRepeated: null,
    forms: [],
    scripts: [],
    frames: [],
    thirdParties: [],
    resources: [],
    links: [],
    personalDataLeaks: [],
    text: "",
    markers: [],
    ...more,
  };
}

/** The pages section. */
export function pagesValue(pages: readonly Page[], more: Partial<PagesValue> = {}): SectionValue<"pages"> {
  return {
    platform: null,
    server: null,
    pages,
    missing: [],
    consentTool: null,
    declaredProcessors: [],
    ...more,
  };
}

/** A field of a form; with a category where it takes personal data. */
export function field(more: Partial<Field> = {}): Field {
  return {
    id: null,
    name: "field",
    tag: "input",
    type: "text",
    category: null,
    sensitivity: null,
    signal: null,
    matched: null,
    label: null,
    autocomplete: null,
    required: false,
    checked: false,
    consent: [],
    attributes: {},
    ...more,
  };
}

/** A form that posts to an address. */
export function form(action: string, fields: readonly Field[], more: Partial<Form> = {}): Form {
  return {
    kind: "other",
    method: "post",
    methodExplicit: true,
    action,
    actionRaw: action,
    actionFrom: "attribute",
    submitters: [],
    fields,
    hiddenNames: [],
    scripted: false,
    text: "",
    policyLink: "none",
    selector: "form",
    ...more,
  };
}

export function passwordField(): Field {
  return field({ name: "password", type: "password", category: "account.password", sensitivity: "credential" });
}

export function emailField(): Field {
  return field({ name: "email", type: "email", category: "contact.email", sensitivity: "contact" });
}

export function ibanField(): Field {
  return field({ name: "iban", category: "bank.iban", sensitivity: "highly_personal" });
}

/** A third party that the page reaches by a script. */
export function thirdParty(host: string, domain: string, role?: string): ThirdParty {
  return { host, domain, via: ["script"], beforeConsent: true, ...(role === undefined ? {} : { role }) };
}
