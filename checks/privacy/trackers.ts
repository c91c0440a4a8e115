import type { Page, PagesValue } from "../../src/core/evidence/pages.ts";
import { processorNamed } from "../../src/data/processors/lookup.ts";
import type { Processor } from "../../src/data/processors/processors.ts";
import { SELF_HOSTED_TOOLS } from "../../src/data/processors/self-hosted.ts";
import { PROCESSOR_ROLES, type ProcessorRole } from "../../src/data/processors/roles.ts";

/** A tool that follows visitors, as the pages show it. */
export interface Tracker {
  readonly name: string;
  readonly role: ProcessorRole;
  readonly country: string;
  /** The browser loads it at once, on these pages. */
  readonly atOnce: readonly string[];
  /** Pages on which a consent tool holds it back. */
  readonly held: readonly string[];
  /** Loaded at once on a page whose consent tool may block it by itself. */
  readonly perhapsBlocked: boolean;
  /** Every page that loads it tells Google's tags that consent is denied by default. */
  readonly consentMode: boolean;
}

/** Every tool that needs the visitor's agreement: what the CNIL knows an exemption for is left out, since it may be exempt. */
export function trackersOf(pages: PagesValue): readonly Tracker[] {
  const found = new Map<string, Tracker>();
  for (const page of pages.pages) {
    for (const { name, role, country, atOnce } of trackersOn(page)) {
      const known = found.get(name) ?? {
        name,
        role,
        country,
        atOnce: [],
        held: [],
        perhapsBlocked: false,
        consentMode: true,
      };
      const blocked = page.markers.some((marker) => marker.startsWith("auto-blocking:"));
      found.set(name, {
        ...known,
        atOnce: atOnce && !known.atOnce.includes(page.url) ? [...known.atOnce, page.url] : known.atOnce,
        held: atOnce ? known.held : [...known.held, page.url],
        perhapsBlocked: known.perhapsBlocked || (atOnce && blocked),
        consentMode: known.consentMode && page.markers.includes("consent-default:denied"),
      });
    }
  }
  return [...found.values()];
}

/** Whether a tag manager is on the pages: what it loads is not in the HTML. */
export function tagManagerOf(pages: PagesValue): string | null {
  for (const { thirdParties } of pages.pages) {
    const found = thirdParties.find(
      ({ processor }) => processor !== undefined && processorNamed(processor)?.tagManager === true,
    );
    if (found?.processor !== undefined) return found.processor;
  }
  return null;
}

interface Seen {
  readonly name: string;
  readonly role: ProcessorRole;
  readonly country: string;
  readonly atOnce: boolean;
}

function trackersOn(page: Page): readonly Seen[] {
  const hosted = page.thirdParties.flatMap(({ processor: name, beforeConsent, via }): Seen[] => {
    const processor = name === undefined ? null : processorNamed(name);
    if (processor === null || !isTracker(processor) || via.every((way) => way === "preconnect" || way === "form"))
      return [];
    return [{ name: processor.name, role: processor.role, country: processor.country, atOnce: beforeConsent }];
  });
  const own = SELF_HOSTED_TOOLS.filter(
    ({ role, exemptible, name }) => needsConsent(role) && exemptible !== true && page.markers.includes(`tool:${name}`),
  );
  return [...hosted, ...own.map(({ name, role }) => ({ name, role, country: "", atOnce: true }))];
}

function isTracker(processor: Processor): boolean {
  if (processor.tagManager === true || processor.exemptible === true) return false;
  return processor.tracks === true || needsConsent(processor.role);
}

/** Videos are judged with what gives the visitor's address away. */
function needsConsent(role: ProcessorRole): boolean {
  const { consent } = PROCESSOR_ROLES[role];
  return role !== "video" && (consent === "required" || consent === "required-unless-exempt");
}
