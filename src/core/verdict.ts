import type { Remedy } from "./remedy.ts";
import type { Parameters } from "./text.ts";

/** What a check saw, kept with the finding: bounded, redacted, plain JSON. */
export type Observed = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type Confidence = "high" | "medium" | "low";

/** A check's judgement of one subject. Without a subject it speaks of the whole site. */
export type Verdict<Code extends string = string> =
  | { readonly status: "pass"; readonly subject?: string; readonly observed?: Observed }
  | FailedVerdict<Code>
  | { readonly status: "not-applicable"; readonly reason: string; readonly subject?: string }
  | { readonly status: "not-assessed"; readonly reason: string; readonly subject?: string };

export interface FailedVerdict<Code extends string = string> {
  readonly status: "fail";
  readonly code: Code;
  /** A stable identity (cookie name, directive, form role + action path + categories): never a page list, a query, a time. */
  readonly subject: string;
  readonly params: Parameters;
  readonly observed: Observed;
  readonly remedy: readonly Remedy[];
  readonly confidence: Confidence;
  /** Steps to move the severity of the outcome: what is at stake aggravates, a mitigation lowers. */
  readonly shift: number;
  /** Why the severity was moved, as a code that reports know; absent when it was not. */
  readonly shiftReason?: string;
  /** The page, or the pages (at most 20), on which it was seen. */
  readonly pages: readonly string[];
}

/** The subject is in order. */
export function pass(subject?: string, observed?: Observed): Verdict<never> {
  return {
    status: "pass",
    ...(subject === undefined ? {} : { subject }),
    ...(observed === undefined ? {} : { observed }),
  };
}

export interface FailInput<Code extends string> {
  readonly code: Code;
  readonly subject: string;
  readonly params?: Parameters;
  readonly observed?: Observed;
  readonly remedy?: Remedy | readonly Remedy[];
  readonly confidence?: Confidence;
  readonly shift?: number;
  readonly shiftReason?: string;
  readonly pages?: readonly string[];
}

/** A weakness of the subject, with what was seen and what to do. */
export function fail<const Code extends string>(input: FailInput<Code>): Verdict<Code> {
  const remedy = input.remedy ?? [];
  return {
    status: "fail",
    code: input.code,
    subject: input.subject,
    params: input.params ?? {},
    observed: input.observed ?? {},
    remedy: isList(remedy) ? remedy : [remedy],
    confidence: input.confidence ?? "high",
    shift: input.shift ?? 0,
    ...(input.shiftReason === undefined ? {} : { shiftReason: input.shiftReason }),
    pages: (input.pages ?? []).slice(0, 20),
  };
}

/** The question does not arise here; `reason` is a code of `locale/reasons`. */
export function notApplicable(reason: string, subject?: string): Verdict<never> {
  return { status: "not-applicable", reason, ...(subject === undefined ? {} : { subject }) };
}

/** It could not be seen; `reason` is a code of `locale/reasons`. Never a pass and never a fault. */
export function notAssessed(reason: string, subject?: string): Verdict<never> {
  return { status: "not-assessed", reason, ...(subject === undefined ? {} : { subject }) };
}

function isList(remedy: Remedy | readonly Remedy[]): remedy is readonly Remedy[] {
  return Array.isArray(remedy);
}
