import { isIpLiteral, registrableDomain } from "./domain.ts";
import type { Target } from "./evidence/evidence.ts";

/** What is in scope for one target: tier (a) by name, tier (b) by its registrable domain. */
export interface Scope {
  readonly target: Target;
  /** The target, the apex and www of its registrable domain, and the hosts that the user listed. */
  readonly hosts: readonly string[];
}

/**
 * Why a host is contacted: `target` for the target, its twin and the listed hosts; `linked-page` for a sub-domain that an
 * in-scope page links to or redirects to; `resource` for what a browser would load by itself and the linked privacy policy;
 * `action` for the handshake with a host that a form posts to; `mail` for the mail exchangers of an authorised domain.
 */
export type Reason = "target" | "linked-page" | "resource" | "action" | "mail";

/** What is done there: from a visitor's GET to what needs the operator's word. */
export type Activity = "visit" | "handshake" | "enumerate" | "probe-path" | "connect-port";

/** (a) authorised surface, (b) linked sub-domain, (c) foreign by a browser's own act, (d) never contacted. */
export type Tier = "a" | "b" | "c" | "d";

export interface Question {
  readonly host: string;
  readonly reason: Reason;
  readonly activity: Activity;
  /** Whether the operator gave the word for this target. */
  readonly authorised: boolean;
}

export type Decision =
  | { readonly allowed: true; readonly tier: Tier }
  | { readonly allowed: false; readonly tier: Tier; readonly code: "out-of-scope" | "needs-authorisation" };

/** TLS handshakes with one host that need no authorisation: what a handful of visitors does in a minute. */
export const FREE_HANDSHAKES = 40;

/** Handshakes with a foreign host that a form posts to: one, and one more where the first was cut off. */
export const ACTION_HANDSHAKES = 2;

/** The scope of a target and the hosts that the user listed, without duplicates, the target first. */
export function scopeOf(target: Target, listed: readonly string[] = []): Scope {
  const family = target.domain === null ? [] : [target.domain, `www.${target.domain}`];
  return { target, hosts: [...new Set([target.host, ...family, ...listed.map((host) => host.toLowerCase())])] };
}

/**
 * Whether one act towards one host is allowed. The only place that decides it: pure, and its table of cases is the test.
 * What needs the operator's word is told apart from what no word can allow.
 */
export function decide(scope: Scope, question: Question): Decision {
  const tier = tierOf(scope, question.host, question.reason);
  if (tier === "d") return { allowed: false, tier, code: "out-of-scope" };
  if (question.reason === "mail") return mailDecision(tier, question);
  const harmless = question.activity === "visit" || question.activity === "handshake";
  if (tier === "a") {
    return harmless || question.authorised
      ? { allowed: true, tier }
      : { allowed: false, tier, code: "needs-authorisation" };
  }
  if (tier === "b") return harmless ? { allowed: true, tier } : { allowed: false, tier, code: "out-of-scope" };
  // A browser fetches a foreign resource by itself; for a foreign form action only the handshake is looked at.
  const wanted = question.reason === "resource" ? "visit" : "handshake";
  return question.activity === wanted ? { allowed: true, tier } : { allowed: false, tier, code: "out-of-scope" };
}

/** The tier of a host for a reason. Sub-domains count only where a page leads to them, not because somebody guessed them. */
export function tierOf(scope: Scope, host: string, reason: Reason): Tier {
  if (scope.hosts.includes(host)) return "a";
  if (reason === "mail") return "c";
  if (reason === "target") return "d";
  if (isIpLiteral(host)) return reason === "linked-page" ? "d" : "c";
  const domain = registrableDomain(host);
  if (domain !== null && domain === scope.target.domain) return "b";
  return reason === "linked-page" ? "d" : "c";
}

/** Mail exchangers are often somebody else's: they are greeted on their mail ports for an authorised domain only. */
function mailDecision(tier: Tier, question: Question): Decision {
  if (question.activity === "visit" || question.activity === "probe-path") {
    return { allowed: false, tier, code: "out-of-scope" };
  }
  return question.authorised ? { allowed: true, tier } : { allowed: false, tier, code: "needs-authorisation" };
}
