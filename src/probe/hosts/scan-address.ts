import type { Socket } from "node:net";
import type { z } from "zod";
import type { hostsValueSchema } from "../../core/evidence/hosts.ts";
import { NetError, type Net, type Reason } from "../../net/net.ts";
import { knownPort } from "../../data/ports.ts";
import { identifyPort, PATIENCE, type Patience } from "./identify-port.ts";
import type { ServicePort } from "./identified.ts";

export type HostFacts = z.infer<typeof hostsValueSchema>["hosts"][number];

export interface AddressOptions {
  readonly net: Net;
  readonly host: string;
  readonly ip: string;
  readonly reason: Reason;
  readonly ports: readonly number[];
  readonly signal?: AbortSignal | undefined;
  readonly onPort?: () => void;
  /** Ports that nobody uses, to see whether the address accepts everything. */
  readonly controls: readonly number[];
  readonly patience?: Patience | undefined;
}

export interface AddressScan {
  readonly ports: ServicePort[];
  readonly acceptsEverything: boolean | null;
}

/**
 * Tries the ports of one address, paced by its scheduler, and asks the open ones what they are. Rejects with a `NetError` only
 * for what concerns them all: no leave, no route of our own, blocked, interrupted.
 */
export async function scanAddress(options: AddressOptions): Promise<AddressScan> {
  // All at once: a silent control must not put its deadline before that of the ports.
  const [controls, ports] = await Promise.all([
    Promise.all(options.controls.map((port) => isOpen(options, port))),
    Promise.all(options.ports.map((port) => look(options, port))),
  ]);
  return { ports, acceptsEverything: controls.length === 0 ? null : controls.every(Boolean) };
}

async function look(options: AddressOptions, port: number): Promise<ServicePort> {
  const result = await tryPort(options, port);
  const closed = { port, service: null, identifiedBy: null, banner: null };
  const facts: ServicePort =
    typeof result === "string"
      ? { ...closed, state: result }
      : { ...closed, state: "open", ...(await identify(options, port, result)) };
  options.onPort?.();
  return facts;
}

async function isOpen(options: AddressOptions, port: number): Promise<boolean> {
  const result = await tryPort(options, port);
  if (typeof result === "string") return false;
  result.destroy();
  return true;
}

async function identify(options: AddressOptions, port: number, socket: Socket) {
  return await identifyPort({
    host: options.host,
    known: knownPort(port),
    socket,
    userAgent: options.net.userAgent,
    signal: options.signal,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    open: async () => {
      const result = await tryPort(options, port);
      return typeof result === "string" ? null : result;
    },
  });
}

/** A refusal is a closed port; no answer, or a router's word that the way is barred, a filtered one. */
async function tryPort(options: AddressOptions, port: number): Promise<Socket | "closed" | "filtered"> {
  const { net, host, ip, reason, signal } = options;
  const { connect: timeoutMs } = options.patience ?? PATIENCE;
  try {
    const dialled = await net.dial({ host, port, address: ip, kind: "port", reason, timeoutMs, signal });
    return dialled.socket;
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    if (error.code === "refused" || error.code === "reset") return "closed";
    if (error.code === "timeout" || (error.code === "unreachable" && !isOwnFault(error))) return "filtered";
    throw error;
  }
}

/** No way out of this machine (no IPv6, a firewall of its own), which says nothing about the other end. */
function isOwnFault({ cause }: NetError): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  return code === "ENETUNREACH" || code === "EADDRNOTAVAIL" || code === "ENETDOWN" || code === "EACCES";
}
