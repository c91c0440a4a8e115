import { resolve } from "node:path";
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
  await io.stdout.write(kind === "cron" ? cronLine(file) : systemdUnits(file));
  return 0;
}

/** Cron runs whole fleets at the same minute; the jitter spreads them. */
export function cronLine(file: string): string {
  return [
    "# Every night at 02:17, spread over half an hour; what is new since the last run goes to the log.",
    "MAILTO=root",
    `17 2 * * * vigie scan --sites ${file} --jitter 1800 --fail-on new:high --format json --out html=${file}.html >${file}.json`,
    "",
  ].join("\n");
}

/** A service that can do little but write its own state, and its timer. */
export function systemdUnits(file: string): string {
  return [
    "# /etc/systemd/system/vigie.service",
    "[Unit]",
    "Description=Vigie security posture scan",
    "Wants=network-online.target",
    "After=network-online.target",
    "",
    "[Service]",
    "Type=oneshot",
    `ExecStart=vigie scan --sites ${file} --data /var/lib/vigie --log json --fail-on new:high --format json --out json=/var/lib/vigie/fleet.json`,
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
