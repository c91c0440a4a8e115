import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";

/** `vigie schedule print cron|systemd --sites FILE`: what to install for a nightly run. */
export async function schedule(options: Options, io: Io): Promise<number> {
  const [action, kind] = options.positionals;
  const sites = options.text("sites");
  if (action !== "print" || (kind !== "cron" && kind !== "systemd") || sites === undefined) {
    throw new UsageError("say: vigie schedule print cron --sites sites.yaml, or systemd");
  }
  const file = resolve(io.cwd, sites);
  if (/[\s%'"\\$`]/.test(file))
    throw new UsageError(`${file}: a path with spaces, quotes or % is not safe in a schedule; move the file`);
  const path = searchPath(io.env["PATH"] ?? "");
  await io.stdout.write(kind === "cron" ? cronLine(file, path) : systemdUnits(file, path));
  return 0;
}

/** Where both look for a command when nobody says otherwise, and where a global installation usually puts it. */
const USUAL_PATH = ["/usr/local/bin", "/usr/bin", "/bin"];

/**
 * Where `vigie` and its `node` are found by whoever asks for the schedule: cron and systemd have a short path of their own, in
 * which an installation by nvm, or even one in /usr/local, is not found.
 */
export function searchPath(path: string): string {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder) && !/[\s%'"\\$`]/.test(folder));
  const holders = ["vigie", "node"].map((name) => folders.find((folder) => existsSync(join(folder, name))));
  // In the order in which they are searched now, so that the same node runs the same vigie.
  return [...new Set([...folders.filter((folder) => holders.includes(folder)), ...USUAL_PATH])].join(":");
}

/** Cron runs whole fleets at the same minute; the jitter spreads them. */
export function cronLine(file: string, path = USUAL_PATH.join(":")): string {
  return [
    "# Every night at 02:17, spread over half an hour; what is new since the last run goes to the mail; a quiet night is silent.",
    "MAILTO=root",
    `PATH=${path}`,
    `17 2 * * * vigie scan --sites ${file} -q --jitter 1800 --fail-on new:high --format json --out html=${file}.html >${file}.json`,
    "",
  ].join("\n");
}

/** A service that can do little but write its own state, and its timer. */
export function systemdUnits(file: string, path = USUAL_PATH.join(":")): string {
  return [
    "# /etc/systemd/system/vigie.service",
    "[Unit]",
    "Description=Vigie security posture scan",
    "Wants=network-online.target",
    "After=network-online.target",
    "",
    "[Service]",
    "Type=oneshot",
    `Environment=PATH=${path}`,
    `ExecStart=/usr/bin/env vigie scan --sites ${file} --data /var/lib/vigie --log json --fail-on new:high --format json --out json=/var/lib/vigie/fleet.json`,
    "# 1: findings at the gate. 3: something could not be assessed. Both are results, not faults of the service.",
    "SuccessExitStatus=1 3",
    "DynamicUser=yes",
    "StateDirectory=vigie",
    "StateDirectoryMode=0700",
    "UMask=0077",
    "StandardOutput=null",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=read-only",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "ProtectKernelTunables=yes",
    "ProtectKernelModules=yes",
    "ProtectControlGroups=yes",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces=yes",
    "LockPersonality=yes",
    "CapabilityBoundingSet=",
    "SystemCallArchitectures=native",
    "Environment=NODE_OPTIONS=--max-old-space-size=512",
    "MemoryMax=1G",
    "",
    "# /etc/systemd/system/vigie.timer",
    "[Unit]",
    "Description=Vigie every night",
    "",
    "[Timer]",
    "OnCalendar=*-*-* 02:17:00",
    "RandomizedDelaySec=30m",
    "Persistent=yes",
    "",
    "[Install]",
    "WantedBy=timers.target",
    "",
  ].join("\n");
}
