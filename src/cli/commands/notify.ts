import { sendNotices } from "../../notify/webhook.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { toolVersion } from "../version.ts";
import { readWebhook } from "../webhooks.ts";

/** `vigie notify test NAME`: sends one harmless notice, so that a silent night is known to be a quiet one. */
export async function notify(options: Options, io: Io): Promise<number> {
  const [action, name] = options.positionals;
  if (action !== "test" || name === undefined) throw new UsageError("say: vigie notify test NAME");
  const webhook = await readWebhook(name, io);
  const { delivered, attempts, outcome } = await sendNotices(
    webhook,
    [{ event: "finding-new", site: "bakery.example", severity: "info", title: "This is a test of the webhook." }],
    { allowPrivate: options.flag("allow-private"), toolVersion: toolVersion(), now: io.now, signal: io.signal },
  );
  const times = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  await io.stdout.write(`${name}: ${delivered ? "delivered" : "not delivered"} (${outcome}, ${times})\n`);
  return delivered ? 0 : 1;
}
