import type { Io } from "./io.ts";
import { evidenceOf, type ScanRequest } from "./perform-scan.ts";

/**
 * `--dry-run`: prints what a scan would send first to each door, and sends nothing. What follows from the answers (links,
 * redirects, the paths of a platform) is not known without them, and the last line says so.
 */
export async function dryRun(request: ScanRequest, io: Io): Promise<number> {
  const intents: string[] = [];
  await evidenceOf(
    {
      ...request,
      sections: ["tls", "http", "pages", "paths", "actionTls", "hosts"],
      dryRun: ({ kind, what, reason }) => intents.push(`${kind}\t${what}\t${reason}`),
    },
    () => undefined,
  );
  await io.stdout.write(
    [...new Set(intents)].map((line) => `${line}\n`).join("") +
      "Nothing was sent. DNS records would be asked for first; links, redirects and the platform's paths follow from the answers.\n",
  );
  return 0;
}
