import type { TlsEndpoint } from "../../core/evidence/tls.ts";
import type { Answer } from "./exchange.ts";
import type { Session } from "./session.ts";

type Failed = Pick<
  TlsEndpoint,
  "state" | "error" | "versions" | "groups" | "certificates" | "complete" | "incompleteReason"
>;

/** What an endpoint without any TLS is: another protocol in plain text, or nothing that answers. */
export function failureOf(session: Session): Failed {
  const nothing = { versions: {}, groups: [], certificates: [] };
  const text = session.plainText;
  if (text !== null) {
    const error = { code: "not-tls", message: `the server answers in plain text: ${text}` };
    return { ...nothing, state: "plain", error, complete: true };
  }
  if (session.startTlsText !== null) {
    const error = { code: "no-starttls", message: `STARTTLS is not possible: ${session.startTlsText}` };
    return { ...nothing, state: "plain", error, complete: true };
  }
  const error = errorOf(session.lastFailure, session.stopped);
  return { ...nothing, state: "failed", error, complete: false, incompleteReason: error.code };
}

function errorOf(failure: Answer | null, stopped: string | null): { code: string; message: string } {
  if (failure?.kind === "no-connection") {
    return { code: failure.code, message: `no connection could be made: ${failure.code}` };
  }
  if (failure?.kind === "timeout") {
    return failure.phase === "connect"
      ? { code: "timeout", message: "no connection was made in time" }
      : { code: "timeout", message: "the server accepts connections and does not answer a ClientHello" };
  }
  if (failure?.kind === "reset") return { code: "reset", message: "the server resets every connection" };
  if (stopped !== null) return { code: stopped, message: `the scan of this endpoint was stopped: ${stopped}` };
  return { code: "tls-failed", message: "no ClientHello of any version was answered with a ServerHello" };
}
