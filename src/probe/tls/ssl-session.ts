/** What OpenSSL's serialised session (`SSL_SESSION` DER, ssl_asn1.c) tells of the server's ticket. */
export interface SessionFacts {
  /** Seconds that the server says the ticket lives; null where there is no ticket. */
  readonly ticketLifetimeSeconds: number | null;
  /** `max_early_data_size` of a TLS 1.3 ticket in bytes (RFC 8446 4.6.1); 0 where the server allows none. */
  readonly maxEarlyData: number;
  readonly hasTicket: boolean;
}

const TICKET_LIFETIME_HINT = 0xa9;
const TICKET = 0xaa;
const MAX_EARLY_DATA = 0xaf;

/** Reads the fields [9], [10] and [15] of a serialised session; null where it is none. Never throws. */
export function readSessionFacts(session: Uint8Array): SessionFacts | null {
  const der = withoutNodeHeader(session);
  const outer = element(der, 0);
  if (outer === null || outer.tag !== 0x30) return null;
  let ticketLifetimeSeconds: number | null = null;
  let maxEarlyData = 0;
  let hasTicket = false;
  let at = outer.start;
  while (at < outer.end) {
    const field = element(der, at);
    if (field === null || field.end > outer.end) return null;
    if (field.tag === TICKET_LIFETIME_HINT) ticketLifetimeSeconds = integerIn(der, field.start);
    if (field.tag === MAX_EARLY_DATA) maxEarlyData = integerIn(der, field.start) ?? 0;
    if (field.tag === TICKET) hasTicket = true;
    at = field.end;
  }
  return { ticketLifetimeSeconds, maxEarlyData, hasTicket };
}

/**
 * Node 24 puts its own header before OpenSSL's session, so that it is only used for the name that it was made for: a zero byte, a
 * text, a zero byte, the name's length in two bytes, the name.
 */
function withoutNodeHeader(session: Uint8Array): Uint8Array {
  if (session[0] !== 0) return session;
  const textEnd = session.indexOf(0, 1);
  if (textEnd < 0) return session;
  const nameLength = (session[textEnd + 1] ?? 0) * 256 + (session[textEnd + 2] ?? 0);
  return session.subarray(textEnd + 3 + nameLength);
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

function element(der: Uint8Array, at: number): Element | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const size = first - 0x80;
    if (size === 0 || size > 3) return null;
    length = 0;
    for (let index = 0; index < size; index += 1) length = length * 256 + (der[start + index] ?? 0);
    start += size;
  }
  return start + length > der.length ? null : { tag, start, end: start + length };
}

function integerIn(der: Uint8Array, at: number): number | null {
  const field = element(der, at);
  if (field === null || field.tag !== 0x02 || field.end - field.start > 6) return null;
  let value = 0;
  for (let index = field.start; index < field.end; index += 1) value = value * 256 + (der[index] ?? 0);
  return value;
}
