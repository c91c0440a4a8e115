import type { Form } from "../../core/evidence/pages.ts";
import { FORM_LIMITS, readFormModel, type FormLimits } from "../html/form-model.ts";
import { parsePage, type PageTree } from "../html/tree.ts";
import { classifyForm } from "./classify-form.ts";

export interface PageForms {
  readonly forms: readonly Form[];
  /** What a limit cut: source characters, tree nodes, forms or fields; null when the page was read whole. */
  readonly truncated: "characters" | "nodes" | "forms" | "fields" | null;
}

/**
 * The forms of a page as evidence: owners, actions, fields, and the category of every field.
 *
 * @param documentUrl the address of the page after redirects; the fragment is of no account.
 */
export function readForms(html: string, documentUrl: string, limits: Partial<FormLimits> = {}): readonly Form[] {
  return readPageForms(html, documentUrl, limits).forms;
}

/** As `readForms`, and says what a limit cut. */
export function readPageForms(html: string, documentUrl: string, limits: Partial<FormLimits> = {}): PageForms {
  const bounds = { ...FORM_LIMITS, ...limits };
  return formsOf(parsePage(html, bounds), documentUrl, bounds);
}

/** The forms of a tree that was built already: the page model reads the same one, and building it is the dear part. */
export function formsOf(tree: PageTree, documentUrl: string, limits: FormLimits = FORM_LIMITS): PageForms {
  const model = readFormModel(tree, documentUrl, limits);
  return { forms: model.forms.map((form) => classifyForm(form)), truncated: model.truncated };
}

/** Classifies a form of older evidence again, from its raw attributes, by the tables of this version. */
export function reclassify(form: Form): Form {
  return classifyForm(form);
}
