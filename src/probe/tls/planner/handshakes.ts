import { ordinaryHandshake, type HandshakeOptions, type HandshakeResult } from "../ordinary-handshake.ts";
import type { PlannerContext } from "./context.ts";

/** Milliseconds for one whole handshake of Node's. */
const HANDSHAKE_TIMEOUT_MS = 5_000;

/** One ordinary handshake under the session's lanes and budget; its chain goes into the knowledge. Null where none was made. */
export async function handshake(
  context: PlannerContext,
  options: Partial<HandshakeOptions> = {},
): Promise<HandshakeResult | null> {
  const { session, base, knowledge } = context;
  const result = await session.withSocket(async (socket) =>
    ordinaryHandshake(socket, {
      serverName: base.serverName,
      alpn: base.alpn,
      starttls: session.options.starttls,
      wantTicket: true,
      timeoutMs: HANDSHAKE_TIMEOUT_MS,
      signal: session.options.signal,
      ...options,
    }),
  );
  if (result?.kind !== "done" || (options.serverName !== undefined && options.serverName !== base.serverName)) {
    return result;
  }
  knowledge.learnHandshakeChain(result.handshake.chain);
  return result;
}

/**
 * The first handshake; once more without status_request where it failed, since some servers cannot bear that extension, and then
 * without protocols, since some answer ALPN with an extension that no client accepts (Botan's server).
 */
export async function firstHandshake(context: PlannerContext): Promise<HandshakeResult | null> {
  const result = await handshake(context);
  if (result?.kind !== "failed" || result.code === "timeout" || result.alert !== null) return result;
  const second = await handshake(context, { withoutOcsp: true });
  if (second?.kind === "done") return second;
  const third = context.base.alpn.length === 0 ? null : await handshake(context, { withoutOcsp: true, alpn: [] });
  return third?.kind === "done" ? third : result;
}
