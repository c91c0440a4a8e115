import { resolve } from "node:path";
import { isMap, isSeq, parseDocument } from "yaml";
import { catalogue } from "../../../checks/index.ts";
import { matchesGlob } from "../../core/glob.ts";
import { CRITICAL_WAIVER_DAYS, isExpired, parseWaivers, type Waiver } from "../../core/waivers.ts";
import { dataDirectory, hasHistory, openHistory } from "../../store/data-directory.ts";
import { readTextFile, writeFileAtomically } from "../../store/files.ts";
import type { FindingHistory } from "../../store/history.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";

/** `vigie waivers check FILE | prune FILE`. */
export async function waivers(options: Options, io: Io): Promise<number> {
  const [action, file] = options.positionals;
  if (file === undefined || (action !== "check" && action !== "prune")) {
    throw new UsageError("say: vigie waivers check FILE, or vigie waivers prune FILE");
  }
  const path = resolve(io.cwd, file);
  const text = await readTextFile(path);
  const all = parseWaivers(text, file, catalogue);
  const expired = all.filter((waiver) => isExpired(waiver, io.now()));
  if (action === "prune") {
    await writeFileAtomically(path, withoutIndices(text, new Set(expired.map((waiver) => all.indexOf(waiver)))));
    await io.stdout.write(`${file}: removed ${expired.length} expired of ${all.length}\n`);
    return 0;
  }
  const lines = [
    ...expired.map(({ place, check, expires }) => `${place}: ${check}: expired on ${expires}`),
    ...(await unused(all, options, io)).map(
      ({ place, check }) => `${place}: ${check}: matches no finding that the history knows`,
    ),
  ];
  await io.stdout.write(lines.map((line) => `${line}\n`).join(""));
  await io.stdout.write(
    `${file}: ${all.length} ${all.length === 1 ? "waiver" : "waivers"}, ${expired.length} expired; a critical finding can be waived for ${CRITICAL_WAIVER_DAYS} days\n`,
  );
  return 0;
}

/** Waivers that match no open finding of any site in the history; none where there is no history to ask. */
async function unused(all: readonly Waiver[], options: Options, io: Io): Promise<readonly Waiver[]> {
  const directory = dataDirectory(options.text("data"), io.env, io.cwd);
  if (!hasHistory(directory)) return [];
  const history = await openHistory(directory);
  try {
    const known: { readonly site: string; readonly finding: FindingHistory }[] = [];
    for (const site of await history.sites()) {
      for (const finding of await history.findings(site)) if (finding.fixedAt === null) known.push({ site, finding });
    }
    return all.filter(
      (waiver) =>
        !isExpired(waiver, io.now()) &&
        !known.some(
          ({ site, finding }) =>
            matchesGlob(waiver.site, site) &&
            matchesGlob(waiver.check, finding.check) &&
            matchesGlob(waiver.subject, finding.subject),
        ),
    );
  } finally {
    await history.close();
  }
}

/** The file without some of its waivers; comments and layout of the others stay. */
function withoutIndices(text: string, indices: ReadonlySet<number>): string {
  const document = parseDocument(text);
  const list = isMap(document.contents) ? document.get("waivers") : null;
  if (!isSeq(list)) return text;
  list.items = list.items.filter((_item, index) => !indices.has(index));
  return document.toString();
}
