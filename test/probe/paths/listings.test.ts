import { describe, expect, it } from "vitest";
import { directoryIndex } from "../../../src/data/exposures/listings.ts";
import { LISTINGS } from "../../servers/listings.ts";
import { HOSTS } from "../../servers/soft-404/behaviours.ts";
import { openSoftHost } from "../../servers/soft-404/open-host.ts";
import { runPaths } from "./run-paths.ts";

const honest = HOSTS["honest 404"];
const file = (type: string, body: string) => ({ type, body: Buffer.from(body), probes: [] });

async function backupFolder(type: string, body: string) {
  if (honest === undefined) throw new Error("no such host");
  await using server = await openSoftHost(honest, { "/backup/": file(type, body) });
  const { value } = await runPaths(server);
  return value.hits.find(({ probe }) => probe === "listing-backup-dirs");
}

describe("a folder that lists its files", () => {
  it.each(Object.entries(LISTINGS))("%s", async (_server, { type, full }) => {
    const hit = await backupFolder(type, full);

    expect(hit).toMatchObject({ outcome: "confirmed" });
    expect(hit?.facts).not.toHaveProperty("listing");
  });

  it.each(Object.entries(LISTINGS).filter(([, { empty }]) => empty !== null))(
    "%s, with nothing in it",
    async (_server, { type, empty }) => {
      const hit = await backupFolder(type, empty ?? "");

      expect(hit).toMatchObject({ outcome: "confirmed", facts: { listing: "empty" } });
    },
  );

  it.each([
    [
      "a category of a shop that sorts by name",
      '<h1>Pains</h1><a href="?sort=name&order=asc">Nom</a> <a href="/p/1">Pain</a>',
    ],
    ["an article about listings", '<title>Que dit Index of ?</title><p>Un listage.</p><a href="article">suite</a>'],
    ["JSON of products", '[{"name":"Pain","type":"simple","price":"4.20"}]'],
    ["a feed", '<?xml version="1.0"?><list><product id="1">Pain</product></list>'],
    ["a page of code", "<pre>\nconst pain = 4;\n</pre>"],
    ["a library's documentation", '<title>Liste : fichiers</title><h1>Liste des fichiers</h1><ul id="files"></ul>'],
  ])("is not %s", (_what, body) => {
    expect(directoryIndex.filter((pattern) => pattern.test(body))).toEqual([]);
  });
});
