import type { Target } from "../../core/evidence/evidence.ts";
import type { Net } from "../../net/net.ts";

/** What every part of the pages probe works with. */
export interface ProbeContext {
  readonly net: Net;
  readonly target: Target;
  readonly signal: AbortSignal | undefined;
  /** Says that one more request was answered. */
  readonly step: (note: string) => void;
}
