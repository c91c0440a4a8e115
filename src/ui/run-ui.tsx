import { render } from "ink";
import { App, type UiStart } from "./app.tsx";
import type { UiPorts } from "./ports.ts";

export interface UiOptions {
  readonly ports: UiPorts;
  /** No colour; the entry must have set `FORCE_COLOR=0` before Ink is loaded. */
  readonly noColour: boolean;
  /** Whether the terminal shows UTF-8. */
  readonly unicode: boolean;
  readonly start: UiStart;
  /** Speak in plain lines to a screen reader instead of drawing screens. */
  readonly screenReader: boolean;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Ends the terminal from outside; the reason is the exit code. */
  readonly signal: AbortSignal;
}

/**
 * Runs the terminal, on the alternate screen unless it speaks, until the user leaves it, and gives the exit code. The screen, the cursor and the
 * input mode are what they were, however it ends.
 */
export async function runUi(options: UiOptions): Promise<number> {
  const { ports, stdin, stdout, signal } = options;
  // Before the first frame: Ink reads keys only after it, and what is typed meanwhile would be echoed over the screen.
  if (stdin.isTTY) stdin.setRawMode(true);
  const app = render(
    <App
      ports={ports}
      colour={!options.noColour}
      unicode={options.unicode}
      start={options.start}
      keyboard={stdin.isTTY}
    />,
    {
      stdin,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      // A reader's history is the terminal's own: what was said must stay there.
      alternateScreen: !options.screenReader,
      isScreenReaderEnabled: options.screenReader,
      incrementalRendering: true,
      maxFps: 20,
    },
  );
  const leave = (): void => app.unmount();
  signal.addEventListener("abort", leave, { once: true });
  try {
    const code: unknown = await app.waitUntilExit();
    if (signal.aborted && typeof signal.reason === "number") return signal.reason;
    return typeof code === "number" ? code : 0;
  } finally {
    signal.removeEventListener("abort", leave);
    if (stdin.isTTY) stdin.setRawMode(false);
    // The last sentence stays on the screen, and the shell's prompt is not part of it.
    if (options.screenReader) stdout.write("\n");
  }
}

/** OSC 52: puts text on the clipboard of the terminal, through ssh and multiplexers too; at most 74,000 bytes are sent. */
export function clipboardSequence(text: string): string {
  const bytes = Buffer.from(text, "utf8").subarray(0, 74_000);
  return `\u001B]52;c;${bytes.toString("base64")}\u0007`;
}
