import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { startHttp, startRaw } from "../servers/loopback.ts";
import { fakeIo } from "./fake-io.ts";

it("cuts a site off that never answers, and tells what it has", async () => {
  await using tarPit = await startRaw(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), "vigie-deadline-"));
  const { io, said } = fakeIo({ cwd: folder });

  const code = await main(
    ["scan", `http://127.0.0.1:${tarPit.port}/`, "--site-deadline", "1", "--no-save", "-q", "--format", "json"],
    io,
  );

  expect(code).toBe(3);
  expect(said.stderr).toMatch(/^vigie: exit 3: could not be assessed: .*; the scan was cut off before its end/);
  expect(JSON.parse(said.stdout)).toMatchObject({ conditions: { interrupted: true }, score: { coverage: 0 } });
  rmSync(folder, { recursive: true, force: true });
});

it("does not take a site that only turns it away for one that it has seen", async () => {
  await using guarded = await startHttp((_request, response) => {
    response.writeHead(429, { "content-type": "text/html" }).end("<h1>Revenez plus tard</h1>");
  });
  const folder = mkdtempSync(join(tmpdir(), "vigie-turned-away-"));
  const { io, said } = fakeIo({ cwd: folder });

  const code = await main(["scan", `http://127.0.0.1:${guarded.port}/`, "--no-save", "-q", "--format", "json"], io);

  expect(code).toBe(3);
  expect(said.stderr).toContain("has started to block this scan");
  rmSync(folder, { recursive: true, force: true });
});
