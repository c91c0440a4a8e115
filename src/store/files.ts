import { randomBytes } from "node:crypto";
import { constants, createReadStream, type Stats } from "node:fs";
import { access, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

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

/**
 * Reads a file of at most `maximumBytes`, and never more than that: a device or a pipe has no size to ask for, and may never
 * end. Throws `FileError`.
 */
export async function readBinaryFile(path: string, maximumBytes: number): Promise<Buffer> {
  try {
    return await readBounded(createReadStream(path), path, maximumBytes);
  } catch (error) {
    throw asFileError(error, `cannot read ${path}`);
  }
}

/** Reads a stream to its end, or to the bound. Throws `FileError` beyond it. */
export async function readBounded(stream: AsyncIterable<unknown>, name: string, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    // A stream without an encoding gives buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maximumBytes) throw new FileError(`${name} is too large: at most ${maximumBytes} bytes are read`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Writes a file so that a reader sees the old content or the new, never half: a neighbour is written, flushed and renamed.
 * A new file has mode 0600, because reports are personal data's neighbours; one that is there keeps its mode, and a link
 * goes on pointing where it did. A device or a pipe is written to: to rename over `/dev/null` as root would replace it for
 * the whole machine. Throws `FileError`.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  let draft: string | undefined;
  try {
    const present = await statIfPresent(path);
    if (present?.isDirectory() === true) throw new FileError(`${path} is a directory; name a file`);
    if (present !== null && !present.isFile()) return await writeInto(path, "w", content);
    const destination = present === null ? path : await realpath(path);
    draft = join(dirname(destination), `.vigie-${randomBytes(6).toString("hex")}`);
    await writeInto(draft, "wx", content, present === null ? 0o600 : present.mode & 0o777);
    await rename(draft, destination);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    throw asFileError(error, `cannot write ${path}`);
  }
}

/**
 * Whether a file could be written at this path, as far as that shows before there is anything to write: a scan should not
 * take its minutes to end at a folder that is not there. Throws `FileError`.
 */
export async function checkWritable(path: string): Promise<void> {
  try {
    const present = await statIfPresent(path);
    if (present?.isDirectory() === true) throw new FileError(`${path} is a directory; name a file`);
    const regular = present === null || present.isFile();
    await access(regular ? dirname(path) : path, regular ? constants.W_OK | constants.X_OK : constants.W_OK);
  } catch (error) {
    throw asFileError(error, `cannot write ${path}`);
  }
}

async function statIfPresent(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function writeInto(
  path: string,
  flags: "w" | "wx",
  content: string | Uint8Array | AsyncIterable<string>,
  mode = 0o600,
): Promise<void> {
  const handle = await open(path, flags, mode);
  try {
    await handle.writeFile(content);
    // Pipes and devices have nothing to flush to (EINVAL); only a file's content must be on the disk before it is renamed.
    if (flags === "wx") {
      // The umask does not count: the mode is the one that the file had.
      await handle.chmod(mode);
      await handle.sync();
    }
  } finally {
    await handle.close();
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
  EBUSY: "it is in use",
  EPIPE: "nobody reads it any more",
  ELOOP: "it is a link to itself",
};

/** An error of the file system as a sentence for the user. */
export function asFileError(error: unknown, what: string): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new FileError(`${what}: ${SENTENCES[code] ?? (error instanceof Error ? error.message : String(error))}`, {
    cause: error,
  });
}
