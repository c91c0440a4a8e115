import { describe, expect, it } from "vitest";
import { isFleet } from "../../../src/cli/fleet/modest-heap.ts";
import { runVigie } from "../run-vigie.ts";

/** Tells on stderr, at the end, which process this is and how its Node was started. */
const TELL_PROCESS = `data:text/javascript,${encodeURIComponent(`
  process.on("exit", () =>
    process.stderr.write("process: " + process.pid + " " + process.execArgv.filter((word) => word.startsWith("--max")) + "\\n"));
`)}`;

async function processOf(
  argv: readonly string[],
  options: { nodeOptions?: string[]; env?: Record<string, string> } = {},
) {
  let pid: number | undefined;
  const ran = await runVigie(argv, {
    ...options,
    nodeOptions: ["--import", TELL_PROCESS, ...(options.nodeOptions ?? [])],
    meanwhile: (child) => (pid = child.pid),
  });
  const [, told, flags] = /^process: (\d+) (.*)$/m.exec(ran.stderr) ?? [];
  return { code: ran.code, same: Number(told) === pid, flags };
}

describe("a fleet's process", () => {
  it("is the one that was started, with a small young generation", async () => {
    expect(await processOf(["scan", "--sites", "nowhere.yaml"])).toEqual({
      code: 2,
      same: true,
      flags: "--max-semi-space-size=8",
    });
  });

  it.each([
    ["on the command line", { nodeOptions: ["--max-semi-space-size=64"] }, "--max-semi-space-size=64"],
    ["in the environment", { env: { NODE_OPTIONS: "--max_semi_space_size=64" } }, ""],
  ])("keeps the choice of whoever made one %s", async (_name, options, flags) => {
    expect(await processOf(["scan", "--sites=nowhere.yaml"], options)).toEqual({ code: 2, same: true, flags });
  });

  it.each([
    [["scan", "--sites", "sites.yaml"], true],
    [["scan", "--format", "json", "--sites=sites.yaml"], true],
    [["report", "--sites", "sites.yaml", "--dir", "out"], true],
    [["scan", "https://bakery.test/"], false],
    [["sites", "check", "sites.yaml"], false],
    [["--sites"], false],
    [[], false],
  ])("%j is a fleet's: %s", (argv, expected) => {
    expect(isFleet(argv)).toBe(expected);
  });
});
