import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isMap, isSeq, parseDocument } from "yaml";
import { authorisationHint, parseSites, selectSites } from "../../core/sites.ts";
import { parseTarget } from "../../core/target.ts";
import { readTextFile, writeFileAtomically } from "../../store/files.ts";
import { UsageError } from "../errors.ts";
import { readFleetInputs } from "../fleet/fleet-inputs.ts";
import type { Io } from "../io.ts";
import { Options } from "../options.ts";

/** `vigie sites check FILE | list FILE | add FILE URL`. */
export async function sites(options: Options, io: Io): Promise<number> {
  const [action, file, address] = options.positionals;
  if (file === undefined)
    throw new UsageError("say: vigie sites check FILE, vigie sites list FILE, or vigie sites add FILE URL");
  if (action === "check") return await check(file, options, io);
  if (action === "list") return await list(file, options, io);
  if (action === "add" && address !== undefined) return await add(file, address, options, io);
  throw new UsageError("say: vigie sites check FILE, vigie sites list FILE, or vigie sites add FILE URL");
}

/** Checks the file and all that it refers to: profiles and waivers too. */
async function check(file: string, options: Options, io: Io): Promise<number> {
  const inputs = await readFleetInputs(
    new Options({ sites: file, site: options.list("site"), tag: options.list("tag") }, []),
    io,
  );
  const unauthorised = inputs.sites.filter((site) => site.authorised === null);
  await io.stdout.write(`${file}: in order, ${inputs.sites.length} ${inputs.sites.length === 1 ? "site" : "sites"}\n`);
  if (unauthorised.length > 0) {
    const first = unauthorised[0];
    await io.stdout.write(
      `${unauthorised.length} without "authorised": paths and ports are not probed there\n` +
        (first === undefined ? "" : `  ${authorisationHint(first)}\n`),
    );
  }
  return 0;
}

async function list(file: string, options: Options, io: Io): Promise<number> {
  const all = parseSites(await readTextFile(resolve(io.cwd, file)), file);
  const chosen = selectSites(all, { ids: options.list("site"), tags: options.list("tag") });
  const width = Math.max(0, ...chosen.map(({ id }) => id.length));
  const lines = chosen.map((site) => {
    const authorised = site.authorised === null ? "not authorised" : `authorised by ${site.authorised.by}`;
    return `${site.id.padEnd(width)}  ${site.target.url}  ${site.profile}  ${authorised}  ${site.tags.join(" ")}`.trimEnd();
  });
  await io.stdout.write(`${lines.join("\n")}${lines.length > 0 ? "\n" : ""}`);
  return 0;
}

/** Adds a site at the end and keeps the file's comments and layout. */
async function add(file: string, address: string, options: Options, io: Io): Promise<number> {
  const path = resolve(io.cwd, file);
  const before = existsSync(path) ? await readTextFile(path) : "sites: []\n";
  const document = parseDocument(before);
  const entry = {
    ...(options.text("id") === undefined ? {} : { id: options.text("id") }),
    url: parseTarget(address).url,
  };
  const list = isMap(document.contents) ? document.get("sites") : null;
  if (isSeq(list)) {
    list.flow = false;
    list.add(document.createNode(entry));
  } else {
    document.set("sites", [entry]);
  }
  const after = document.toString();
  // The result must be a file that the next scan takes.
  const added = parseSites(after, file).at(-1);
  await writeFileAtomically(path, after);
  await io.stdout.write(`${file}: added ${added?.id ?? address}\n`);
  if (added !== undefined && added.authorised === null) await io.stdout.write(`  ${authorisationHint(added)}\n`);
  return 0;
}
