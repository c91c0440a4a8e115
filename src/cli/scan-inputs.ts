import { SECTION_NAMES, type Authorisation, type SectionName, type Target } from "../core/evidence/evidence.ts";
import { basename } from "node:path";
import { PAGE_ROLES } from "../core/evidence/pages.ts";
import { didYouMean } from "../core/suggestion.ts";
import { parseTarget, TargetError } from "../core/target.ts";
import type { UserPage } from "../probe/pages/user-pages.ts";
import { parsePorts } from "../data/ports.ts";
import { defaultPlan, type PlanOptions } from "../scan/default-plan.ts";
import type { Plan } from "../scan/plan.ts";
import { isStartTlsProtocol, STARTTLS_PROTOCOLS } from "../probe/tls/starttls/starttls.ts";
import { readBinaryFile, readTextFile } from "../store/files.ts";
import { UsageError } from "./errors.ts";
import type { NetworkSettings } from "./network-settings.ts";
import type { ExposureProbe } from "../data/exposures/exposure.ts";
import { CUSTOM_LIMITS, parseCustomProbes } from "../probe/paths/custom-probes.ts";
import type { Options } from "./options.ts";

/** The target as typed. Throws `UsageError`. */
export function readTarget(text: string | undefined, usage: string): Target {
  if (text === undefined) throw new UsageError(`no address given; say: ${usage}`);
  try {
    return parseTarget(text);
  } catch (error) {
    if (error instanceof TargetError) throw new UsageError(error.message);
    throw error;
  }
}

/** `--host HOST`: further hosts as scope knows them, lower case and in A-labels. Throws `UsageError`. */
export function readHosts(options: Options): readonly string[] {
  return options.list("host").map((text) => {
    try {
      return parseTarget(text).host;
    } catch (error) {
      if (error instanceof TargetError) throw new UsageError(`--host: ${error.message}`);
      throw error;
    }
  });
}

/** `--only dns,tls`: the sections to probe; undefined for all. Throws `UsageError`. */
export function readSections(options: Options): readonly SectionName[] | undefined {
  const text = options.text("only");
  if (text === undefined) return undefined;
  return text.split(",").map((name) => {
    const section = SECTION_NAMES.find((candidate) => candidate === name.trim());
    if (section === undefined) {
      throw new UsageError(
        `--only: unknown probe "${name}"${didYouMean(name, SECTION_NAMES)} (probes: ${SECTION_NAMES.join(", ")})`,
      );
    }
    return section;
  });
}

/** `--authorised WHO`: the operator's word, given on the day of the scan. */
export function readAuthorisation(options: Options, at: Date): Authorisation | null {
  const by = options.text("authorised")?.trim();
  if (by === undefined) return null;
  if (by === "")
    throw new UsageError('--authorised takes the name of who gives the word: --authorised "Claire Martin, owner"');
  return { by: by.slice(0, 200), on: at.toISOString().slice(0, 10) };
}

/** The plan that the options describe. Throws `UsageError` or `FileError`. */
export async function planFor(options: Options, network: NetworkSettings, now: () => Date): Promise<Plan> {
  const plan: PlanOptions = {
    pace: network.pace,
    extraRoots: network.extraCa,
    now,
    ...readTlsOptions(options),
    resolver: network.resolver,
    pages: await Promise.all(options.list("page").map(readUserPage)),
    declaredProcessors: options.list("processor"),
    deepPaths: options.flag("deep"),
    ports: readPorts(options),
    extraProbes: await readCustomProbes(options.text("paths")),
  };
  return defaultPlan(plan);
}

/** `--ports 22,80,8000-8010`; undefined for the usual ones. Throws `UsageError`. */
export function readPorts(options: Options): readonly number[] | undefined {
  const text = options.text("ports");
  const ports = text === undefined ? undefined : parsePorts(text);
  if (ports === null) {
    throw new UsageError(`--ports takes at most 1000 ports, such as 22,80,8000-8010; got "${text ?? ""}"`);
  }
  return ports;
}

/** `--starttls PROTO` and `--sni NAME`, where the command has them. Throws `UsageError`. */
function readTlsOptions(options: Options): Pick<PlanOptions, "starttls" | "sni"> {
  const starttls = options.text("starttls");
  if (starttls !== undefined && !isStartTlsProtocol(starttls)) {
    throw new UsageError(
      `--starttls: unknown protocol "${starttls}"${didYouMean(starttls, STARTTLS_PROTOCOLS)} (protocols: ${STARTTLS_PROTOCOLS.join(", ")})`,
    );
  }
  return { starttls, sni: options.text("sni") };
}

/** `--paths FILE`: probes of the user's own. Throws `ConfigError` or `FileError`. */
async function readCustomProbes(file: string | undefined): Promise<readonly ExposureProbe[]> {
  return file === undefined ? [] : parseCustomProbes(await readTextFile(file, CUSTOM_LIMITS.bytes), file);
}

/** A saved page larger than this is not a page. */
export const MAXIMUM_PAGE_BYTES = 64 * 1024 * 1024;

/** `--page checkout=https://…` or `--page checkout=saved.html`. Throws `UsageError` or `FileError`. */
export async function readUserPage(text: string): Promise<UserPage> {
  const separator = text.indexOf("=");
  const word = text.slice(0, Math.max(0, separator));
  const source = text.slice(separator + 1);
  const role = PAGE_ROLES.find((candidate) => candidate === word);
  if (separator < 1 || source === "") throw new UsageError(`--page takes ROLE=URL or ROLE=FILE; got "${text}"`);
  if (role === undefined) {
    throw new UsageError(
      `--page: unknown role "${word}"${didYouMean(word, PAGE_ROLES)} (roles: ${PAGE_ROLES.join(", ")})`,
    );
  }
  if (/^https?:\/\//i.test(source)) return { role, url: source };
  return { role, name: basename(source), content: await readBinaryFile(source, MAXIMUM_PAGE_BYTES) };
}
