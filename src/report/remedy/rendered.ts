import type { Language } from "../../core/text.ts";
import type { RemedyFront } from "./front.ts";

/** What the lines are written for. */
export type Stack = "nginx" | "apache" | "caddy" | "php" | "shell" | "dns";

/** Lines to paste, and where. */
export interface Snippet {
  readonly stack: Stack;
  /** Where the lines go: "nginx, in the server block of the site". */
  readonly place: string;
  readonly lines: readonly string[];
  /** Whether the project's tests put these very lines into a real server and saw the finding go; otherwise it is advice. */
  readonly proven: boolean;
}

/** A remedy in a reader's language, for the stack that was seen. */
export interface RenderedRemedy {
  /** What to do, in one short line. */
  readonly title: string;
  /** Sentences: what a person does, in order; what cannot be changed on this platform. */
  readonly steps: readonly string[];
  /** Lines to paste, one for each server in question; empty where there is nothing to paste. */
  readonly snippets: readonly Snippet[];
  /** What the remedy may break, and how to avoid that. */
  readonly caution: string | null;
  /** False where the merchant cannot do it on this platform; the steps then say who can. */
  readonly changeable: boolean;
  /** Whether every snippet was proven on a real server. */
  readonly proven: boolean;
}

/** What is known of the stack behind the site. */
export interface RemedyContext {
  /** As in the pages section: nginx, apache, litespeed, caddy …; null where the server does not say. */
  readonly server: string | null;
  /** Platform id as in the pages section; null where none was recognised. */
  readonly platform: string | null;
  /** Who answers before the merchant's own server; nobody where absent. */
  readonly front?: RemedyFront | null | undefined;
  readonly language: Language;
}
