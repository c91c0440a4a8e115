import type { Socket } from "node:net";
import { guessedGreetings, type KnownPort, type SpokenGreeting } from "../../data/ports.ts";
import { converse, type Conversation } from "./conversation.ts";
import { describePort, isEnough, NOTHING, type OpenPort } from "./describe-port.ts";
import { talkHttp } from "./dialogues/http.ts";
import { GREETINGS } from "./greetings.ts";
import { secureSocket } from "./secured-socket.ts";

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
  /** For the answer to one of many greetings, at a port of no table. */
  readonly guess: number;
  readonly handshake: number;
}

/** What real services need; two seconds are the one deadline of a silent port. */
export const PATIENCE: Patience = {
  connect: 2000,
  listen: 1500,
  mail: 10_000,
  greeting: 2000,
  guess: 1000,
  handshake: 3000,
};

type Attempt = (options: IdentifyOptions, socket: Socket) => Promise<OpenPort | null>;

/**
 * What listens on an open port: by what it says first, by its answer to the one greeting that fits the port, or by whether it
 * speaks HTTP or TLS, one connection each; of a port that the user named and that is in no table, by the first greeting that is
 * answered. Each connection is bounded; nothing is claimed that was not answered.
 */
export async function identifyPort(options: IdentifyOptions): Promise<OpenPort> {
  let words: OpenPort | null = null;
  for (const [round, attempts] of roundsFor(options.known).entries()) {
    const told = await Promise.all(
      attempts.map(async (attempt) => {
        const socket = round === 0 ? options.socket : await options.open();
        return socket === null ? null : await attempt(options, socket);
      }),
    );
    const found = told.find((one) => one !== null && one.service !== null);
    if (found !== undefined && found !== null) return found;
    words ??= told.find((one) => one !== null) ?? null;
  }
  return words ?? NOTHING;
}

/** What is tried, one round after the other; the first round has one attempt, on the connection that is there. */
function roundsFor({ port, greeting }: KnownPort): readonly (readonly Attempt[])[] {
  switch (greeting) {
    case "none":
      return [[listen], [greetHttp], [overTls]];
    case "http":
      return [[greetHttp], [overTls]];
    case "tls":
      return [[overTls], [listenThenHttp]];
    case "any": {
      const [likely = [], ...others] = guessedGreetings(port).map((guess) => [greet(guess, "guess")]);
      return [[listenThenHttp], [overTls], likely, ...inFours(others.flat())];
    }
    default:
      return [[greet(greeting, "greeting")], [greetHttp], [overTls]];
  }
}

/** A service that stays silent to everything would otherwise take a second for each greeting. */
function inFours(attempts: readonly Attempt[]): readonly (readonly Attempt[])[] {
  return Array.from({ length: Math.ceil(attempts.length / 4) }, (_, at) => attempts.slice(at * 4, at * 4 + 4));
}

async function listen(options: IdentifyOptions, socket: Socket): Promise<OpenPort | null> {
  return await talkOver(options, socket, (talk) => talk.read(isEnough, listening(options)));
}

/** Whatever answers to GET is recognised, since nothing keeps a service to its usual port. */
async function greetHttp(options: IdentifyOptions, socket: Socket): Promise<OpenPort | null> {
  return await talkOver(options, socket, (talk) => getOver(talk, options));
}

/** A service that speaks first is not interrupted. */
async function listenThenHttp(options: IdentifyOptions, socket: Socket): Promise<OpenPort | null> {
  return await talkOver(options, socket, async (talk) => {
    const first = await talk.read(isEnough, listening(options));
    return first.length > 0 || talk.ended ? first : await getOver(talk, options);
  });
}

function greet(greeting: SpokenGreeting, wait: "greeting" | "guess"): Attempt {
  return (options, socket) =>
    talkOver(options, socket, (talk) => {
      talk.send(GREETINGS[greeting]);
      return talk.read(isEnough, patienceOf(options)[wait]);
    });
}

/** TLS from the first byte, and what speaks inside. The certificate is the TLS probe's business. */
async function overTls(options: IdentifyOptions, raw: Socket): Promise<OpenPort | null> {
  const { host, known, signal } = options;
  const secured = await secureSocket(raw, { host, signal, milliseconds: patienceOf(options).handshake });
  if (secured === null) {
    raw.destroy();
    return null;
  }
  const talk = converse(secured, signal);
  try {
    const listens = known.family === "mail" || known.greeting === "any";
    const first = listens ? await talk.read(isEnough, listening(options)) : Buffer.alloc(0);
    const said = first.length > 0 || known.family === "mail" ? first : await askInside(talk, options);
    const found = await describePort(talk, said, known, "implicit");
    if (found !== null && found.service !== null) return found;
    return { service: "tls", identifiedBy: "tls", banner: null, tls: "implicit" };
  } finally {
    talk.close();
    raw.destroy();
  }
}

/** What is asked inside TLS: a database that is only reached through it knows no GET. */
async function askInside(talk: Conversation, options: IdentifyOptions): Promise<Buffer> {
  const greeting = insideGreeting(options.known);
  if (greeting === null) return await getOver(talk, options);
  talk.send(GREETINGS[greeting]);
  return await talk.read(isEnough, patienceOf(options).greeting);
}

function insideGreeting({ greeting }: KnownPort): SpokenGreeting | null {
  return greeting === "none" || greeting === "http" || greeting === "tls" || greeting === "any" ? null : greeting;
}

async function talkOver(
  options: IdentifyOptions,
  socket: Socket,
  speak: (talk: Conversation) => Promise<Buffer>,
): Promise<OpenPort | null> {
  const talk = converse(socket, options.signal);
  try {
    return await describePort(talk, await speak(talk), options.known, "none");
  } finally {
    talk.close();
  }
}

async function getOver(talk: Conversation, options: IdentifyOptions): Promise<Buffer> {
  return await talkHttp(talk, options.host, options.userAgent, patienceOf(options).greeting);
}

/** Milliseconds for the first words. */
function listening(options: IdentifyOptions): number {
  const { mail, listen: usual } = patienceOf(options);
  return options.known.family === "mail" ? mail : usual;
}

function patienceOf(options: IdentifyOptions): Patience {
  return options.patience ?? PATIENCE;
}
