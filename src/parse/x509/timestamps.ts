import type { Tlv } from "./der.ts";

/**
 * How many logs vouch for a certificate: well-formed version 1 timestamps of distinct logs in a SignedCertificateTimestampList
 * (RFC 6962 section 3.3), at most 64. Their signatures are not checked: that needs the logs' keys.
 */
export function countTimestamps(list: Tlv | null): number {
  const octets = list?.contents ?? new Uint8Array();
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (octets.length < 2 || view.getUint16(0) !== octets.length - 2) return 0;
  const logs = new Set<string>();
  let offset = 2;
  while (offset + 2 <= octets.length && logs.size < 64) {
    const length = view.getUint16(offset);
    const stamp = octets.subarray(offset + 2, offset + 2 + length);
    // Version 1 is written 0; then the log's id of 32 octets, 8 of time, 2 of extensions, 4 of signature header.
    if (stamp.length === length && length >= 47 && stamp[0] === 0) logs.add(stamp.subarray(1, 33).join("."));
    offset += 2 + length;
  }
  return logs.size;
}
