import { connect, type TLSSocket } from "node:tls";
import type { Socket } from "node:net";
import { isIpLiteral } from "../../core/domain.ts";
import type { KnownPort } from "../../data/ports.ts";
import { converse, type Conversation } from "./conversation.ts";
import { talkFtp } from "./dialogues/ftp.ts";
import { readHttp, talkHttp } from "./dialogues/http.ts";
import { talkMail } from "./dialogues/mail.ts";
import { talkSsh } from "./dialogues/ssh.ts";
import { talkVnc } from "./dialogues/vnc.ts";
import { GREETINGS } from "./greetings.ts";
import type { Identified, ServicePort } from "./identified.ts";
import { recogniseReply } from "./recognise-reply.ts";

export interface IdentifyOptions {
  readonly host: string;
  readonly known: KnownPort;
  /** The connection that showed that the port is open. */
  readonly socket: Socket;
  /** Another connection to the same port; null where none can be had. */
  readonly open: () => Promise<Socket | null>;
  readonly userAgent: string;
  readonly signal?: AbortSignal | undefined;
  readonly patience?: Patience;
}

/** Milliseconds that a service has. */
export interface Patience {
  /** For a connection to stand: a port that is silent for so long counts as filtered. */
  readonly connect: number;
  /** For its first words. */
  readonly listen: number;
  /** For the first words of a mail server: many make strangers wait. */
  readonly mail: number;
  /** For the answer to a greeting. */
  readonly greeting: number;
  readonly handshake: number;
}

/** What real services need; two seconds are the one deadline of a silent port. */
export const PATIENCE: Patience = { connect: 2000, listen: 1500, mail: 6000, greeting: 2000, handshake: 3000 };

export type OpenPort = Omit<ServicePort, "port" | "state">;

const NOTHING: OpenPort = { service: null, identifiedBy: null, banner: null };

/**
 * What listens on an open port: by what it says first, else by its answer to the one greeting that fits the port, else by
 * whether it speaks HTTP or TLS. At most four connections, each bounded; nothing is claimed that was not answered.
 */
export async function identifyPort(options: IdentifyOptions): Promise<OpenPort> {
  const { known } = options;
  if (known.greeting === "tls") {
    const secured = await overTls(options, options.socket);
    if (secured !== null) return secured;
    return (await again(options, listenThenGreet)) ?? NOTHING;
  }
  return (
    (await listenThenGreet(options, options.socket)) ??
    (known.greeting === "http" ? null : await again(options, greetHttp)) ??
    (await again(options, overTls)) ??
    NOTHING
  );
}

async function again(
  options: IdentifyOptions,
  attempt: (options: IdentifyOptions, socket: Socket) => Promise<OpenPort | null>,
): Promise<OpenPort | null> {
  const socket = await options.open();
  return socket === null ? null : await attempt(options, socket);
}

async function listenThenGreet(options: IdentifyOptions, socket: Socket): Promise<OpenPort | null> {
  const { known, signal } = options;
  const talk = converse(socket, signal);
  try {
    // A port whose service waits for the client is greeted at once.
    const waits = known.greeting !== "none";
    const { listen, mail, greeting } = options.patience ?? PATIENCE;
    const patience = known.family === "mail" ? mail : listen;
    const first = waits ? Buffer.alloc(0) : await talk.read(isEnough, patience);
    if (first.length > 0) return described(await converseFurther(talk, first, options, false), first, "none");
    if (talk.ended) return null;
    if (known.greeting === "http") return await greetHttpOn(talk, options);
    if (known.greeting === "none" || known.greeting === "tls") return null;
    talk.send(GREETINGS[known.greeting]);
    const reply = await talk.read(isEnough, greeting);
    return described(await converseFurther(talk, reply, options, false), reply, "none");
  } finally {
    talk.close();
  }
}

async function greetHttp(options: IdentifyOptions, socket: Socket): Promise<OpenPort | null> {
  const talk = converse(socket, options.signal);
  try {
    return await greetHttpOn(talk, options);
  } finally {
    talk.close();
  }
}

/** Whatever answers to GET is recognised, since nothing keeps a service to its usual port. */
async function greetHttpOn(talk: Conversation, options: IdentifyOptions): Promise<OpenPort | null> {
  const said = await talkHttp(talk, options.host, options.userAgent, (options.patience ?? PATIENCE).greeting);
  return described(await converseFurther(talk, said, options, false), said, "none");
}

/** TLS from the first byte, and what speaks inside. The certificate is the TLS probe's business. */
async function overTls(options: IdentifyOptions, raw: Socket): Promise<OpenPort | null> {
  const secured = await handshake(raw, options);
  if (secured === null) {
    raw.destroy();
    return null;
  }
  const talk = converse(secured, options.signal);
  try {
    if (options.known.family === "mail") {
      const first = await talk.read(isEnough, (options.patience ?? PATIENCE).mail);
      const found = await converseFurther(talk, first, options, true);
      if (found !== null) return described(found, first, "implicit");
    } else {
      const said = await talkHttp(talk, options.host, options.userAgent, (options.patience ?? PATIENCE).greeting);
      const found = await converseFurther(talk, said, options, true);
      if (found !== null) return described(found, said, "implicit");
    }
    return { service: "tls", identifiedBy: "tls", banner: null, tls: "implicit" };
  } finally {
    talk.close();
    raw.destroy();
  }
}

/** The second sentence of protocols that have more to say to a stranger. */
async function converseFurther(
  talk: Conversation,
  first: Buffer,
  options: IdentifyOptions,
  secured: boolean,
): Promise<Identified | null> {
  const found = recognise(first) ?? unclear(first, options.known);
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

/** A line of a text protocol is read whole; of a binary one, what is recognised is enough. */
function isEnough(bytes: Buffer): boolean {
  const text = /^(?:SSH-|\* |\+OK|\d{3}[ -])/.test(bytes.toString("latin1", 0, 8));
  return text ? bytes.includes(0x0a) : recognise(bytes) !== null;
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

function described(found: Identified | null, first: Buffer, tls: "none" | "implicit"): OpenPort | null {
  if (found === null) return first.length === 0 ? null : { ...NOTHING, banner: bannerOf(first), tls };
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

function bannerOf(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 200);
}

async function handshake(raw: Socket, options: IdentifyOptions): Promise<TLSSocket | null> {
  const { host, signal, patience = PATIENCE } = options;
  return await new Promise<TLSSocket | null>((resolve) => {
    const socket = connect({
      socket: raw,
      host,
      servername: isIpLiteral(host) ? "" : host,
      rejectUnauthorized: false,
      minVersion: "TLSv1",
      ciphers: "DEFAULT:@SECLEVEL=0",
      ALPNProtocols: ["http/1.1"],
    });
    const give = (result: TLSSocket | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      if (result === null) socket.destroy();
      resolve(result);
    };
    const stop = (): void => {
      give(null);
    };
    const timer = setTimeout(stop, patience.handshake);
    signal?.addEventListener("abort", stop, { once: true });
    socket.once("secureConnect", () => {
      give(socket);
    });
    socket.on("error", stop).on("close", stop);
    if (signal?.aborted === true) stop();
  });
}
