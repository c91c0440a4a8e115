import { randomBytes } from "node:crypto";
import type { ProgressReporter } from "../../core/events.ts";
import type { SectionValue, Target } from "../../core/evidence/evidence.ts";
import { NET_ERROR_CODES, NetError, type Net } from "../../net/net.ts";
import { askCors } from "./cors.ts";
import { entryOrigins } from "./entry-origins.ts";
import { followChain, type Origin } from "./follow-chain.ts";
import { frontsOf } from "./fronts.ts";
import { readSecurityTxt } from "./security-txt.ts";

export interface HttpProbeInput {
  readonly net: Net;
  readonly target: Target;
  /** For the aliases that lead to the hosts. */
  readonly dns?: SectionValue<"dns"> | undefined;
  readonly progress?: ProgressReporter;
  readonly signal?: AbortSignal | undefined;
  /** A label that no site can have listed as an allowed origin; default twelve random hex digits. */
  readonly randomLabel?: () => string;
}

/** CORS twice and security.txt, beside the entry addresses. */
const FURTHER_REQUESTS = 3;

/**
 * Records what the entry addresses of a shop answer, hop by hop, what it says to foreign origins, and its security.txt.
 * Rejects with the `NetError` of the target's own address when nothing at all could be reached.
 */
export async function probeHttp(input: HttpProbeInput): Promise<SectionValue<"http">> {
  const { net, target, signal } = input;
  const entries = entryOrigins(target);
  let done = 0;
  const step = (): void => {
    done += 1;
    input.progress?.(done, Math.max(done, entries.length + FURTHER_REQUESTS));
  };

  const origins = await Promise.all(entries.map((entry) => followChain(entry, { net, signal, onAnswer: step })));
  if (origins.every(({ chain }) => chain.length === 0)) throw firstFailure(origins);

  const home = homeOf(origins);
  const label = (input.randomLabel ?? randomHex)();
  const options = { net, signal };
  const [cors, securityTxt] = await Promise.all([
    home === null ? [] : askCors(home.url, `https://${label}.example`, options),
    home === null ? null : readSecurityTxt(home.url, options),
  ]);
  step();
  return { origins, cors, securityTxt, fronts: frontsOf(origins, input.dns) };
}

/** The page where the target's own chain ends, https before http; null where every chain ends outside or in an error. */
export function homeOf<Answer extends { readonly url: string }>(
  origins: readonly { readonly end: Origin["end"]; readonly chain: readonly Answer[] }[],
): Answer | null {
  const ends = origins.filter(({ end }) => end === "answered").flatMap(({ chain }) => chain.slice(-1));
  return ends.find(({ url }) => url.startsWith("https:")) ?? ends[0] ?? null;
}

function firstFailure(origins: readonly Origin[]): NetError {
  const failure = origins.find(({ error }) => error !== undefined)?.error;
  const code = NET_ERROR_CODES.find((known) => known === failure?.code) ?? "internal";
  return new NetError(code, failure?.message ?? "nothing answered");
}

function randomHex(): string {
  return `vigie-${randomBytes(6).toString("hex")}`;
}
