import { didYouMean } from "../../core/suggestion.ts";
import { inventoryScripts, renderInventoryCsv, renderInventoryJson } from "../../report/inventory-scripts.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { pagesEvidence, withoutPages } from "../pages-evidence.ts";

const RENDERERS = { json: renderInventoryJson, csv: renderInventoryCsv } as const;

const FORMATS = ["json", "csv"] as const;

/** `vigie scripts URL|RUN`: the script inventory of the payment pages, sorted so that two runs can be compared line by line. */
export async function scripts(options: Options, io: Io): Promise<number> {
  const wanted = options.text("format") ?? "json";
  const format = FORMATS.find((known) => known === wanted);
  if (format === undefined) {
    throw new UsageError(
      `--format: unknown format "${wanted}"${didYouMean(wanted, FORMATS)} (formats: ${FORMATS.join(", ")})`,
    );
  }
  const evidence = await pagesEvidence(options, io, "scripts");
  const inventory = inventoryScripts(evidence);
  if (inventory === null) return await withoutPages(evidence, io);
  await io.stdout.write(RENDERERS[format](inventory));
  return 0;
}
