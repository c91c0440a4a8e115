import { X509Certificate } from "node:crypto";
import { isIpLiteral } from "../core/domain.ts";
import { parseTarget } from "../core/target.ts";
import { PACES, type Pace } from "../core/evidence/evidence.ts";
import { parseDnsServer } from "../net/dns-transport.ts";
import { parseProxy, proxyFromEnvironment, type Proxy } from "../net/proxy.ts";
import { DEFAULT_CONNECTIONS } from "../net/scheduler.ts";
import { readTextFile } from "../store/files.ts";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** How the network may be used, as the command line says. */
export interface NetworkSettings {
  readonly pace: Pace;
  readonly resolve: Readonly<Record<string, string>>;
  readonly resolver: string | null;
  readonly extraCa: readonly string[];
  readonly extraRootSubjects: readonly string[];
  readonly allowPrivate: boolean;
  readonly proxyFor: (url: string) => Proxy | null;
  readonly budget: number;
  /** Whom the owner of a server may write to; goes into the User-Agent. */
  readonly contact: string | null;
  /** A site that takes longer than this is cut off; what is known of it by then is kept. */
  readonly siteDeadlineMs: number;
  /** Connections at a time, to all sites together. */
  readonly maxConnections: number;
}

const DEFAULT_BUDGET = 600;

const DEFAULT_DEADLINE_SECONDS = 900;

/** Reads the network options. Throws `UsageError`, and `FileError` for a root that cannot be read. */
export async function networkSettings(
  options: Options,
  io: Io,
  defaultPace: Pace = "normal",
): Promise<NetworkSettings> {
  const extraCa = await Promise.all(options.list("ca").map((path) => readTextFile(path, 1024 * 1024)));
  const proxy = options.text("proxy");
  const explicit = proxy === undefined ? null : readProxy(proxy);
  return {
    pace: options.choice("pace", PACES, defaultPace),
    resolve: Object.fromEntries(options.list("resolve").map(readResolve)),
    resolver: readResolver(options.text("resolver")),
    extraCa,
    extraRootSubjects: extraCa.map((pem, index) => rootSubject(pem, options.list("ca")[index] ?? "")),
    allowPrivate: options.flag("allow-private"),
    proxyFor: explicit === null ? (url) => proxyFromEnvironment(url, io.env) : () => explicit,
    budget: options.integer("budget", 1, 1_000_000) ?? DEFAULT_BUDGET,
    contact: readContact(options.text("contact")),
    siteDeadlineMs: 1000 * (options.number("site-deadline", 1, 86_400) ?? DEFAULT_DEADLINE_SECONDS),
    maxConnections: options.integer("max-connections", 1, 65_535) ?? DEFAULT_CONNECTIONS,
  };
}

/** A header takes one line of visible ASCII, and parentheses would end the comment that it stands in (RFC 9110, 5.6.5). */
function readContact(text: string | undefined): string | null {
  const contact = text?.trim() ?? null;
  if (contact !== null && !/^[!-'*-[\]-~]{3,200}$/.test(contact)) {
    throw new UsageError(`--contact takes an e-mail or web address, such as security@agency.example; got "${contact}"`);
  }
  return contact;
}

function readResolver(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    parseDnsServer(text);
    return text;
  } catch (error) {
    throw new UsageError(`--resolver: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readResolve(text: string): readonly [string, string] {
  const separator = text.indexOf("=");
  const host = text.slice(0, separator);
  const address = text.slice(separator + 1).replace(/^\[|\]$/g, "");
  if (separator < 1 || !isIpLiteral(address)) {
    throw new UsageError(`--resolve takes HOST=ADDRESS, such as www.bakery.example=203.0.113.7; got "${text}"`);
  }
  try {
    return [parseTarget(host).host, address];
  } catch (error) {
    throw new UsageError(`--resolve: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readProxy(text: string): Proxy {
  try {
    return parseProxy(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function rootSubject(pem: string, path: string): string {
  try {
    return new X509Certificate(pem).subject.replaceAll("\n", ", ");
  } catch {
    throw new UsageError(`--ca ${path}: there is no PEM certificate in it`);
  }
}
