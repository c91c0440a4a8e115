import type { SocketReader } from "../socket-reader.ts";
import { bounded, LineDialogue, type StartTlsOutcome } from "./dialogue.ts";

/** RFC 2595 4: greeting, then STLS. */
export async function startPop3(reader: SocketReader): Promise<StartTlsOutcome> {
  const dialogue = new LineDialogue(reader);
  const greeting = await dialogue.line();
  if (typeof greeting !== "string") return greeting;
  if (!greeting.startsWith("+OK")) return { kind: "refused", text: bounded(greeting) };
  dialogue.send("STLS");
  const go = await dialogue.line();
  if (typeof go !== "string") return go;
  return go.startsWith("+OK") ? dialogue.ready() : { kind: "refused", text: bounded(go) };
}
