import { catalogue } from "../../../checks/index.ts";
import type { ScanEvent } from "../../core/events.ts";
import { parseTarget } from "../../core/target.ts";
import { openDemoShop, type DemoShop } from "../../demo/shop.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { defaultPlan } from "../../scan/default-plan.ts";
import { loadProfile } from "../../store/profiles.ts";
import { readBrand } from "../brand-file.ts";
import { deliver, gateRule } from "../deliver.ts";
import type { Io } from "../io.ts";
import { judgeSite } from "../judge-site.ts";
import { languageFor } from "../language.ts";
import { networkSettings, type NetworkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { planOutputs } from "../outputs.ts";
import { evidenceOf, type ScanRequest } from "../perform-scan.ts";
import { progressOn } from "../progress.ts";

/** `vigie demo [--fixed]`: the embedded shop, scanned inside this process; nothing but loopback is reached. */
export async function demo(options: Options, io: Io): Promise<number> {
  const outputs = await planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const rule = gateRule(options, profile);
  const network = await networkSettings(options, io, "fast");
  const brand = await readBrand(options.text("brand"));
  const shop = await openDemoShop(options.flag("fixed") ? "repaired" : "hurried", io.now());
  try {
    if (options.flag("serve")) return await serve(shop, io);
    const tell = progressOn(io, options.flag("quiet"), languageFor(options, "text", io));
    const events: ScanEvent[] = [];
    const evidence = await evidenceOf(
      { ...demoRequest(shop, network, io.now), profile, signal: io.signal, now: io.now },
      async (event) => {
        events.push(event);
        await tell(event);
      },
    );
    const judged = judgeSite(evidence, profile, [], null);
    return await deliver({ judged, outputs, rule, baselineGates: false, options, io, events, points: [], brand });
  } finally {
    await shop.close();
  }
}

/** How the demo shop is scanned, by this command and by the interactive screen. */
export function demoRequest(
  shop: DemoShop,
  network: NetworkSettings,
  now: () => Date,
): Omit<ScanRequest, "profile" | "signal" | "now"> {
  return {
    target: parseTarget(shop.url),
    hosts: [],
    authorised: { by: "Vigie demo", on: "2026-01-01" },
    network: {
      ...network,
      extraCa: [shop.rootPem],
      extraRootSubjects: ["the demo shop's own root"],
      proxyFor: () => null,
    },
    schedulers: createSchedulerPool(network),
    plan: defaultPlan({ pace: network.pace, extraRoots: [shop.rootPem], now, resolver: shop.resolver }),
    only: Object.fromEntries(shop.connectTo),
  };
}

/** Serves the shop until Ctrl-C, for a look with a browser. */
async function serve(shop: DemoShop, io: Io): Promise<number> {
  await io.stdout.write(
    `http://127.0.0.1:${shop.httpPort}/\nhttps://127.0.0.1:${shop.httpsPort}/\n` +
      "The shop calls itself bakery.test. Ctrl-C ends it.\n",
  );
  await new Promise<void>((resolve) => {
    io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  return 0;
}
