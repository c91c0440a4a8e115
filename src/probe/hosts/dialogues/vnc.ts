import type { Conversation } from "../conversation.ts";
import type { ServicePort } from "../identified.ts";

/**
 * Goes on after the RFB banner: says our version and reads the kinds of login that the server offers (RFC 6143, 7.1.2). None is
 * chosen. Type 1 means that anybody gets the screen.
 */
export async function talkVnc(talk: Conversation): Promise<NonNullable<ServicePort["access"]>> {
  talk.send("RFB 003.008\n");
  const bytes = await talk.read((said) => said.length > 0 && said.length > (said[0] ?? 0), 2000);
  const count = bytes[0] ?? 0;
  if (count === 0 || bytes.length <= count) return "greets";
  return bytes.subarray(1, 1 + count).includes(1) ? "open" : "protected";
}
