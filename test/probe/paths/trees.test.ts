import { describe, expect, it } from "vitest";
import { HOSTS } from "../../servers/soft-404/behaviours.ts";
import { openSoftHost } from "../../servers/soft-404/open-host.ts";
import { TREES } from "../../servers/soft-404/trees.ts";
import { runPaths } from "./run-paths.ts";

const BEHAVIOURS = [
  "honest 404",
  "application that repeats path and nonce",
  "redirect to a login",
  "slug turned into a title",
];

describe.each(BEHAVIOURS)("trees of shop systems on a host with %s", (behaviour) => {
  it.each(TREES)("%s in %s", async (_name, _language, tree) => {
    const host = HOSTS[behaviour];
    if (host === undefined) throw new Error("no such host");
    await using server = await openSoftHost(host, tree.files, tree.home);

    const { value, confirmed, connections } = await runPaths(server, { platform: tree.platform });

    const expected = Object.values(tree.files).flatMap((file) => file.probes);
    expect(confirmed).toEqual(expected.toSorted());
    expect(value.sent).toBeLessThanOrEqual(170);
    expect(connections).toBeLessThanOrEqual(2);
    expect(JSON.stringify(value)).not.toContain("levain-2026");
  });
});

describe("what a tree tells besides", () => {
  it("versions and logins, where the pages show them", async () => {
    const host = HOSTS["honest 404"];
    const [[, , tree] = []] = TREES;
    if (host === undefined || tree === undefined) throw new Error("no such host");
    await using server = await openSoftHost(host, tree.files, tree.home);

    const { value } = await runPaths(server);

    expect(value.hits.find((hit) => hit.probe === "tool-phpmyadmin")?.facts).toEqual({
      version: "5.2.1",
      login: "password",
    });
  });
});
