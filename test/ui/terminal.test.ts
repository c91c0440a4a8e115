import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { packageFile } from "../../src/package-root.ts";
import { ScreenEmulator } from "./screen-emulator.ts";

const DOWN = "\u001B[B";
const binary = packageFile("dist", "src", "bin.js");
const missing = [
  ...(existsSync(binary) ? [] : ["the build (npm run build)"]),
  ...(spawnSync("script", ["--version"]).status === 0 ? [] : ["script(1) of util-linux"]),
];
if (missing.length > 0) process.stderr.write(`the terminal is not driven: ${missing.join(" and ")} missing\n`);

interface Session {
  readonly child: ChildProcessWithoutNullStreams;
  readonly screen: ScreenEmulator;
  readonly folder: string;
  readonly code: Promise<number | null>;
  raw: string;
}

let session: Session | null = null;

afterEach(() => {
  session?.child.kill("SIGKILL");
  session = null;
});

/** Starts the built binary on a real pseudo-terminal of a size; what it prints goes through a small terminal of our own. */
function start(rows: number, columns: number, env: Readonly<Record<string, string>> = {}): Session {
  const folder = mkdtempSync(join(tmpdir(), "vigie-terminal-"));
  const command = `stty rows ${String(rows)} cols ${String(columns)}; exec "${process.execPath}" "${binary}" --lang en --no-save`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, TERM: "xterm-256color", LANG: "C.UTF-8", ...env },
  });
  const screen = new ScreenEmulator(rows, columns);
  const started: Session = {
    child,
    screen,
    folder,
    raw: "",
    code: new Promise((resolve) => {
      child.on("close", (code) => resolve(code));
    }),
  };
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (chunk: string) => {
    started.raw += chunk;
    screen.write(chunk);
  });
  session = started;
  return started;
}

async function shows({ screen }: Session, text: string): Promise<void> {
  await vi.waitFor(() => expect(screen.text()).toContain(text), { timeout: 90_000, interval: 25 });
}

describe.skipIf(missing.length > 0)("the terminal on a real pseudo-terminal", () => {
  it.each([
    [24, 80],
    [40, 120],
  ])("%i × %i: home, scan, result, detail, export, quit", { timeout: 150_000 }, async (rows, columns) => {
    const terminal = start(rows, columns);
    const { child, screen } = terminal;

    await shows(terminal, "Try it on the demo shop");
    child.stdin.write(DOWN.repeat(4));
    child.stdin.write("\r");
    await shows(terminal, "Looking at");
    await shows(terminal, "out of 100");
    child.stdin.write("\r");
    await shows(terminal, "Why it matters");
    child.stdin.write("c");
    await shows(terminal, "Copied");
    child.stdin.write("e");
    await shows(terminal, "Export the report");
    child.stdin.write("\r");
    await shows(terminal, "Written:");
    child.stdin.write("q");

    expect(await terminal.code).toBe(0);
    expect(screen.scrolls).toBe(0);
    expect([screen.alternate, screen.cursorVisible]).toEqual([false, true]);
    expect(terminal.raw).toContain("\u001B]52;c;");
    expect(readdirSync(terminal.folder).filter((name) => name.endsWith(".html"))).toHaveLength(1);
  });

  it("Ctrl-C during a scan leaves a clean terminal and exits 130", { timeout: 90_000 }, async () => {
    const terminal = start(24, 80);

    await shows(terminal, "Try it on the demo shop");
    terminal.child.stdin.write(DOWN.repeat(4));
    terminal.child.stdin.write("\r");
    await shows(terminal, "Looking at");
    terminal.child.stdin.write("\u0003");

    expect(await terminal.code).toBe(130);
    expect([terminal.screen.alternate, terminal.screen.cursorVisible]).toEqual([false, true]);
  });

  it("NO_COLOR keeps colour out, and 20 columns still work", { timeout: 60_000 }, async () => {
    const terminal = start(12, 20, { NO_COLOR: "1" });

    await shows(terminal, "Vigie");
    terminal.child.stdin.write(DOWN.repeat(3));
    await shows(terminal, "Start");
    terminal.child.stdin.write("\u0003");

    expect(await terminal.code).toBe(130);
    expect(terminal.raw).not.toMatch(/\[(?:3[0-7]|9[0-7]|38;)[\d;]*m/);
    expect(terminal.screen.scrolls).toBe(0);
  });
});
