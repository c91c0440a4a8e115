import { stringify } from "yaml";
import { catalogue } from "../../../checks/index.ts";
import { loadProfile, shippedProfiles } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";

/** `vigie profile check FILE | show ID|FILE | list`. */
export async function profile(options: Options, io: Io): Promise<number> {
  const [action, reference] = options.positionals;
  const format = options.choice("format", ["yaml", "json"], "yaml");
  if (action === "list") {
    const lines = shippedProfiles().map((id) => {
      const loaded = loadProfile(id, catalogue, io.cwd);
      return `${id.padEnd(22)} ${loaded.title.en}`;
    });
    await io.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  }
  if ((action !== "check" && action !== "show") || reference === undefined) {
    throw new UsageError("say: vigie profile check FILE, vigie profile show ID|FILE, or vigie profile list");
  }
  const loaded = loadProfile(reference, catalogue, io.cwd);
  if (action === "check") {
    const weighed = Object.values(loaded.checks).filter((check) => check.weight > 0).length;
    await io.stdout.write(
      `${reference}: in order. Profile ${loaded.id} ${loaded.version}, digest ${loaded.digest}: ` +
        `${Object.keys(loaded.checks).length} checks, ${weighed} of them with weight.\n`,
    );
    return 0;
  }
  await io.stdout.write(format === "json" ? `${JSON.stringify(loaded, null, 2)}\n` : stringify(loaded));
  return 0;
}
