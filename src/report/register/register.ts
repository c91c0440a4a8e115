import type { Evidence } from "../../core/evidence/evidence.ts";
import type { Form, Page, Sensitivity } from "../../core/evidence/pages.ts";
import { sameRegistrableDomain } from "../../core/domain.ts";
import { findProcessor, processorNamed } from "../../data/processors/lookup.ts";
import { isNamedIn, namesOf } from "../../data/processors/naming.ts";
import type { ProcessorStatus } from "../../data/processors/roles.ts";
import { isProcessorRole, PROCESSOR_ROLES } from "../../data/processors/roles.ts";
import { policyText } from "../../data/policy-words.ts";

/** A recipient of the data of a form, as the pages show it. */
export interface Recipient {
  readonly name: string;
  /** Role id, or null for a host of nobody known. */
  readonly role: string | null;
  /** Seat of its company, ISO 3166; a hint to be verified. */
  readonly country: string | null;
  readonly status: ProcessorStatus | null;
  /** The sentence of the privacy policy that names it; null when none does; undefined when no policy could be read. */
  readonly named: string | null | undefined;
}

/** One processing activity that a form points to; everything that only its owner knows is left to be completed. */
export interface RegisterEntry {
  readonly form: string;
  readonly pages: readonly string[];
  readonly categories: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly boxes: readonly { readonly wording: string; readonly ticked: boolean; readonly required: boolean }[];
  /** Who receives the form by its own address. */
  readonly recipients: readonly Recipient[];
  /** Names of the third parties that run on the pages which show the form. */
  readonly onPages: readonly string[];
}

/** The draft of a record of processing activities (RGPD article 30), as far as it can be seen from outside. */
export interface Register {
  readonly site: string;
  readonly url: string;
  readonly seenAt: string;
  /** Whether a privacy policy could be read and compared. */
  readonly policyRead: boolean;
  readonly entries: readonly RegisterEntry[];
  /** Recipients that the pages reach whatever form is used. */
  readonly everywhere: readonly Recipient[];
  /** The merchant's own list, from the sites file. */
  readonly declared: readonly string[];
}

const ORDER: readonly Sensitivity[] = ["technical", "ordinary", "contact", "credential", "highly_personal", "special"];
const LONGEST_SENTENCE = 300;

/** Roles that receive nothing that a customer types: they bring the page, or keep his choice. */
const TECHNICAL: ReadonlySet<string> = new Set(["fonts_cdn", "cmp", "error_monitoring"]);

/** Drafts the register from evidence; null when the pages were not collected. The same evidence gives the same draft. */
export function draftRegister(evidence: Evidence): Register | null {
  const section = evidence.sections.pages;
  if (section.state !== "collected") return null;
  const { pages, declaredProcessors } = section.value;
  const policy = pages.find(({ role, text }) => role === "privacy" && text.length > 0)?.text ?? null;
  return {
    site: evidence.target.id,
    url: evidence.target.url,
    seenAt: evidence.finishedAt,
    policyRead: policy !== null,
    entries: entriesOf(pages, evidence.target.host, policy),
    everywhere: recipientsOn(pages, policy),
    declared: declaredProcessors,
  };
}

function entriesOf(pages: readonly Page[], siteHost: string, policy: string | null): readonly RegisterEntry[] {
  const entries = new Map<string, RegisterEntry>();
  for (const page of pages) {
    for (const form of page.forms) {
      const fields = form.fields.filter(({ category }) => category !== null && !category.startsWith("consent."));
      if (fields.length === 0) continue;
      const categories = [...new Set(fields.flatMap(({ category }) => category ?? []))].toSorted();
      const key = `${form.kind} ${targetOf(form) ?? ""} ${categories.join(",")}`;
      const known = entries.get(key);
      if (known !== undefined) {
        if (known.pages.includes(page.url)) continue;
        const onPages = [...new Set([...known.onPages, ...namesOn([page])])];
        entries.set(key, { ...known, pages: [...known.pages, page.url], onPages });
        continue;
      }
      const worst = Math.max(...fields.map(({ sensitivity }) => ORDER.indexOf(sensitivity ?? "ordinary")));
      entries.set(key, {
        form: form.kind,
        pages: [page.url],
        categories,
        sensitivity: ORDER[worst] ?? "ordinary",
        boxes: form.fields
          .filter(({ consent }) =>
            consent.some((kind) => kind.startsWith("consent.marketing") || kind === "consent.partners"),
          )
          .map(({ label, checked, required }) => ({ wording: label ?? "", ticked: checked, required })),
        recipients: recipientsOf(form, siteHost, policy),
        onPages: namesOn([page]),
      });
    }
  }
  return [...entries.values()];
}

/** Who gets the form by its own address; on whose pages it stands is told once, under `everywhere`. */
function recipientsOf(form: Form, siteHost: string, policy: string | null): readonly Recipient[] {
  const targets = [form.action, ...form.submitters.map(({ action }) => action)];
  const found = new Map<string, Recipient>();
  for (const target of targets) {
    const url = target === null ? null : URL.parse(target);
    if (url === null || url.hostname === "" || sameRegistrableDomain(url.hostname, siteHost)) continue;
    const recipient = recipientOf(url.hostname, url.pathname, policy);
    found.set(recipient.name, recipient);
  }
  return [...found.values()];
}

function recipientsOn(pages: readonly Page[], policy: string | null): readonly Recipient[] {
  return namesOn(pages).map((name) => namedRecipient(name, policy));
}

/** The known third parties that pages reach, by name, in order. */
function namesOn(pages: readonly Page[]): readonly string[] {
  const names = new Set(
    pages.flatMap(({ thirdParties }) =>
      thirdParties.flatMap(({ processor, role, via }) =>
        processor === undefined || role === undefined || TECHNICAL.has(role) || via.every((way) => way === "preconnect")
          ? []
          : [processor],
      ),
    ),
  );
  return [...names].toSorted((a, b) => a.localeCompare(b, "en"));
}

function recipientOf(host: string, path: string, policy: string | null): Recipient {
  const processor = findProcessor(host, path);
  if (processor !== null) return namedRecipient(processor.name, policy);
  return { name: host, role: null, country: null, status: null, named: sentenceNaming([policyText(host)], policy) };
}

function namedRecipient(name: string, policy: string | null): Recipient {
  const processor = processorNamed(name);
  const role = processor?.role ?? null;
  return {
    name,
    role,
    country: processor?.country ?? null,
    status: role !== null && isProcessorRole(role) ? PROCESSOR_ROLES[role].status : null,
    named: sentenceNaming(processor === null ? [policyText(name)] : namesOf(processor), policy),
  };
}

/** The first sentence of the policy that holds one of the names, bounded. */
function sentenceNaming(names: readonly string[], policy: string | null): string | null | undefined {
  if (policy === null) return undefined;
  for (const sentence of policy.split(/\n|(?<=[.!?]) /)) {
    if (isNamedIn(policyText(sentence), names)) return sentence.trim().slice(0, LONGEST_SENTENCE);
  }
  return null;
}

function targetOf(form: Form): string | null {
  const url = form.action === null ? null : URL.parse(form.action);
  return url === null ? null : `${url.host}${url.pathname}`;
}
