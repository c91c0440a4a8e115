import type { SocketReader } from "../socket-reader.ts";
import type { StartTlsOutcome } from "./dialogue.ts";
import { startFtp } from "./ftp.ts";
import { startImap } from "./imap.ts";
import { startMysql } from "./mysql.ts";
import { startPop3 } from "./pop3.ts";
import { startPostgres } from "./postgres.ts";
import { startSmtp } from "./smtp.ts";

/** Protocols that turn a plain connection into TLS, with their usual port. */
export const STARTTLS_PROTOCOLS = ["smtp", "imap", "pop3", "ftp", "postgres", "mysql"] as const;

export type StartTlsProtocol = (typeof STARTTLS_PROTOCOLS)[number];

export const STARTTLS_PORTS: Readonly<Record<StartTlsProtocol, number>> = {
  smtp: 25,
  imap: 143,
  pop3: 110,
  ftp: 21,
  postgres: 5432,
  mysql: 3306,
};

const DIALOGUES: Readonly<Record<StartTlsProtocol, (reader: SocketReader) => Promise<StartTlsOutcome>>> = {
  smtp: startSmtp,
  imap: startImap,
  pop3: startPop3,
  ftp: startFtp,
  postgres: startPostgres,
  mysql: startMysql,
};

/** Whether a name, such as a command-line value, is a STARTTLS protocol. */
export function isStartTlsProtocol(name: string): name is StartTlsProtocol {
  return STARTTLS_PROTOCOLS.some((protocol) => protocol === name);
}

/** Leads the dialogue of a protocol up to the point where a ClientHello may be sent. */
export async function startTls(protocol: StartTlsProtocol, reader: SocketReader): Promise<StartTlsOutcome> {
  return DIALOGUES[protocol](reader);
}
