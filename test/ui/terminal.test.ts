import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
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

interface Wishes {
  readonly env: Readonly<Record<string, string>>;
  /** The words of the command line. */
  readonly words: string;
  /** Files of the working directory. */
  readonly files: Readonly<Record<string, string>>;
}

let session: Session | null = null;

afterEach(() => {
  session?.child.kill("SIGKILL");
  session = null;
});

/** Starts the built binary on a real pseudo-terminal of a size; what it prints goes through a small terminal of our own. */
function start(
  rows: number,
  columns: number,
  { env = {}, words = "--lang en --no-save", files = {} }: Partial<Wishes> = {},
): Session {
  const folder = mkdtempSync(join(tmpdir(), "vigie-terminal-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const command = `stty rows ${String(rows)} cols ${String(columns)}; "${process.execPath}" "${binary}" ${words}; code=$?; stty -a; exit $code`;
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
    expect(terminal.raw).toMatch(/ icanon .*(?:\n.*)* echo /);
  });

  it("NO_COLOR keeps colour out, and 20 columns still work", { timeout: 60_000 }, async () => {
    const terminal = start(12, 20, { env: { NO_COLOR: "1" } });

    await shows(terminal, "Vigie");
    terminal.child.stdin.write(DOWN.repeat(3));
    await shows(terminal, "Start");
    terminal.child.stdin.write("\u0003");

    expect(await terminal.code).toBe(130);
    expect(terminal.raw).not.toMatch(/\[(?:3[0-7]|9[0-7]|38;)[\d;]*m/);
    expect(terminal.screen.scrolls).toBe(0);
  });

  it("a terminal without UTF-8 gets ASCII, French words included", { timeout: 60_000 }, async () => {
    const terminal = start(24, 80, { env: { LANG: "C" }, words: "--lang fr --no-save" });

    await shows(terminal, "Lancer l'analyse");
    terminal.child.stdin.write("\u0003");

    expect(await terminal.code).toBe(130);
    // eslint-disable-next-line no-control-regex -- the escape sequences of the terminal itself are ASCII too
    expect(terminal.raw).toMatch(/^[\u0000-\u007F]*$/);
  });

  it("a screen reader gets lines on the ordinary screen, each written once", { timeout: 60_000 }, async () => {
    const terminal = start(40, 100, { words: "--lang en --no-save --screen-reader" });

    await shows(terminal, "Site, text field, empty");
    terminal.child.stdin.write(DOWN.repeat(4));
    await shows(terminal, "Try it on the demo shop, button");
    terminal.child.stdin.write("\r");
    await shows(terminal, "Result for bakery.test.");
    await shows(terminal, "1 of ");
    terminal.child.stdin.write("q");

    expect(await terminal.code).toBe(0);
    expect(terminal.raw).not.toContain("\u001B[?1049h");
    expect(terminal.raw.split("Domain name: seen.")).toHaveLength(2);
    expect(terminal.raw).not.toMatch(/[─-╿▀-▟]/);
  });

  it("a broken sites file is told with its lines, and quitting from there is clean", { timeout: 60_000 }, async () => {
    const terminal = start(24, 80, {
      words: "--lang en --data data --sites clients.sites.yaml",
      files: { "clients.sites.yaml": "sites:\n  - { id: pain, urll: https://a.example/ }\n" },
    });

    await shows(terminal, 'clients.sites.yaml:2:17: unknown key "urll"');
    terminal.child.stdin.write("\u001B");
    await shows(terminal, "Open a sites file");
    terminal.child.stdin.write("\u0003");

    expect(await terminal.code).toBe(130);
    expect([terminal.screen.alternate, terminal.screen.cursorVisible]).toEqual([false, true]);
  });
});
