/**
 * The bytes of an IP literal in a form that the URL standard accepts: 4 for IPv4, 16 for IPv6 (a zone is left out). Null for
 * anything else.
 */
export function ipBytes(address: string): Uint8Array | null {
  const bare = address.replace(/%.*$/, "");
  if (!bare.includes(":")) return ipv4Bytes(bare);
  // The URL standard writes every form of IPv6 the same way, dotted tails included.
  const host = URL.parse(`http://[${bare}]/`)?.hostname.slice(1, -1);
  if (host === undefined) return null;
  const [head = "", tail] = host.split("::");
  const left = wordsOf(head);
  const right = tail === undefined ? [] : wordsOf(tail);
  const gap = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => 0);
  return Uint8Array.from([...left, ...gap, ...right].flatMap((word) => [word >> 8, word & 0xff]));
}

/** Whether an address lies in a range such as `104.16.0.0/13` or `2606:4700::/32`. */
export function inRange(address: string, range: string): boolean {
  const [base = "", length = ""] = range.split("/");
  const one = ipBytes(address);
  const other = ipBytes(base);
  if (one === null || other === null || one.length !== other.length) return false;
  const bits = Number(length);
  return one.every((byte, index) => {
    const kept = Math.max(0, Math.min(8, bits - 8 * index));
    const mask = (0xff00 >> kept) & 0xff;
    return (byte & mask) === ((other[index] ?? 0) & mask);
  });
}

function ipv4Bytes(address: string): Uint8Array | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  return parts === undefined || parts.some((part) => part > 255) ? null : Uint8Array.from(parts);
}

function wordsOf(text: string): readonly number[] {
  return text === "" ? [] : text.split(":").map((word) => Number.parseInt(word, 16));
}
