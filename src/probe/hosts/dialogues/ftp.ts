import { hasLine, type Conversation } from "../conversation.ts";

/**
 * Asks an FTP server for its features (RFC 2389) and says good-bye; whether AUTH TLS (RFC 4217) is among them. Null where the
 * server says nothing of features.
 */
export async function talkFtp(talk: Conversation): Promise<{ readonly authTls: boolean | null }> {
  talk.send("FEAT\r\n");
  const bytes = await talk.read(
    (said) => hasLine(said) && /(?:^|\n)\d{3} [^\n]*\n/.test(said.toString("latin1")),
    2000,
  );
  talk.send("QUIT\r\n");
  const text = bytes.toString("latin1");
  if (text.startsWith("211-")) return { authTls: /^ ?AUTH\b.*\bTLS/im.test(text) };
  // Many servers list no features to strangers; 530 asks for a login first.
  return { authTls: null };
}
