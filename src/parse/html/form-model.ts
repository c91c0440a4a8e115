import type { Form } from "../../core/evidence/pages.ts";
import { baseAddress } from "./address.ts";
import { collect } from "./collect.ts";
import { takesInput } from "./controls.ts";
import { rawField } from "./field.ts";
import { isPolicyLink, rawForm } from "./form.ts";
import { groupControls } from "./owners.ts";
import { textReader } from "./texts.ts";
import { attribute, parsePage, TREE_LIMITS, type PageTree, type TreeLimits } from "./tree.ts";

export interface FormLimits extends TreeLimits {
  readonly forms: number;
  /** Fields of one page, over all its forms. */
  readonly fields: number;
}

export const FORM_LIMITS: FormLimits = { ...TREE_LIMITS, forms: 1000, fields: 20_000 };

/** The forms of one page before classification, and what was left out of them. */
export interface FormModel {
  readonly forms: readonly Form[];
  readonly truncated: "characters" | "nodes" | "forms" | "fields" | null;
}

/** Frames written into the page (srcdoc) are read this deep. */
const FRAME_DEPTH = 2;

/**
 * The forms of a page by the HTML standard: owners, actions, methods, submitters, fields outside any form, declarative
 * shadow roots and srcdoc frames. Nothing in the page makes it throw; `limits` bound time and memory.
 */
export function readFormModel(page: PageTree, documentUrl: string, limits: FormLimits = FORM_LIMITS): FormModel {
  return readTree({ page, documentUrl, baseUrl: documentUrl, limits, depth: 0, path: "" });
}

interface Reading {
  readonly page: PageTree;
  readonly documentUrl: string;
  /** What relative addresses start from: for a srcdoc frame, the base of the page around it. */
  readonly baseUrl: string;
  readonly limits: FormLimits;
  readonly depth: number;
  readonly path: string;
}

function readTree(reading: Reading): FormModel {
  const { limits, page } = reading;
  const collected = collect(page);
  const moved = baseAddress(reading.baseUrl, collected.firstBase);
  const base = { ...moved, documentUrl: reading.documentUrl };
  const policyLinks = collected.links.filter((link) => isPolicyLink(link.element));
  const textsOf = textReader();
  const forms: Form[] = [];
  let truncated: FormModel["truncated"] = page.truncated;
  let fields = 0;
  for (const group of groupControls(page, collected)) {
    if (forms.length >= limits.forms) {
      truncated ??= "forms";
      break;
    }
    const entries = group.controls.filter((control) => takesInput(control.tag, control.type));
    const room = Math.max(0, limits.fields - fields);
    if (entries.length > room) truncated ??= "fields";
    const kept = entries.slice(0, room).map((control) => rawField(control, textsOf(control)));
    fields += kept.length;
    forms.push(rawForm({ group, kept, base, collected, policyLinks, path: reading.path }));
  }
  if (reading.depth < FRAME_DEPTH) {
    for (const [index, frame] of collected.sourceFrames.slice(0, 20).entries()) {
      const inner = readTree({
        page: parsePage(attribute(frame, "srcdoc") ?? "", limits),
        documentUrl: "about:srcdoc",
        baseUrl: base.url,
        limits: { ...limits, forms: limits.forms - forms.length, fields: limits.fields - fields },
        depth: reading.depth + 1,
        path: `${reading.path}iframe:nth(${String(index + 1)}) > `,
      });
      forms.push(...inner.forms);
      fields += inner.forms.reduce((sum, form) => sum + form.fields.length, 0);
      truncated ??= inner.truncated;
    }
  }
  return { forms, truncated };
}
