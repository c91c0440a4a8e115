import { cleanText } from "../../../core/text.ts";
import type { Conversation } from "../conversation.ts";
import type { SshFacts } from "../identified.ts";

/** Names that are kept of one list, and characters of one name (RFC 4251, 6 allows 64). */
const MAX_NAMES = 128;
const MAX_NAME = 80;

/** Milliseconds until the lists must have come. */
const WAIT_MS = 2000;

/**
 * Goes on after the banner: says a banner of our own and reads the server's KEXINIT, in which it lists what it can do. No key
 * is exchanged and no login is tried. `first` is what the server has said so far.
 */
export async function talkSsh(talk: Conversation, first: Buffer): Promise<SshFacts> {
  const line = first.toString("latin1").split(/\r?\n/, 1)[0] ?? "";
  const [, protocol = "", software = ""] = /^SSH-([\d.]{1,8})-([^\r\n]{0,200})/.exec(line) ?? [];
  const facts = { banner: cleanText(line, 200), protocol, software: cleanText(software, 200) };
  const empty = { kex: [], hostKeys: [], ciphers: [], macs: [], compression: [], complete: false };
  if (protocol !== "2.0" && protocol !== "1.99") return { ...facts, ...empty };

  talk.send("SSH-2.0-Vigie_1\r\n");
  const start = first.indexOf(0x0a) + 1;
  const already = start === 0 ? Buffer.alloc(0) : first.subarray(start);
  const whole = (more: Buffer): boolean => packetOf(Buffer.concat([already, more])) !== null;
  const more = whole(Buffer.alloc(0)) ? Buffer.alloc(0) : await talk.read(whole, WAIT_MS);
  const packet = packetOf(Buffer.concat([already, more]));
  const lists = packet === null ? null : kexInitLists(packet);
  return lists === null ? { ...facts, ...empty } : { ...facts, ...lists, complete: true };
}

/** The payload of the first binary packet (RFC 4253, 6); null while it is not whole, or where it is none. */
function packetOf(bytes: Buffer): Buffer | null {
  if (bytes.length < 6) return null;
  const length = bytes.readUInt32BE(0);
  const padding = bytes[4] ?? 0;
  if (length < 12 || length > 35_000 || padding + 1 > length || bytes.length < length + 4) return null;
  return bytes.subarray(5, 4 + length - padding);
}

/** The name lists of SSH_MSG_KEXINIT (20); null for any other message or a broken one. */
export function kexInitLists(payload: Buffer): Omit<SshFacts, "banner" | "protocol" | "software" | "complete"> | null {
  if (payload[0] !== 20 || payload.length < 17) return null;
  const lists: string[][] = [];
  let at = 17;
  for (let index = 0; index < 8; index += 1) {
    if (at + 4 > payload.length) return null;
    const length = payload.readUInt32BE(at);
    if (at + 4 + length > payload.length) return null;
    lists.push(namesOf(payload.toString("latin1", at + 4, at + 4 + length)));
    at += 4 + length;
  }
  const [kex = [], hostKeys = [], , ciphers = [], , macs = [], , compression = []] = lists;
  return { kex, hostKeys, ciphers, macs, compression };
}

function namesOf(text: string): string[] {
  return text
    .split(",")
    .filter((name) => /^[\x21-\x7e]+$/.test(name))
    .slice(0, MAX_NAMES)
    .map((name) => name.slice(0, MAX_NAME));
}
