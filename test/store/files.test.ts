import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { checkWritable, FileError, readBinaryFile, writeFileAtomically } from "../../src/store/files.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-files-"));
});

const mode = (path: string): number => lstatSync(path).mode & 0o777;

describe("writeFileAtomically", () => {
  it("makes a new file that only its owner reads, and leaves no draft", async () => {
    await writeFileAtomically(join(folder, "bakery.json"), "{}\n");

    expect(mode(join(folder, "bakery.json"))).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["bakery.json"]);
  });

  it("keeps the mode of a file that is there", async () => {
    const path = join(folder, "sites.yaml");
    writeFileSync(path, "sites: []\n");
    chmodSync(path, 0o664);

    await writeFileAtomically(path, "sites: [{ url: bakery.test }]\n");

    expect(mode(path)).toBe(0o664);
  });

  it("writes through a link, and the link stays one", async () => {
    const path = join(folder, "sites.yaml");
    mkdirSync(join(folder, "shared"));
    writeFileSync(join(folder, "shared", "real.yaml"), "old");
    symlinkSync(join("shared", "real.yaml"), path);

    await writeFileAtomically(path, "new");

    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "shared", "real.yaml"), "utf8")).toBe("new");
  });

  it("takes a name as long as the file system allows", async () => {
    const name = "b".repeat(255);

    await writeFileAtomically(join(folder, name), "x");

    expect(readdirSync(folder)).toEqual([name]);
  });

  it.each([
    ["a directory", ".", "is a directory; name a file"],
    ["a folder that is not there", "nowhere/bakery.json", "no such file or directory"],
    ["a folder that is a file", "file/bakery.json", "a part of the path is not a directory"],
  ])("refuses %s", async (_name, path, sentence) => {
    writeFileSync(join(folder, "file"), "");

    await expect(writeFileAtomically(join(folder, path), "x")).rejects.toThrow(sentence);
    await expect(checkWritable(join(folder, path))).rejects.toThrow(sentence);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  // The same would go for /dev/null, which as root would be replaced for every process of the machine.
  it.skipIf(process.platform === "win32")("writes into a pipe instead of replacing it", async () => {
    const path = join(folder, "pipe");
    execFileSync("mkfifo", [path]);

    const [read] = await Promise.all([readBinaryFile(path, 100), writeFileAtomically(path, "to whoever reads")]);

    expect(read.toString()).toBe("to whoever reads");
    expect(lstatSync(path).isFIFO()).toBe(true);
  });
});

describe("readBinaryFile", () => {
  it("reads up to its bound and no byte more", async () => {
    const path = join(folder, "page.html");
    writeFileSync(path, "12345");

    expect((await readBinaryFile(path, 5)).toString()).toBe("12345");
    await expect(readBinaryFile(path, 4)).rejects.toThrow(`${path} is too large: at most 4 bytes are read`);
  });

  it.skipIf(process.platform !== "linux")("does not read a device for ever", async () => {
    await expect(readBinaryFile("/dev/zero", 1024 * 1024)).rejects.toThrow("is too large");
  });

  it.each([
    ["a directory", ".", "it is a directory"],
    ["a file that is not there", "nowhere.json", "no such file or directory"],
  ])("says of %s what it is", async (_name, path, sentence) => {
    await expect(readBinaryFile(join(folder, path), 10)).rejects.toThrow(sentence);
    await expect(readBinaryFile(join(folder, path), 10)).rejects.toBeInstanceOf(FileError);
  });
});
