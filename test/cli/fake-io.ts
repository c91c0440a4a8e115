import type { Io } from "../../src/cli/io.ts";

export interface FakeIo {
  readonly io: Io;
  readonly said: { stdout: string; stderr: string };
}

/** Streams that remember what was said, without a terminal and without the environment of whoever runs the tests. */
export function fakeIo(given: { readonly cwd: string; readonly env?: Io["env"]; readonly stdin?: string }): FakeIo {
  const said = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      said[name] += text;
      return Promise.resolve();
    },
  });
  const io = {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stdin: { isTTY: false, read: () => Promise.resolve(Buffer.from(given.stdin ?? "")) },
    env: { LANG: "C.UTF-8", XDG_DATA_HOME: given.cwd, ...given.env },
    cwd: given.cwd,
    now: () => new Date("2026-11-23T12:00:00Z"),
    signal: new AbortController().signal,
  };
  return { io, said };
}
