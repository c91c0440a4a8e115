import { cleanText } from "../../../core/text.ts";
import { hasLine, type Conversation } from "../conversation.ts";
import type { MailFacts } from "../identified.ts";

/** Milliseconds for an answer; servers make strangers wait. */
const WAIT_MS = 4000;
const MAX_CAPABILITIES = 60;

/**
 * Asks a mail server what it can do, and says good-bye: EHLO, CAPA or CAPABILITY. No name, no password and no letter is given.
 */
export async function talkMail(
  protocol: MailFacts["protocol"],
  talk: Conversation,
  secured: boolean,
): Promise<MailFacts> {
  const capabilities = await capabilitiesOf(protocol, talk);
  talk.send(protocol === "imap" ? "v2 LOGOUT\r\n" : "QUIT\r\n");
  const names = capabilities.map((line) => line.toUpperCase());
  if (names.length === 0) return { protocol, starttls: null, plainLogin: null, capabilities };
  return {
    protocol,
    starttls: names.includes(protocol === "pop3" ? "STLS" : "STARTTLS"),
    plainLogin: secured ? false : takesPassword(protocol, names),
    capabilities,
  };
}

/** What a server says to a stranger about logging in before any encryption. */
function takesPassword(protocol: MailFacts["protocol"], names: readonly string[]): boolean {
  if (protocol === "smtp") return names.some((name) => /^AUTH[ =].*\b(?:PLAIN|LOGIN)\b/.test(name));
  // RFC 9051, 7.2.2: unless LOGINDISABLED is announced, LOGIN works.
  if (protocol === "imap") return !names.includes("LOGINDISABLED");
  // RFC 2449, 6.3 and 6.4: USER, or a SASL mechanism that sends the password.
  return names.some((name) => name === "USER" || /^SASL\b.*\b(?:PLAIN|LOGIN)\b/.test(name));
}

async function capabilitiesOf(protocol: MailFacts["protocol"], talk: Conversation): Promise<string[]> {
  if (protocol === "smtp") {
    talk.send("EHLO vigie.invalid\r\n");
    const text = await answer(talk, (bytes) => /(?:^|\n)\d{3} [^\n]*\n/.test(bytes.toString("latin1")));
    return linesOf(text)
      .flatMap((line) => /^250[ -](.+)$/.exec(line)?.[1] ?? [])
      .slice(1);
  }
  if (protocol === "pop3") {
    talk.send("CAPA\r\n");
    const text = await answer(talk, (bytes) => /(?:^|\n)\.\r?\n|^-ERR[^\n]*\n/.test(bytes.toString("latin1")));
    return text.startsWith("+OK")
      ? linesOf(text)
          .slice(1)
          .filter((line) => line !== ".")
      : [];
  }
  talk.send("v1 CAPABILITY\r\n");
  const text = await answer(talk, (bytes) => /(?:^|\n)v1 [^\n]*\n/.test(bytes.toString("latin1")));
  const line = linesOf(text).find((one) => /^\* CAPABILITY /i.test(one));
  return line === undefined ? [] : line.split(" ").slice(2, 2 + MAX_CAPABILITIES);
}

async function answer(talk: Conversation, whole: (bytes: Buffer) => boolean): Promise<string> {
  return (await talk.read((bytes) => hasLine(bytes) && whole(bytes), WAIT_MS)).toString("latin1");
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => cleanText(line, 200).trim())
    .filter((line) => line !== "")
    .slice(0, MAX_CAPABILITIES);
}
