/** What is wrong with a security.txt by RFC 9116. */
export type SecurityTxtProblem =
  "no-contact" | "bad-contact" | "no-expires" | "several-expires" | "bad-expires" | "several-preferred-languages";

export interface SecurityTxt {
  readonly contacts: readonly string[];
  /** The instant as written; null where missing or not RFC 3339. */
  readonly expires: string | null;
  readonly canonical: readonly string[];
  readonly signed: boolean;
  readonly problems: readonly SecurityTxtProblem[];
}

// RFC 3339 date-time: bounded repetitions only.
const RFC3339 =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$/;
const CONTACT = /^(?:mailto:[^\s@]{1,200}@[^\s@]{1,200}|tel:\+?[0-9().-]{3,40}|https:\/\/\S{1,2000})$/i;
const SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";

/** Whether a text served under security.txt's address is one at all: some line is a field of RFC 9116. */
export function looksLikeSecurityTxt(text: string): boolean {
  return fieldsOf(text).some(([name]) => name === "contact" || name === "expires");
}

/** Parses the first 1,000 lines of a security.txt, an OpenPGP clear signature included. Never throws. */
export function parseSecurityTxt(text: string): SecurityTxt {
  const fields = fieldsOf(text);
  const values = (name: string): readonly string[] =>
    fields.flatMap(([field, value]) => (field === name ? [value] : []));
  const contacts = values("contact");
  const expires = values("expires");
  const instant = expires[0];
  const valid = instant !== undefined && RFC3339.test(instant) && !Number.isNaN(Date.parse(instant));
  const problems: SecurityTxtProblem[] = [];
  if (contacts.length === 0) problems.push("no-contact");
  else if (!contacts.some((contact) => CONTACT.test(contact))) problems.push("bad-contact");
  if (instant === undefined) problems.push("no-expires");
  else if (!valid) problems.push("bad-expires");
  if (expires.length > 1) problems.push("several-expires");
  if (values("preferred-languages").length > 1) problems.push("several-preferred-languages");
  return {
    contacts: contacts.slice(0, 20),
    expires: valid ? instant : null,
    canonical: values("canonical").slice(0, 20),
    signed: text.trimStart().startsWith(SIGNED),
    problems,
  };
}

function fieldsOf(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .slice(0, 65_536)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/, 1000)
    .flatMap((line) => {
      const colon = line.indexOf(":");
      const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
      return colon > 0 && /^[a-z-]{1,40}$/.test(name) ? [[name, line.slice(colon + 1).trim()] as const] : [];
    });
}
