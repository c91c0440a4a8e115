import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { fakeIo } from "./fake-io.ts";
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

const FRENCH = { LANG: "fr_FR.UTF-8" };

describe("vigie register and vigie scripts", () => {
  it.each([
    ["register, in the language of the terminal", "register", ["evidence.json"], /^# Registre des activités/],
    ["register, in English", "register", ["evidence.json", "--lang", "en"], /^# Record of processing/],
    ["register, for a machine", "register", ["evidence.json", "--format", "json"], /"schema": "vigie.register\/1"/],
    ["scripts, for a machine", "scripts", ["evidence.json"], /"schema": "vigie.scripts\/1"/],
    ["scripts, for a spreadsheet", "scripts", ["evidence.json", "--format", "csv"], /^page,source,owner/],
  ] as const)("%s", async (_title, command, argv, expected) => {
    const { io, said } = fakeIo({ cwd: folder, env: FRENCH });

    const code = await main([command, ...argv], io);

    expect(code).toBe(0);
    expect(said.stdout).toMatch(expected);
  });

  it.each([["register"], ["scripts"]])("says that it could not see: %s", async (command) => {
    const { io, said } = fakeIo({ cwd: folder, env: FRENCH });

    expect(await main([command, "empty.json"], io)).toBe(3);
    expect(said.stderr).toContain("could not be looked at");
  });

  it.each([
    ["no argument", "register", [], "name an address"],
    ["an unknown format", "register", ["evidence.json", "--format", "csb"], 'did you mean "csv"'],
    ["an unknown format of scripts", "scripts", ["evidence.json", "--format", "jsn"], 'did you mean "json"'],
  ] as const)("refuses %s", async (_title, command, argv, message) => {
    const { io, said } = fakeIo({ cwd: folder, env: FRENCH });

    expect(await main([command, ...argv], io)).toBe(2);
    expect(said.stderr).toContain(message);
  });
});
