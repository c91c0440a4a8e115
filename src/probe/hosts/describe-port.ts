import type { KnownPort } from "../../data/ports.ts";
import type { Conversation } from "./conversation.ts";
import { talkFtp } from "./dialogues/ftp.ts";
import { readHttp } from "./dialogues/http.ts";
import { talkMail } from "./dialogues/mail.ts";
import { talkSsh } from "./dialogues/ssh.ts";
import { talkVnc } from "./dialogues/vnc.ts";
import { bannerText, type Identified, type MailFacts, type ServicePort } from "./identified.ts";
import { recogniseReply } from "./recognise-reply.ts";

/** What an open port is, but for its number. */
export type OpenPort = Omit<ServicePort, "port" | "state">;

const UNHEARD: MailFacts = { protocol: "smtp", starttls: null, plainLogin: null, capabilities: [] };

/** Of an open port that told nothing. */
export const NOTHING: OpenPort = { service: null, identifiedBy: null, banner: null };

/**
 * What a port is by its first words or its answer to a greeting, after the second sentence of protocols that have more to say to
 * a stranger. Null where it said nothing; without a service, but with its words, where they are not understood.
 */
export async function describePort(
  talk: Conversation,
  said: Buffer,
  known: KnownPort,
  tls: "none" | "implicit",
): Promise<OpenPort | null> {
  const found = await converseFurther(talk, said, known, tls === "implicit");
  if (found === null) return said.length === 0 ? null : { ...NOTHING, banner: bannerText(said), tls };
  return {
    service: found.service,
    identifiedBy: found.identifiedBy,
    banner: found.banner ?? null,
    product: found.product ?? null,
    version: found.version ?? null,
    tls,
    access: found.access ?? null,
    ssh: found.ssh ?? null,
    mail: found.mail ?? null,
    facts: { ...found.facts },
  };
}

/** Whether what came can be judged. A line of a text protocol is read whole; of a binary one, what is recognised is enough. */
export function isEnough(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 8);
  if (/^\d{3}[ -]/.test(start)) return isWholeReply(bytes);
  return /^(?:SSH-|\* |\+OK)/.test(start) ? bytes.includes(0x0a) : recognise(bytes) !== null;
}

/**
 * A reply of SMTP or FTP with its last line, which has a space behind the code. Some mail servers say `220-` at once and the
 * end seconds later, and shut the door to those who speak in between (Postfix's postscreen).
 */
function isWholeReply(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  return text
    .split("\n")
    .slice(0, -1)
    .some((line) => line.startsWith(`${text.slice(0, 3)} `));
}

async function converseFurther(
  talk: Conversation,
  first: Buffer,
  known: KnownPort,
  secured: boolean,
): Promise<Identified | null> {
  const found = recognise(first) ?? unclear(first, known);
  switch (found?.service) {
    case "ssh": {
      const ssh = await talkSsh(talk, first);
      return { ...found, ssh, product: ssh.software.split(/[ _]/, 1)[0] ?? null, version: sshVersion(ssh.software) };
    }
    case "smtp":
    case "imap":
    case "pop3": {
      // 554 and 421 refuse the connection; there is nobody to ask.
      if (/^(?:554|421)|^\* BYE/.test(first.toString("latin1", 0, 6))) return { ...found, access: "refuses-us" };
      // Who has not finished greeting is not spoken to.
      if (found.service === "smtp" && !isWholeReply(first)) return { ...found, mail: UNHEARD };
      return { ...found, mail: await talkMail(found.service, talk, secured) };
    }
    case "ftp": {
      const { authTls } = await talkFtp(talk);
      return { ...found, facts: { authTls: authTls === null ? "unknown" : authTls ? "yes" : "no" } };
    }
    case "vnc":
      return { ...found, access: await talkVnc(talk) };
    case undefined:
      return null;
    default:
      return found;
  }
}

function recognise(bytes: Buffer): Identified | null {
  return readHttp(bytes) ?? recogniseReply(bytes);
}

/** A 220 without a word that decides: on a mail port it is mail. */
function unclear(first: Buffer, known: KnownPort): Identified | null {
  const text = first.toString("latin1", 0, 8);
  return known.usual === "smtp" && /^220[ -]/.test(text) ? { service: "smtp", identifiedBy: "banner" } : null;
}

function sshVersion(software: string): string | null {
  return /_([\d.]+p?\d*)/.exec(software)?.[1] ?? null;
}
