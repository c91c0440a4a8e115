import type { Socket } from "node:net";
import { connect, createSecureContext, getCACertificates, type SecureContext, type TLSSocket } from "node:tls";
import { isIpLiteral } from "../core/domain.ts";
import { toInterrupted } from "./dialler.ts";
import { toNetError } from "./errors.ts";

/** Trust by the list that was given: reading all roots takes 10 ms and a megabyte, too much for each site of a fleet. */
const trusts = new WeakMap<readonly string[], SecureContext>();

const NO_EXTRA: readonly string[] = [];

/** The context of every HTTPS exchange; made once for a list of further roots, however many targets share the list. */
export function trustFor(extraCa: readonly string[]): SecureContext {
  const list = extraCa.length === 0 ? NO_EXTRA : extraCa;
  const known = trusts.get(list);
  if (known !== undefined) return known;
  const made = createTrust(list);
  trusts.set(list, made);
  return made;
}

/**
 * Mozilla's roots as bundled with Node and the user's own, so that the verdict does not depend on the machine; old versions
 * and suites are spoken too, because a shop behind them still has headers and forms to look at, and the TLS probe judges the
 * rest.
 */
function createTrust(extraCa: readonly string[]): SecureContext {
  return createSecureContext({
    ca: [...getCACertificates("bundled"), ...extraCa],
    minVersion: "TLSv1",
    ciphers: "DEFAULT:@SECLEVEL=0",
  });
}

/** A TLS session over an open connection, and why its certificate is not trusted for the host. */
export interface Secured {
  readonly socket: TLSSocket;
  readonly certificateError: string | undefined;
}

/** Handshakes with SNI; an untrusted certificate is recorded and the exchange goes on. Rejects with a `NetError`. */
export async function secure(
  raw: Socket,
  contact: { readonly host: string; readonly port: number },
  trust: SecureContext,
  signal?: AbortSignal,
): Promise<Secured> {
  const { host, port } = contact;
  const socket = connect({
    socket: raw,
    host,
    // An IP literal is never sent as a server name (RFC 6066, 3).
    servername: isIpLiteral(host) ? "" : host,
    secureContext: trust,
    rejectUnauthorized: false,
    ALPNProtocols: ["http/1.1"],
  });
  socket.on("error", () => undefined);
  try {
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        reject(toInterrupted(signal, host, port));
      };
      if (signal?.aborted === true) onAbort();
      signal?.addEventListener("abort", onAbort, { once: true });
      const settle = (error?: Error): void => {
        signal?.removeEventListener("abort", onAbort);
        if (error === undefined) resolve();
        else reject(toNetError(error, { host, port, secure: true }));
      };
      socket.once("secureConnect", () => {
        settle();
      });
      socket.once("error", settle);
      socket.once("close", () => {
        settle(Object.assign(new Error("closed in the handshake"), { code: "ECONNRESET" }));
      });
    });
  } catch (error) {
    socket.destroy();
    raw.destroy();
    throw error;
  }
  return { socket, certificateError: socket.authorized ? undefined : certificateErrorCode(socket.authorizationError) };
}

const CERTIFICATE_ERRORS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet-valid",
  DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown-issuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown-issuer",
  ERR_TLS_CERT_ALTNAME_INVALID: "host-mismatch",
  CERT_REVOKED: "revoked",
};

/** The house's code for an OpenSSL verification error: expired, self-signed, unknown-issuer, host-mismatch …, else untrusted. */
function certificateErrorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : error;
  return (typeof code === "string" ? CERTIFICATE_ERRORS[code] : undefined) ?? "untrusted";
}
