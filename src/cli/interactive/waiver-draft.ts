import { existsSync } from "node:fs";
import { isSeq, parseDocument } from "yaml";
import { readTextFile, writeFileAtomically } from "../../store/files.ts";
import type { WaiverDraft } from "../../ui/ports.ts";
import { UsageError } from "../errors.ts";

/** Adds a waiver to a waivers file, which is made where there is none; comments and order stay. Gives the path. */
export async function addWaiverDraft(path: string, draft: WaiverDraft): Promise<string> {
  const document = parseDocument(existsSync(path) ? await readTextFile(path, 1024 * 1024) : "waivers: []\n");
  if (document.errors.length > 0) throw new UsageError(`${path} is not YAML; mend it before adding to it`);
  const list = document.get("waivers");
  const { check, site, subject, reason, expires } = draft;
  // Subjects are matched as globs; a star in one matches itself too, so that the subject needs no escape.
  const entry = document.createNode({ check, site, subject, reason, expires });
  if (isSeq(list)) {
    list.flow = false;
    list.add(entry);
  } else {
    document.set("waivers", document.createNode([entry]));
  }
  await writeFileAtomically(path, document.toString({ lineWidth: 0 }));
  return path;
}
