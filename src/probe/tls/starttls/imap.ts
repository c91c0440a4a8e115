import type { SocketReader } from "../socket-reader.ts";
import { bounded, LineDialogue, type StartTlsOutcome } from "./dialogue.ts";

/** RFC 9051 6.2.1: greeting, then STARTTLS; untagged lines may come before the tagged answer. */
export async function startImap(reader: SocketReader): Promise<StartTlsOutcome> {
  const dialogue = new LineDialogue(reader);
  const greeting = await dialogue.line();
  if (typeof greeting !== "string") return greeting;
  if (!/^\* (OK|PREAUTH)\b/i.test(greeting)) return { kind: "refused", text: bounded(greeting) };
  dialogue.send("v1 STARTTLS");
  for (;;) {
    const line = await dialogue.line();
    if (typeof line !== "string") return line;
    if (/^v1 OK\b/i.test(line)) return dialogue.ready();
    if (/^v1 /i.test(line)) return { kind: "refused", text: bounded(line) };
  }
}
