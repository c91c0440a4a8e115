import { findCommand } from "../commands.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { parseOptions } from "../options.ts";
import { openReadHistory } from "../saved-run.ts";

/** `vigie forget SITE`: removes all that is stored of a site. */
export async function forget(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions(argv, findCommand("forget")?.options ?? []);
  const [site] = options.positionals;
  if (site === undefined) throw new UsageError("name the site: vigie forget bakery.example");
  const store = await openReadHistory(options, io);
  try {
    if (!(await store.sites()).includes(site)) throw new UsageError(`nothing is kept of "${site}"`);
    const removed = await store.forget(site);
    await io.stdout.write(
      `forgot ${site}: ${removed} ${removed === 1 ? "result" : "results"}, with evidence and findings\n`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
