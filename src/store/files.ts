import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file that could not be read or written: what happened, to which file, what to do. */
export class FileError extends Error {
  readonly code = "file";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FileError";
  }
}

/** Reads a text file of at most `maximumBytes` (default 64 MiB). Throws `FileError`. */
export async function readTextFile(path: string, maximumBytes = 64 * 1024 * 1024): Promise<string> {
  return (await readBinaryFile(path, maximumBytes)).toString("utf8");
}

/** Reads a file of at most `maximumBytes`. Throws `FileError`. */
export async function readBinaryFile(path: string, maximumBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > maximumBytes) throw new FileError(`${path} has ${size} bytes; at most ${maximumBytes} are read`);
    return await readFile(path);
  } catch (error) {
    throw asFileError(error, `cannot read ${path}`);
  }
}

/**
 * Writes a file so that a reader sees the old content or the new, never half: a neighbour is written, flushed and renamed.
 * Mode 0600, because reports are personal data's neighbours. Throws `FileError`.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  try {
    if ((await stat(path).catch(() => null))?.isDirectory() === true)
      throw new FileError(`${path} is a directory; name a file`);
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw asFileError(error, `cannot write ${path}`);
  }
}

/** Makes a directory of Vigie's own with mode 0700. Throws `FileError`. */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFileError(error, `cannot make the directory ${path}`);
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of the path is not a directory",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
};

function asFileError(error: unknown, what: string): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new FileError(`${what}: ${SENTENCES[code] ?? (error instanceof Error ? error.message : String(error))}`, {
    cause: error,
  });
}
