import type { Socket } from "node:net";
import { isIpLiteral } from "../core/domain.ts";
import { NetError } from "./net.ts";

/** An HTTP proxy that all requests go through; TLS and port probes cannot and are skipped. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** The value of Proxy-Authorization, where the address names a user. */
  readonly authorization: string | null;
  /** For the report: host and port, never the credentials. */
  readonly label: string;
}

/** Reads `--proxy`: http://[user:password@]host:port, or host:port. Throws a `NetError` that says what is possible. */
export function parseProxy(text: string): Proxy {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || url.hostname === "") {
    throw new NetError("proxy-failed", `the proxy address is not one; give it as http://host:port`);
  }
  if (url.protocol !== "http:") {
    throw new NetError("proxy-failed", `${url.protocol}// proxies are not spoken; give an http:// one`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = `${decoded(url.username)}:${decoded(url.password)}`;
  return {
    host,
    port: url.port === "" ? 80 : Number(url.port),
    authorization: user === ":" ? null : `Basic ${Buffer.from(user).toString("base64")}`,
    label: `${url.hostname}:${url.port === "" ? "80" : url.port}`,
  };
}

/** A password that holds a bare % is taken as it stands, as curl does. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The proxy that the environment names for a URL, as curl reads it: https_proxy or http_proxy by scheme, all_proxy, and
 * no_proxy with suffixes. HTTP_PROXY in capitals is not read, since a CGI caller can set it (CVE-2016-5385).
 */
export function proxyFromEnvironment(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Proxy | null {
  const { protocol, hostname, port: named } = new URL(url);
  const port = named === "" ? (protocol === "https:" ? "443" : "80") : named;
  const host = hostname.replace(/^\[|\]$/g, "");
  const read = (name: string): string => environment[name] ?? environment[name.toUpperCase()] ?? "";
  const byScheme = protocol === "https:" ? read("https_proxy") : (environment["http_proxy"] ?? "");
  const text = byScheme !== "" ? byScheme : read("all_proxy");
  if (text === "" || isExempt(host, port, read("no_proxy"))) return null;
  return parseProxy(text);
}

function isExempt(host: string, port: string, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const bare = entry.toLowerCase().replace(/^\*?\./, "");
      const [, suffix = bare, wanted] = (bare.split(":").length === 2 ? /^(.*):(\d+)$/.exec(bare) : null) ?? [];
      if (wanted !== undefined && wanted !== port) return false;
      return host === suffix || (!isIpLiteral(host) && host.endsWith(`.${suffix}`));
    });
}

/** Longest answer to CONNECT that is read. */
const MAX_HEAD = 16 * 1024;

/**
 * Asks the proxy for a tunnel over an open connection and reads its answer, no byte further. Rejects with `proxy-failed`;
 * the caller destroys the socket and bounds the time by `signal`.
 */
export async function openTunnel(
  socket: Socket,
  proxy: Proxy,
  host: string,
  port: number,
  signal?: AbortSignal,
): Promise<void> {
  const authority = `${host.includes(":") ? `[${host}]` : host}:${String(port)}`;
  const authorization = proxy.authorization === null ? "" : `Proxy-Authorization: ${proxy.authorization}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
  const head = await readHead(socket, signal);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? "no HTTP answer";
  if (!status.startsWith("2")) {
    const advice = status === "407" ? "; give the user and password in its address" : "";
    throw new NetError(
      "proxy-failed",
      `the proxy ${proxy.label} refuses a tunnel to ${authority} (${status})${advice}`,
    );
  }
}

async function readHead(socket: Socket, signal?: AbortSignal): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    let head = Buffer.alloc(0);
    const fail = (message: string): void => {
      settle(() => {
        reject(new NetError("proxy-failed", message));
      });
    };
    const onReadable = (): void => {
      for (let chunk = read(socket); chunk !== null; chunk = read(socket)) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end >= 0) {
          socket.unshift(head.subarray(end + 4));
          const text = head.toString("latin1", 0, end);
          settle(() => {
            resolve(text);
          });
          return;
        }
        if (head.length > MAX_HEAD) {
          fail("the proxy's answer to CONNECT is longer than 16 KiB");
          return;
        }
      }
    };
    const onEnd = (): void => {
      fail("the proxy closed the connection without an answer");
    };
    const onAbort = (): void => {
      settle(() => {
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      });
    };
    function settle(act: () => void): void {
      socket.off("readable", onReadable).off("end", onEnd).off("close", onEnd);
      signal?.removeEventListener("abort", onAbort);
      act();
    }
    socket.on("readable", onReadable).once("end", onEnd).once("close", onEnd);
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
  });
}

function read(socket: Socket): Buffer | null {
  const chunk: unknown = socket.read();
  return chunk instanceof Buffer ? chunk : null;
}
