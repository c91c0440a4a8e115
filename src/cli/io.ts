import { asFileError, readBounded } from "../store/files.ts";

/** The streams and the surroundings of one run; tests pass their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /** Aborts on SIGINT or SIGTERM; the reason is the exit code, 130 or 143. */
  readonly signal: AbortSignal;
}

interface Input {
  readonly isTTY: boolean;
  /** What comes in, up to the bound: a pipe may never end. Throws `FileError` beyond it. */
  read(maximumBytes: number): Promise<Buffer>;
}

export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Resolves when the stream has taken the text. A reader that left early (EPIPE) is not an error; a full disk is one. */
  write(text: string): Promise<void>;
}

/** The real streams. The process is never ended by force: output that is on its way arrives. */
export function processIo(): Io {
  const interruption = new AbortController();
  const interrupt = (code: number) => (): void => {
    if (interruption.signal.aborted) process.kill(process.pid, "SIGKILL");
    interruption.abort(code);
  };
  process.on("SIGINT", interrupt(130));
  process.on("SIGTERM", interrupt(143));
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    stdin: {
      get isTTY() {
        return process.stdin.isTTY;
      },
      read: (maximumBytes) => readBounded(process.stdin, "standard input", maximumBytes),
    },
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    signal: interruption.signal,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let gone = false;
  // Each write hears of its own failure; without a listener Node would end the process with a stack trace.
  stream.on("error", () => {
    gone = true;
  });
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write(text) {
      if (gone || text === "") return Promise.resolve();
      return new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined || ("code" in error && error.code === "EPIPE")) resolve();
          else reject(asFileError(error, "cannot write the result"));
        });
      });
    },
  };
}

/** Whether colour may be used on a stream: a terminal, and neither NO_COLOR nor TERM=dumb. */
export function mayColour(io: Io, output: Output): boolean {
  return output.isTTY && (io.env["NO_COLOR"] ?? "") === "" && io.env["TERM"] !== "dumb";
}
