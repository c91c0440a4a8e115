import { createSocket } from "node:dgram";
import { getServers } from "node:dns";
import { connect, isIP, isIPv6 } from "node:net";
import { NetError } from "./net.ts";

/** A name server: the user's own resolver, which every name of a scan is asked of. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

/** The resolvers that this machine is set up with. */
export function systemDnsServers(): readonly DnsServer[] {
  return getServers().map(parseDnsServer);
}

/** Reads `--resolver`: an address with or without a port. Throws a `NetError` for anything else. */
export function parseDnsServer(text: string): DnsServer {
  const [, bracketed, port] =
    /^\[([0-9a-f:.%]+)\](?::(\d{1,5}))?$/i.exec(text) ?? /^(\d+\.\d+\.\d+\.\d+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? text;
  const number = port === undefined ? 53 : Number(port);
  if (isIP(address) === 0 || number < 1 || number > 65_535) {
    throw new NetError(
      "dns-failed",
      `${JSON.stringify(text.slice(0, 80))} is no resolver; give its address, such as 192.0.2.53 or [2001:db8::53]:5353`,
    );
  }
  return { address, port: number };
}

export interface DnsExchange {
  readonly server: DnsServer;
  readonly query: Uint8Array;
  /** Milliseconds for this one attempt. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether a datagram answers this query; others (forged, late) are ignored and the waiting goes on. */
  readonly accept: (message: Uint8Array) => boolean;
}

/** One datagram out, the first one accepted back. Rejects with `timeout`, `dns-failed` or `interrupted`. */
export async function exchangeUdp(exchange: DnsExchange): Promise<Uint8Array> {
  const { server, query, accept } = exchange;
  const socket = createSocket(isIPv6(server.address) ? "udp6" : "udp4");
  return await bounded<Uint8Array>(
    exchange,
    () => {
      socket.close();
    },
    (resolve, reject) => {
      // Connected, so that only this server's datagrams arrive and a closed port is reported at once.
      socket.on("error", reject);
      socket.on("message", (message) => {
        if (accept(message)) resolve(message);
      });
      socket.connect(server.port, server.address, () => {
        socket.send(query, (error) => {
          if (error !== null) reject(error);
        });
      });
    },
  );
}

/** The same over TCP, for answers that are too long for a datagram (RFC 7766). At most 65,535 bytes are read. */
export async function exchangeTcp(exchange: DnsExchange): Promise<Uint8Array> {
  const { server, query, accept } = exchange;
  const socket = connect({ host: server.address, port: server.port, noDelay: true });
  return await bounded<Uint8Array>(
    exchange,
    () => {
      socket.destroy();
    },
    (resolve, reject) => {
      let received = Buffer.alloc(0);
      socket.on("error", reject);
      socket.on("close", () => {
        reject(new Error("closed before the answer was whole"));
      });
      socket.on("connect", () => {
        socket.write(Buffer.concat([Buffer.from([query.length >> 8, query.length & 0xff]), query]));
      });
      socket.on("data", (chunk) => {
        received = Buffer.concat([received, chunk]);
        const length = received.length < 2 ? Number.POSITIVE_INFINITY : received.readUInt16BE(0);
        if (received.length < length + 2) return;
        const message = received.subarray(2, length + 2);
        if (accept(message)) resolve(message);
        else reject(new Error("an answer to another question"));
      });
    },
  );
}

async function bounded<T>(
  { server, timeoutMs, signal }: DnsExchange,
  close: () => void,
  run: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  const where = `${server.address}:${String(server.port)}`;
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new NetError("timeout", `the resolver ${where} does not answer`));
      }, timeoutMs);
      onAbort = () => {
        reject(new NetError("interrupted", `stopped while asking the resolver ${where}`));
      };
      if (signal?.aborted === true) onAbort();
      signal?.addEventListener("abort", onAbort, { once: true });
      run(resolve, (error) => {
        reject(new NetError("dns-failed", `the resolver ${where} cannot be asked`, { cause: error }));
      });
    });
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener("abort", onAbort);
    close();
  }
}
