import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVigie, TELL_PACKAGES } from "./run-vigie.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-cli-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("vigie --help", () => {
  it("fits 80 columns and loads no package at all", async () => {
    const ran = await runVigie(["--help"], { nodeOptions: ["--import", TELL_PACKAGES] });

    expect(ran.code).toBe(0);
    expect(Math.max(...ran.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(ran.stderr).toBe("loaded: \n");
  });

  it.each([["scan"], ["demo"], ["assess"], ["probe"], ["profile"]])("explains %s", async (command) => {
    const ran = await runVigie([command, "--help"]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`Usage: vigie ${command}`);
  });
});

describe("exit codes", () => {
  it.each([
    ["an unknown command", ["scna"], 2, 'did you mean "scan"'],
    ["a site in the place of a command", ["bakery.test"], 2, "vigie scan bakery.test"],
    ["an unknown option", ["scan", "bakery.test", "--pase=fast"], 2, 'did you mean "pace"'],
    ["no address", ["scan"], 2, "no address given"],
    ["a bad pace", ["scan", "bakery.test", "--pace=quick"], 2, "gentle, normal, fast"],
    ["a bad gate", ["demo", "--fail-on=severe"], 2, "--fail-on takes"],
    ["an unknown profile", ["demo", "--profile=merchnat"], 2, 'did you mean "merchant"'],
    ["an unknown format", ["demo", "--format=jsn"], 2, 'did you mean "json"'],
    ["evidence that is not there", ["assess", "nowhere.json"], 2, "no such file"],
    ["a private address", ["scan", "http://localhost:1/", "-q"], 3, "exit 3"],
  ])("%s", async (_name, argv, code, sentence) => {
    const ran = await runVigie(argv);

    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it("findings at the gate", async () => {
    const ran = await runVigie(["demo", "-q", "--fail-on=high", "--format=json"]);

    expect(ran.code).toBe(1);
    expect(ran.stderr.trim()).toMatch(/^vigie: exit 1: \d+ findings? at high or above$/);
  });

  it("a probe that nothing answered", async () => {
    const ran = await runVigie(["probe", "tls", "127.0.0.1:9"]);

    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ section: { state: "collected" } });
    expect(ran.stderr).toContain("exit 3: tls could not be assessed");
  });

  it("a closed port cannot be assessed", async () => {
    const ran = await runVigie(["scan", "http://127.0.0.1:9/", "-q", "--format=json"]);

    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ schema: "vigie.report/1" });
  });
});

describe("streams", () => {
  it("puts nothing but the result on stdout", async () => {
    const ran = await runVigie(["demo", "--format=json"]);

    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ schema: "vigie.report/1", target: { id: "bakery.test" } });
    expect(ran.stderr).toContain("vigie: looking at https://bakery.test/");
  });

  it("loads neither Ink nor React for JSON", async () => {
    const ran = await runVigie(["demo", "-q", "--format=json"], { nodeOptions: ["--import", TELL_PACKAGES] });

    const loaded = /^loaded: (.*)$/m.exec(ran.stderr)?.[1]?.split(", ") ?? [];
    expect(loaded).toContain("undici");
    expect(loaded).not.toContain("ink");
    expect(loaded).not.toContain("react");
  });

  it("survives a reader that leaves", async () => {
    const ran = await runVigie(["demo", "-q", "--format=json"], { meanwhile: (child) => child.stdout?.destroy() });

    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe("");
  });

  it.skipIf(process.platform !== "linux")("says that the disk is full instead of ending in a stack trace", async () => {
    const ran = await runVigie(["checks"], { stdoutTo: "/dev/full" });

    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe("vigie: cannot write the result: the disk is full\n");
  });

  it("takes --no-color anywhere", async () => {
    const ran = await runVigie(["checks", "--no-color", "headers/hsts"]);

    expect(ran.code).toBe(0);
  });

  it("colours nothing where there is no terminal", async () => {
    const ran = await runVigie(["demo", "-q"], { env: { FORCE_COLOR: "1" } });

    expect(ran.stdout).not.toContain("\u001B[");
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends on %s with its code, leaving no half-written file", async (signal, code) => {
    const out = join(folder, `${signal}.json`);

    const ran = await runVigie(["demo", "--pace=gentle", `--out=json=${out}`], {
      meanwhile: (child) => child.stderr?.once("data", () => child.kill(signal)),
    });

    expect(ran.code).toBe(code);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
    expect(() => JSON.parse(readFileSync(out, "utf8"))).not.toThrow();
  });
});

describe("saved evidence", () => {
  it("is judged again to the byte", async () => {
    const evidence = join(folder, "evidence.json");
    const first = await runVigie(["demo", "-q", "--format=json", `--out=evidence=${evidence}`]);

    const again = await runVigie(["assess", evidence, "--format=json"]);

    expect(again.code).toBe(0);
    expect(again.stdout).toBe(first.stdout);
  });

  it("is refused when it is none", async () => {
    const ran = await runVigie(["assess", "package.json"]);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("is not evidence of vigie.evidence/1");
  });
});
