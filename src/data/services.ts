import type { LocalText } from "../core/text.ts";

/** What a service is to a merchant: decides how bad it is that strangers reach it. */
export type ServiceKind = "database" | "control" | "desktop" | "telnet" | "files" | "queue" | "panel" | "ordinary";

export interface KnownService {
  readonly kind: ServiceKind;
  readonly name: string;
  /** What it holds, in the merchant's words. */
  readonly holds: LocalText;
}

const NOTHING: LocalText = { en: "", fr: "" };
const DATA: LocalText = { en: "orders and customers", fr: "les commandes et les clients" };
const CACHE: LocalText = { en: "sessions and baskets", fr: "les sessions et les paniers" };
const ACCOUNTS: LocalText = { en: "names, addresses and accounts", fr: "des noms, des adresses et des comptes" };
const SERVER: LocalText = { en: "the whole server", fr: "le serveur entier" };
const FILES: LocalText = { en: "the server's files", fr: "les fichiers du serveur" };
const MESSAGES: LocalText = { en: "the messages between your programs", fr: "les messages entre vos programmes" };
const HOSTING: LocalText = { en: "the hosting account", fr: "le compte d’hébergement" };

/** By the ids that the hosts probe gives. */
const SERVICES: Readonly<Record<string, KnownService>> = {
  mysql: { kind: "database", name: "MySQL/MariaDB", holds: DATA },
  postgresql: { kind: "database", name: "PostgreSQL", holds: DATA },
  mssql: { kind: "database", name: "SQL Server", holds: DATA },
  oracle: { kind: "database", name: "Oracle", holds: DATA },
  mongodb: { kind: "database", name: "MongoDB", holds: DATA },
  elasticsearch: { kind: "database", name: "Elasticsearch", holds: DATA },
  couchdb: { kind: "database", name: "CouchDB", holds: DATA },
  clickhouse: { kind: "database", name: "ClickHouse", holds: DATA },
  redis: { kind: "database", name: "Redis", holds: CACHE },
  memcached: { kind: "database", name: "Memcached", holds: CACHE },
  ldap: { kind: "database", name: "LDAP", holds: ACCOUNTS },
  docker: { kind: "control", name: "Docker", holds: SERVER },
  vnc: { kind: "desktop", name: "VNC", holds: SERVER },
  rdp: { kind: "desktop", name: "RDP", holds: SERVER },
  telnet: { kind: "telnet", name: "Telnet", holds: SERVER },
  smb: { kind: "files", name: "SMB", holds: FILES },
  nfs: { kind: "files", name: "NFS", holds: FILES },
  rsync: { kind: "files", name: "rsync", holds: FILES },
  amqp: { kind: "queue", name: "AMQP", holds: MESSAGES },
  mqtt: { kind: "queue", name: "MQTT", holds: MESSAGES },
  kafka: { kind: "queue", name: "Kafka", holds: MESSAGES },
  "rabbitmq-management": { kind: "panel", name: "RabbitMQ Management", holds: MESSAGES },
  webmin: { kind: "panel", name: "Webmin", holds: SERVER },
  cpanel: { kind: "panel", name: "cPanel", holds: HOSTING },
  plesk: { kind: "panel", name: "Plesk", holds: HOSTING },
  directadmin: { kind: "panel", name: "DirectAdmin", holds: HOSTING },
  ssh: { kind: "ordinary", name: "SSH", holds: NOTHING },
  ftp: { kind: "ordinary", name: "FTP", holds: NOTHING },
  smtp: { kind: "ordinary", name: "SMTP", holds: NOTHING },
  imap: { kind: "ordinary", name: "IMAP", holds: NOTHING },
  pop3: { kind: "ordinary", name: "POP3", holds: NOTHING },
  http: { kind: "ordinary", name: "HTTP", holds: NOTHING },
  tls: { kind: "ordinary", name: "TLS", holds: NOTHING },
  phpmyadmin: { kind: "panel", name: "phpMyAdmin", holds: DATA },
};

/** What is known of a service; `ordinary` for one that is meant for everybody or is not in the table. */
export function knownService(id: string): KnownService {
  return SERVICES[id] ?? { kind: "ordinary", name: id, holds: NOTHING };
}
