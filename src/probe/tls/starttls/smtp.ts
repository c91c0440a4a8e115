import type { SocketReader } from "../socket-reader.ts";
import { bounded, LineDialogue, type StartTlsOutcome } from "./dialogue.ts";

/** RFC 3207: the banner is awaited first (exim drops clients that speak before it), then EHLO, then STARTTLS. */
export async function startSmtp(reader: SocketReader): Promise<StartTlsOutcome> {
  const dialogue = new LineDialogue(reader);
  const banner = await dialogue.reply();
  if ("kind" in banner) return banner;
  if (banner.code !== "220") return { kind: "refused", text: bounded(banner.lines[0] ?? "") };
  dialogue.send("EHLO vigie.invalid");
  const hello = await dialogue.reply();
  if ("kind" in hello) return hello;
  if (hello.code !== "250") return { kind: "refused", text: bounded(hello.lines[0] ?? "") };
  if (!hello.lines.some((line) => /^\d{3}[ -]STARTTLS\s*$/i.test(line))) {
    return { kind: "refused", text: "STARTTLS is not offered" };
  }
  dialogue.send("STARTTLS");
  const go = await dialogue.reply();
  if ("kind" in go) return go;
  return go.code === "220" ? dialogue.ready() : { kind: "refused", text: bounded(go.lines[0] ?? "") };
}
