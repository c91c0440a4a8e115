import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { startHttp, type LoopbackServer } from "../servers/loopback.ts";
import { fakeIo } from "./fake-io.ts";

const PAGE = '<form method="post" action="/contact"><input type="email" name="email"></form>';

let folder = "";
let shop: LoopbackServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-forms-"));
  writeFileSync(join(folder, "contact.html"), PAGE);
  shop = await startHttp((request, response) => {
    response.setHeader("content-type", request.url === "/catalogue.pdf" ? "application/pdf" : "text/html");
    response.statusCode = request.url === "/gone" ? 404 : 200;
    response.end(PAGE);
  });
});

afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string): string => `http://127.0.0.1:${shop.port}${path}`;

describe("vigie forms", () => {
  it.each([
    ["a page", () => address("/"), 0, "POST http (in clear) → same site · page in clear · e-mail", ""],
    [
      "an error page, and says so",
      () => address("/gone"),
      0,
      "POST http (in clear) → same site · page in clear · e-mail",
      "answered with status 404",
    ],
    ["no PDF", () => address("/catalogue.pdf"), 3, "", "exit 3: http://127.0.0.1"],
    ["no page where nothing listens", () => "http://127.0.0.1:9/", 3, "", "refuses connections"],
    ["a saved page", () => join(folder, "contact.html"), 0, "e-mail", ""],
    ["no file that is not there, nor a host of that name", () => "nowhere.html", 2, "", "no such file"],
  ])("reads %s", async (_title, reference, code, stdout, stderr) => {
    const { io, said } = fakeIo({ cwd: folder });

    expect(await main(["forms", reference()], io)).toBe(code);
    expect(said.stdout).toContain(stdout);
    expect(said.stderr).toContain(stderr);
    expect(said.stderr === "").toBe(stderr === "");
  });

  it("reads a page from standard input, as the address that it had", async () => {
    const { io, said } = fakeIo({ cwd: folder, stdin: PAGE });

    await main(["forms", "-", "--base", "https://bakery.test/contact"], io);

    expect(said.stdout).toContain("POST https → same site · e-mail");
  });

  it("reads a page from standard input of which nobody knows the address", async () => {
    const { io, said } = fakeIo({ cwd: folder, stdin: PAGE });

    expect(await main(["forms", "-"], io)).toBe(0);
    expect(said.stdout).toContain("e-mail");
  });
});
