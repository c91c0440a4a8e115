import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { openReadHistory } from "../saved-run.ts";

/** `vigie forget SITE`: removes all that is stored of a site. */
export async function forget(options: Options, io: Io): Promise<number> {
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
