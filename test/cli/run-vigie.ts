import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../src/package-root.ts";

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  readonly cwd?: string;
  /** A file that takes standard output in the place of the pipe. */
  readonly stdoutTo?: string;
  /** Called once the process runs, to signal it or to close its streams. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

/** History goes to a folder of the test process, never to the one of whoever runs the tests. */
const DATA = mkdtempSync(join(tmpdir(), "vigie-data-"));

/** Runs the built binary as a user would, with a clean environment. */
export function runVigie(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(
    process.execPath,
    [...(options.nodeOptions ?? []), packageFile("dist", "src", "bin.js"), ...argv],
    {
      cwd: options.cwd ?? packageFile(),
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: process.env["HOME"] ?? "",
        LANG: "C.UTF-8",
        XDG_DATA_HOME: DATA,
        ...options.env,
      },
      stdio: ["ignore", options.stdoutTo === undefined ? "pipe" : openSync(options.stdoutTo, "w"), "pipe"],
    },
  );
  options.meanwhile?.(child);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** A module that tells, on stderr at the end, every package that was loaded: `loaded: ink, react`. */
export const TELL_PACKAGES = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  const seen = new Set();
  registerHooks({
    resolve(specifier, context, next) {
      const result = next(specifier, context);
      const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(result.url)?.[1];
      if (name) seen.add(name);
      return result;
    },
  });
  process.on("exit", () => process.stderr.write("loaded: " + [...seen].sort().join(", ") + "\\n"));
`)}`;
