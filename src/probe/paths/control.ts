import type { Seen } from "./seen.ts";
import { similarity } from "./similarity.ts";

/** What the home page was like when nobody had reason to block. */
export interface HomeClass {
  readonly status: number;
  readonly kind: Seen["kind"];
  readonly title: string;
  readonly text: string;
}

/** The class of a home page answer. */
export function homeClass(seen: Seen): HomeClass {
  const title = /<title[^>]{0,200}>([^<]{0,200})/i.exec(seen.text)?.[1]?.trim() ?? "";
  return { status: seen.status, kind: seen.kind, title, text: seen.text };
}

/** Pages whose title changed but whose text stayed alike are still the same page: shops rotate slogans. */
const ALIKE = 0.3;

/** Whether the home page is still what it was: a challenge page, an error or a silent wall is not. */
export function isSameHome(before: HomeClass, now: HomeClass): boolean {
  if (before.status !== now.status || before.kind !== now.kind) return false;
  return before.title === now.title || similarity(before.text, now.text) >= ALIKE;
}
