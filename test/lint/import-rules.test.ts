import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/package-root.ts";

/** A wrong import a room, each of which the linter must refuse. They stand in a copy of the house, outside the real one. */
const BAD: readonly (readonly [string, string])[] = [
  ["src/core", `import { createNet } from "../net/create-net.ts";\nexport const shop = createNet;\n`],
  ["src/core", `import { connect } from "node:net";\nexport const shop = connect;\n`],
  ["src/parse", `import { readFile } from "node:fs/promises";\nexport const shop = readFile;\n`],
  ["src/data", `import { request } from "undici";\nexport const shop = request;\n`],
  ["checks/tls", `import { scanTarget } from "../../src/scan/scan-target.ts";\nexport const shop = scanTarget;\n`],
  ["checks/tls", `import { request } from "undici";\nexport const shop = request;\n`],
  ["src/report", `import { scanTarget } from "../scan/scan-target.ts";\nexport const shop = scanTarget;\n`],
  ["src/report", `import { render } from "ink";\nexport const shop = render;\n`],
  ["src/report", `import { useState } from "react";\nexport const shop = useState;\n`],
  ["src/ui", `import { createNet } from "../net/create-net.ts";\nexport const shop = createNet;\n`],
  ["src/net", `import { catalogue } from "../../checks/index.ts";\nexport const shop = catalogue;\n`],
  ["src/probe", `import { assess } from "../scan/scan-target.ts";\nexport const shop = assess;\n`],
  ["src/scan", `import { connect } from "node:tls";\nexport const shop = connect;\n`],
  ["src/store", `import { createNet } from "../net/create-net.ts";\nexport const shop = createNet;\n`],
  ["src/notify", `import { request } from "undici";\nexport const shop = request;\n`],
  ["src/core", `export const shop = fetch("http://bakery.test/");\n`],
  ["src/core", `const shop = 1;\nexport default shop;\n`],
];

const house = mkdtempSync(join(tmpdir(), "vigie-house-"));
const files = BAD.map(([room, text], index) => ({ room, text, path: join(house, room, `bad-import-${index}.ts`) }));

beforeAll(() => {
  copyFileSync(packageFile(".oxlintrc.json"), join(house, ".oxlintrc.json"));
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

describe("the import rules", () => {
  it("refuse every wrong import", () => {
    const { stdout } = spawnSync(
      process.execPath,
      [packageFile("node_modules", "oxlint", "bin", "oxlint"), "--format=json", "."],
      { cwd: house, encoding: "utf8" },
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
    const refused = files.map(({ path, text }) => ({
      text,
      refused: diagnostics.some(
        ({ filename, code }) =>
          path.endsWith(filename) && /no-restricted-(imports|globals)|no-default-export/.test(code),
      ),
    }));

    expect(refused.filter((entry) => !entry.refused)).toEqual([]);
  });
});
