import type { LocalText } from "../core/text.ts";

export const PORTS_DATE = "2026-11-23";

/** What stands behind a port in the eyes of a merchant. */
export type PortFamily = "web" | "panel" | "database" | "remote" | "files" | "mail" | "queue";

/** The greetings that are sentences of a protocol, the likelier first. */
export const SPOKEN_GREETINGS = [
  "postgresql",
  "redis",
  "memcached",
  "mongodb",
  "mssql",
  "rdp",
  "smb",
  "mqtt",
  "amqp",
  "kafka",
  "ldap",
  "oracle",
  "nfs",
] as const;

export type SpokenGreeting = (typeof SPOKEN_GREETINGS)[number];

/**
 * How a port is asked what it is: `none` where its service speaks first, `http` and `tls` by those, a sentence of its usual
 * protocol, or `any` for a port of no table, at which one after the other is tried.
 */
export type Greeting = "none" | "http" | "tls" | "any" | SpokenGreeting;

export interface KnownPort {
  readonly port: number;
  readonly family: PortFamily;
  /** What usually listens there; never claimed without an answer. */
  readonly usual: string;
  readonly greeting: Greeting;
}

/** What is looked for and why, by family, for `--help` and the report. */
export const FAMILY_REASONS: Readonly<Record<PortFamily, LocalText>> = {
  web: { en: "websites and forgotten test servers", fr: "sites web et serveurs de test oubliés" },
  panel: { en: "hosting and administration panels", fr: "interfaces d’hébergement et d’administration" },
  database: {
    en: "databases that only the shop itself should reach",
    fr: "bases de données que seule la boutique devrait atteindre",
  },
  remote: { en: "remote control of the server", fr: "prise de contrôle à distance du serveur" },
  files: { en: "file sharing", fr: "partage de fichiers" },
  mail: { en: "mail, and whether passwords travel encrypted", fr: "messagerie, et chiffrement des mots de passe" },
  queue: { en: "message queues between programs", fr: "files de messages entre programmes" },
};

/** The ports that are tried by default: few, and each for a reason that a merchant understands. */
export const DEFAULT_PORTS: readonly KnownPort[] = [
  { port: 80, family: "web", usual: "http", greeting: "http" },
  { port: 443, family: "web", usual: "https", greeting: "tls" },
  { port: 8080, family: "web", usual: "http", greeting: "http" },
  { port: 8443, family: "web", usual: "https", greeting: "tls" },
  { port: 8888, family: "web", usual: "http", greeting: "http" },
  { port: 2082, family: "panel", usual: "cpanel", greeting: "http" },
  { port: 2083, family: "panel", usual: "cpanel", greeting: "tls" },
  { port: 2086, family: "panel", usual: "whm", greeting: "http" },
  { port: 2087, family: "panel", usual: "whm", greeting: "tls" },
  { port: 10_000, family: "panel", usual: "webmin", greeting: "http" },
  { port: 3306, family: "database", usual: "mysql", greeting: "none" },
  { port: 5432, family: "database", usual: "postgresql", greeting: "postgresql" },
  { port: 1433, family: "database", usual: "mssql", greeting: "mssql" },
  { port: 1521, family: "database", usual: "oracle", greeting: "oracle" },
  { port: 27_017, family: "database", usual: "mongodb", greeting: "mongodb" },
  { port: 6379, family: "database", usual: "redis", greeting: "redis" },
  { port: 11_211, family: "database", usual: "memcached", greeting: "memcached" },
  { port: 9200, family: "database", usual: "elasticsearch", greeting: "http" },
  { port: 5984, family: "database", usual: "couchdb", greeting: "http" },
  { port: 21, family: "files", usual: "ftp", greeting: "none" },
  { port: 22, family: "remote", usual: "ssh", greeting: "none" },
  { port: 23, family: "remote", usual: "telnet", greeting: "none" },
  { port: 3389, family: "remote", usual: "rdp", greeting: "rdp" },
  { port: 5900, family: "remote", usual: "vnc", greeting: "none" },
  { port: 2375, family: "remote", usual: "docker", greeting: "http" },
  { port: 2376, family: "remote", usual: "docker", greeting: "tls" },
  { port: 445, family: "files", usual: "smb", greeting: "smb" },
  { port: 873, family: "files", usual: "rsync", greeting: "none" },
  { port: 2049, family: "files", usual: "nfs", greeting: "nfs" },
  { port: 25, family: "mail", usual: "smtp", greeting: "none" },
  { port: 110, family: "mail", usual: "pop3", greeting: "none" },
  { port: 143, family: "mail", usual: "imap", greeting: "none" },
  { port: 465, family: "mail", usual: "smtp", greeting: "tls" },
  { port: 587, family: "mail", usual: "smtp", greeting: "none" },
  { port: 993, family: "mail", usual: "imap", greeting: "tls" },
  { port: 995, family: "mail", usual: "pop3", greeting: "tls" },
  { port: 5672, family: "queue", usual: "amqp", greeting: "amqp" },
  { port: 15_672, family: "queue", usual: "rabbitmq-management", greeting: "http" },
  { port: 1883, family: "queue", usual: "mqtt", greeting: "mqtt" },
  { port: 9092, family: "queue", usual: "kafka", greeting: "kafka" },
];

/** The ports at which mail exchangers are greeted. */
export const MAIL_EXCHANGER_PORTS: readonly number[] = [25];

/** A port of the table, or what is known of one that the user named with `--ports`: nothing. */
export function knownPort(port: number): KnownPort {
  return DEFAULT_PORTS.find((one) => one.port === port) ?? { port, family: "web", usual: "unknown", greeting: "any" };
}

/** All sentences for a port of no table. A moved service often keeps the end of its number: 15432 is tried as 5432 first. */
export function guessedGreetings(port: number): readonly SpokenGreeting[] {
  const alike = DEFAULT_PORTS.filter((one) => String(port).endsWith(String(one.port))).map(({ greeting }) => greeting);
  return SPOKEN_GREETINGS.toSorted((one, other) => Number(alike.includes(other)) - Number(alike.includes(one)));
}

/** Reads `--ports 22,80,8000-8010`; at most 1,000 ports. Null for anything else. */
export function parsePorts(text: string): readonly number[] | null {
  const ports = new Set<number>();
  for (const part of text.split(",")) {
    const [, first, last = first] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last);
    if (first === undefined || from < 1 || to > 65_535 || to < from || to - from > 1000) return null;
    for (let port = from; port <= to; port += 1) ports.add(port);
  }
  return ports.size > 1000 ? null : [...ports];
}
