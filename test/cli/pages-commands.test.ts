import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "../../src/cli/commands/register.ts";
import { scripts } from "../../src/cli/commands/scripts.ts";
import type { Io } from "../../src/cli/io.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { doc, form, FR, pagesFrom } from "../builders/pages.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-pages-"));
  const pages = pagesFrom([{ role: "checkout", html: doc(`${form(FR.iban)}<script>1</script>`) }]);
  writeFileSync(join(folder, "evidence.json"), JSON.stringify(evidenceWith({ pages })));
  writeFileSync(join(folder, "empty.json"), JSON.stringify(evidenceWith({})));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function io(said: { stdout: string; stderr: string }): Io {
  const stream = (name: "stdout" | "stderr") => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      said[name] += text;
      return Promise.resolve();
    },
  });
  return {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stdin: { isTTY: false },
    env: { LANG: "fr_FR.UTF-8", XDG_DATA_HOME: folder },
    cwd: folder,
    now: () => new Date("2026-11-23T12:00:00Z"),
    signal: new AbortController().signal,
  };
}

describe("vigie register and vigie scripts", () => {
  it.each([
    ["register, in the language of the terminal", register, ["evidence.json"], /^# Registre des activités/],
    ["register, in English", register, ["evidence.json", "--lang", "en"], /^# Record of processing/],
    ["register, for a machine", register, ["evidence.json", "--format", "json"], /"schema": "vigie.register\/1"/],
    ["scripts, for a machine", scripts, ["evidence.json"], /"schema": "vigie.scripts\/1"/],
    ["scripts, for a spreadsheet", scripts, ["evidence.json", "--format", "csv"], /^page,source,owner/],
  ] as const)("%s", async (_title, command, argv, expected) => {
    const said = { stdout: "", stderr: "" };

    const code = await command(argv, io(said));

    expect(code).toBe(0);
    expect(said.stdout).toMatch(expected);
  });

  it.each([
    ["register", register],
    ["scripts", scripts],
  ])("says that it could not see: %s", async (_title, command) => {
    const said = { stdout: "", stderr: "" };

    expect(await command(["empty.json"], io(said))).toBe(3);
    expect(said.stderr).toContain("could not be looked at");
  });

  it.each([
    ["no argument", register, [], "name an address"],
    ["an unknown format", register, ["evidence.json", "--format", "csb"], 'did you mean "csv"'],
    ["an unknown format of scripts", scripts, ["evidence.json", "--format", "jsn"], 'did you mean "json"'],
  ] as const)("refuses %s", async (_title, command, argv, message) => {
    await expect(command(argv, io({ stdout: "", stderr: "" }))).rejects.toThrow(message);
  });
});
