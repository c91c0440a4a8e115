import type { SocketReader } from "../socket-reader.ts";
import { bounded, LineDialogue, type StartTlsOutcome } from "./dialogue.ts";

/** RFC 4217: banner, then AUTH TLS. */
export async function startFtp(reader: SocketReader): Promise<StartTlsOutcome> {
  const dialogue = new LineDialogue(reader);
  const banner = await dialogue.reply();
  if ("kind" in banner) return banner;
  if (banner.code !== "220") return { kind: "refused", text: bounded(banner.lines[0] ?? "") };
  dialogue.send("AUTH TLS");
  const go = await dialogue.reply();
  if ("kind" in go) return go;
  return go.code === "234" ? dialogue.ready() : { kind: "refused", text: bounded(go.lines[0] ?? "") };
}
