import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { BodyKind } from "./sniff.ts";

/** An answer as far as the host's habits go. */
export interface PlainAnswer {
  readonly path: string;
  readonly status: number;
  readonly kind: BodyKind;
}

type Behaviour = SectionValue<"paths">["behaviour"];

/** What the host does with paths that do not exist: canaries tell it best, else most of the answers do. */
export function behaviourOf(answers: readonly PlainAnswer[], canaries: readonly number[]): Behaviour {
  const sample = canaries.length > 0 ? canaries : answers.map((answer) => answer.status);
  const share = (isOne: (status: number) => boolean): number =>
    sample.filter(isOne).length / Math.max(1, sample.length);
  if (share((status) => status >= 200 && status < 300) > 0.5) return "answers-everything";
  if (share((status) => status >= 300 && status < 400) > 0.5) return "redirects-everything";
  if (share((status) => status === 401 || status === 403) > 0.5) return "refuses-everything";
  return share((status) => status >= 404 && status <= 410) > 0.5 ? "honest" : "mixed";
}

/** Answers to one kind of path that are needed before its habits say anything. */
const SAMPLE = 5;

/** A host whose commonest answer for one kind of path is rarer than this throws dice. */
const HABIT = 0.6;

/**
 * Whether a host answers paths of one extension now this way, now that way. Routing rules go by extension and folder, so that
 * an ordinary host is nearly always of one mind within an extension.
 */
export function throwsDice(answers: readonly PlainAnswer[]): boolean {
  const byExtension = new Map<string, Map<string, number>>();
  for (const { path, status, kind } of answers) {
    const extension = /\.\w{1,8}$/.exec(path.split("?")[0] ?? "")?.[0] ?? "";
    const classes = byExtension.get(extension) ?? new Map<string, number>();
    const name = `${String(status)} ${kind}`;
    byExtension.set(extension, classes.set(name, (classes.get(name) ?? 0) + 1));
  }
  let asked = 0;
  let usual = 0;
  for (const classes of byExtension.values()) {
    const counts = [...classes.values()];
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < SAMPLE) continue;
    asked += total;
    usual += Math.max(...counts);
  }
  return asked > 0 && usual / asked < HABIT;
}
