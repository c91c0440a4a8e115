import type { z } from "zod";
import type { Area } from "./area.ts";
import type { SectionName, SectionValue, Target } from "./evidence/evidence.ts";
import type { Severity } from "./severity.ts";
import type { Language } from "./text.ts";
import type { Verdict } from "./verdict.ts";

/** A check's texts in one language. Templates as in `text.ts`. */
export interface CheckTextIn<Code extends string> {
  /** What is looked at, as a heading: "HTTP Strict Transport Security". */
  readonly title: string;
  /** The good state, said when it passes. */
  readonly pass: string;
  /** Why it matters, to a shopkeeper: the risk, not the mechanism. */
  readonly why: string;
  /** The failing fact, one sentence per outcome code. */
  readonly outcomes: Readonly<Record<Code, string>>;
}

export type CheckText<Code extends string> = Readonly<Record<Language, CheckTextIn<Code>>>;

/** What a check is relevant to; "relevant to", never "compliant with". At least one entry. */
export interface References {
  readonly rfc?: readonly string[];
  readonly cwe?: readonly number[];
  /** Articles of Regulation (EU) 2016/679. */
  readonly rgpd?: readonly string[];
  readonly cnil?: readonly string[];
  readonly anssi?: readonly string[];
  /** Requirement numbers of PCI DSS 4.0.1. */
  readonly "pci-dss"?: readonly string[];
  /** OWASP ASVS 5.0 requirement numbers. */
  readonly asvs?: readonly string[];
  /** OWASP WSTG 4.2 test ids. */
  readonly wstg?: readonly string[];
  readonly urls?: readonly string[];
}

/** What every check may know besides evidence and settings. */
export interface CheckContext {
  readonly target: Target;
  /** When the evidence was complete: the only clock of a check. */
  readonly at: Date;
}

type Values<Needs extends SectionName, Uses extends SectionName> = { readonly [Name in Needs]: SectionValue<Name> } & {
  readonly [Name in Uses]?: SectionValue<Name> | undefined;
};

export interface CheckDefinition<
  Needs extends SectionName,
  Uses extends SectionName,
  Code extends string,
  Settings extends z.ZodObject,
> {
  /** `area/name`; the file's path below `checks/` and its name for ever. */
  readonly id: `${Area}/${string}`;
  /** Sections without which nothing can be said: missing, the check is not-assessed without being run. */
  readonly needs: readonly Needs[];
  /** Sections that it takes into account where they were collected. */
  readonly uses?: readonly Uses[];
  /** Default severity by outcome code. */
  readonly severity: Readonly<Record<Code, Severity>>;
  /** Settings that a profile may set, with their defaults, as a `z.strictObject`. */
  readonly settings: Settings;
  readonly references: References;
  readonly text: CheckText<NoInfer<Code>>;
  /** Pure: no I/O, no clock, and it never throws for anything that a server may send. At least one verdict. */
  readonly evaluate: (
    evidence: Values<Needs, Uses>,
    settings: z.infer<Settings>,
    context: CheckContext,
  ) => readonly Verdict<NoInfer<Code>>[];
}

/** A check whose particular types are forgotten: what the catalogue holds. */
export interface Check {
  readonly id: `${Area}/${string}`;
  readonly area: Area;
  readonly needs: readonly SectionName[];
  readonly uses: readonly SectionName[];
  readonly severity: Readonly<Record<string, Severity>>;
  readonly settings: z.ZodObject;
  readonly references: References;
  readonly text: CheckText<string>;
  readonly evaluate: (
    evidence: Partial<{ readonly [Name in SectionName]: SectionValue<Name> | undefined }>,
    settings: Readonly<Record<string, unknown>>,
    context: CheckContext,
  ) => readonly Verdict[];
}

/** The catalogue, in report order. */
export type Catalogue = readonly Check[];

/**
 * Defines a check. Reading a section that is not declared, a severity without a code, or a missing text in either language
 * does not compile.
 */
export function defineCheck<
  const Needs extends SectionName,
  const Code extends string,
  Settings extends z.ZodObject,
  const Uses extends SectionName = never,
>(definition: CheckDefinition<Needs, Uses, Code, Settings>): Check {
  const area = definition.id.slice(0, definition.id.indexOf("/"));
  return {
    id: definition.id,
    // The id's type says that it begins with an area.
    area: area as Area,
    needs: definition.needs,
    uses: definition.uses ?? [],
    severity: definition.severity,
    settings: definition.settings,
    references: definition.references,
    text: definition.text,
    // The runner hands over exactly the declared sections, collected, and settings parsed by this very schema.
    evaluate: definition.evaluate as Check["evaluate"],
  };
}
