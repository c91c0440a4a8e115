import type { SocketReader } from "../socket-reader.ts";

/** How a STARTTLS dialogue ended: the server waits for a ClientHello, or why it does not. */
export type StartTlsOutcome =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "broken"; readonly text: string }
  | { readonly kind: "end"; readonly how: "end" | "error" | "timeout"; readonly code?: string };

/** Lines longer than this, or more of them, are no dialogue. */
const LONGEST_LINE = 2_048;
const MOST_LINES = 64;

/** A dialogue of text lines over one socket. It reads at most 64 lines of 2 KiB. */
export class LineDialogue {
  readonly #reader: SocketReader;
  #rest: Buffer = Buffer.alloc(0);
  #lines = 0;

  constructor(reader: SocketReader) {
    this.#reader = reader;
  }

  /** The next line without its end, or how the dialogue ended. */
  async line(): Promise<string | StartTlsOutcome> {
    for (;;) {
      const at = this.#rest.indexOf(0x0a);
      if (at >= 0) {
        const line = this.#rest.subarray(0, at).toString("latin1").replace(/\r$/, "");
        this.#rest = this.#rest.subarray(at + 1);
        this.#lines += 1;
        return this.#lines > MOST_LINES ? { kind: "broken", text: "too many lines" } : line;
      }
      if (this.#rest.length > LONGEST_LINE) return { kind: "broken", text: "line too long" };
      const received = await this.#reader.next();
      if (received.kind === "data") this.#rest = Buffer.concat([this.#rest, received.chunk]);
      else if (received.kind === "error") return { kind: "end", how: "error", code: received.code };
      else return { kind: "end", how: received.kind };
    }
  }

  send(line: string): void {
    this.#reader.write(`${line}\r\n`);
  }

  /**
   * A reply of SMTP or FTP with its continuation lines: `250-first`, `250 last` (RFC 5321 4.2.1, RFC 959 4.2). Gives its
   * three-digit code and its lines.
   */
  async reply(): Promise<{ code: string; lines: string[] } | StartTlsOutcome> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.line();
      if (typeof line !== "string") return line;
      lines.push(line);
      const code = lines[0]?.slice(0, 3) ?? "";
      if (!/^\d{3}/.test(lines[0] ?? "")) return { kind: "broken", text: bounded(line) };
      // FTP ends a multi-line reply with the code and a space; lines between may hold anything.
      if (line.slice(0, 3) === code && line[3] !== "-") return { code, lines };
    }
  }

  /** The server is ready for TLS. Bytes that it sent early would be an injection (CVE-2011-0411); they are dropped unread. */
  ready(): StartTlsOutcome {
    return { kind: "ready" };
  }
}

/** Remote text cut to what an error message may carry. */
export function bounded(text: string): string {
  return text.slice(0, 120);
}
