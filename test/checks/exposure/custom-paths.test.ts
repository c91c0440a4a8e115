import { describe, expect, it } from "vitest";
import { customPaths } from "../../../checks/exposure/custom-paths.ts";
import { parseCustomProbes } from "../../../src/probe/paths/custom-probes.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { runPaths } from "../../probe/paths/run-paths.ts";
import { HOSTS } from "../../servers/soft-404/behaviours.ts";
import { openSoftHost } from "../../servers/soft-404/open-host.ts";

const probe = (severity: string): string => `
probes:
  - id: caisse
    title: Export de la caisse
    severity: ${severity}
    paths: ["/caisse/export-{yyyy}.txt"]
    html: rejected
    proof:
      all: ["^TICKET;TOTAL$"]
`;

async function run(text: string, files: Readonly<Record<string, string>>) {
  const host = HOSTS["honest 404"];
  if (host === undefined) throw new Error("no such host");
  const planted = Object.fromEntries(
    Object.entries(files).map(([path, body]) => [path, { type: "text/plain", body: Buffer.from(body), probes: [] }]),
  );
  await using server = await openSoftHost(host, planted);
  return await runPaths(server, { extraProbes: parseCustomProbes(text, "caisse.yaml") });
}

describe("exposure/custom-paths", () => {
  it.each(["critical", "high", "medium", "low", "info"])(
    "fails with the severity that the file gives: %s",
    async (severity) => {
      const { value } = await run(probe(severity), { "/caisse/export-2026.txt": "TICKET;TOTAL\n42;3,50\n" });

      const [verdict] = failuresOf(customPaths, { paths: value });

      expect(outcomesOf(customPaths, { paths: value })).toEqual([severity]);
      expect(verdict).toMatchObject({ subject: "/caisse/export-2026.txt", params: { title: "Export de la caisse" } });
      expect(JSON.stringify(value)).not.toContain("TICKET");
    },
  );

  it("passes where nothing of it is found", async () => {
    const { value } = await run(probe("critical"), {});

    expect(outcomesOf(customPaths, { paths: value })).toEqual(["pass"]);
  });

  it("does not arise without probes of one's own", async () => {
    const host = HOSTS["honest 404"];
    if (host === undefined) throw new Error("no such host");
    await using server = await openSoftHost(host, {});

    const { value } = await runPaths(server);

    expect(outcomesOf(customPaths, { paths: value })).toEqual(["not-applicable: no-custom-probes"]);
  });
});
