import type { Webhook } from "../notify/webhook.ts";
import { readTextFile } from "../store/files.ts";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";

/**
 * A webhook by name, from the environment: `VIGIE_WEBHOOK_<NAME>` is its address and `VIGIE_WEBHOOK_<NAME>_SECRET` its
 * secret; with `_FILE` behind either, the file that holds it (systemd credentials, container secrets). Never from flags,
 * which every process on the machine can read. Throws `UsageError` or `FileError`.
 */
export async function readWebhook(name: string, io: Io): Promise<Webhook> {
  const base = `VIGIE_WEBHOOK_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
  const url = await secretValue(base, io);
  if (url === null) throw new UsageError(`no address for the webhook "${name}"; set ${base} or ${base}_FILE`);
  return { name, url, secret: await secretValue(`${base}_SECRET`, io) };
}

async function secretValue(variable: string, io: Io): Promise<string | null> {
  const direct = io.env[variable];
  if (direct !== undefined && direct !== "") return direct;
  const path = io.env[`${variable}_FILE`];
  return path === undefined || path === "" ? null : (await readTextFile(path, 64 * 1024)).trim();
}
