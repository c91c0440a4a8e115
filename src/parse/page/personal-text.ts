/** An e-mail address as people write it; bounded on both sides of the sign. */
export const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,18}\b/i;

/** An IBAN, with or without spaces. */
export const IBAN = /\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){3,7}[A-Z0-9]{0,4}\b/;

/** A French or international phone number as text. */
const PHONE = /(?<![\d.,])(?:\+\d{2,3}[ .-]?(?:\(0\))?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/;

/** Endings that show a file name or a package version where an address was expected: `icon@2x.png`, `jquery@3.7.1`. */
const OF_THINGS =
  /\.(png|jpe?g|gif|svg|webp|avif|css|js|mjs|json|map|html?|woff2?)$|@(\d|.*\bsentry\.)|@example\.|@(domain|email|test)\.(com|fr|tld)$|^(your|you|name|user|votre|vous|nom|john\.?doe|jane\.?doe|prenom\.?nom)@/i;

/** Whether what has the shape of an address is the name of a thing or an example. */
export function isEmailOfThing(email: string): boolean {
  return OF_THINGS.test(email);
}

/** First letter and domain ending only: `m…@…fr`. */
export function maskEmail(email: string): string {
  return `${email.slice(0, 1)}…@….${email.slice(email.lastIndexOf(".") + 1)}`;
}

/** Country and length only: `FR… (27)`. */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 2)}… (${String(iban.replaceAll(" ", "").length)})`;
}

/** A text whose e-mail addresses, IBANs and phone numbers are masked, but for addresses at one domain. */
export function maskPersonal(text: string, keepDomain: string | null = null): string {
  return text
    .replaceAll(new RegExp(EMAIL, "gi"), (email) =>
      keepDomain !== null && email.toLowerCase().endsWith(keepDomain) ? email : maskEmail(email),
    )
    .replaceAll(new RegExp(IBAN, "g"), maskIban)
    .replaceAll(new RegExp(PHONE, "g"), "[…]");
}
