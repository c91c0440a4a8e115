import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bakeryCertificate } from "../../servers/tls/tls-server.ts";

/** A real TLS stack from the distribution's packages, started on a free loopback port. */
export interface Stack extends AsyncDisposable {
  readonly port: number;
}

/** What one stack needs to run. */
export interface StackSetup {
  /** Programs and files without which it is skipped. */
  readonly needs: readonly string[];
  /** Files for its folder, and the command that serves in the foreground. */
  readonly start: (place: Place) => { readonly command: string; readonly args: readonly string[] };
}

export interface Place {
  readonly folder: string;
  readonly port: number;
  write(name: string, text: string): string;
  /** Runs a preparation, such as filling a key store. Throws where it fails. */
  prepare(command: string, args: readonly string[]): void;
}

/** The first thing that is missing here; null where the stack can be started. */
export function missing(setup: StackSetup): string | null {
  return setup.needs.find((need) => !available(need)) ?? null;
}

/** Starts a stack and waits until its port answers. */
export async function startStack(setup: StackSetup): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-stack-"));
  const port = await freePort();
  writeCertificates(folder);
  const place: Place = {
    folder,
    port,
    write: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    prepare: (command, args) => {
      const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
      if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
    },
  };
  const { command, args } = setup.start(place);
  const child = spawn(command, args, {
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, HOME: folder },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString("utf8")).slice(-2_000)));
  const close = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(port, child);
  } catch (error) {
    await close();
    throw new Error(`${command} did not start: ${said}`, { cause: error });
  }
  return { port, [Symbol.asyncDispose]: close };
}

function available(need: string): boolean {
  return need.startsWith("/") ? existsSync(need) : spawnSync("sh", ["-c", `command -v ${need}`]).status === 0;
}

function writeCertificates(folder: string): void {
  for (const type of ["rsa", "ec", "ed25519"] as const) {
    const { chain, keyPem } = bakeryCertificate(type);
    writeFileSync(join(folder, `${type}.crt`), chain);
    writeFileSync(join(folder, `${type}.key`), keyPem);
    writeFileSync(join(folder, `${type}.pem`), `${keyPem}${chain}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** Other people's servers say nowhere when they are ready: their port is tried until it opens. */
async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => (socket.destroy(), resolve(true)));
      socket.once("error", () => resolve(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error("the port never opened");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
  await gone;
  clearTimeout(timer);
}
