import type { Field } from "../../core/evidence/pages.ts";
import { maskPersonalValues } from "../personal-values.ts";
import type { Control } from "./collect.ts";
import type { ControlTexts } from "./texts.ts";
import { attribute, hasAttribute, isElement, visibleText, type ChildNode, type Element } from "./tree.ts";

/** Longest attribute value kept in evidence, in characters. */
const MAXIMUM_VALUE = 200;

/**
 * The attributes that classification and checks read. A field's value is not among them: it may be a customer's data.
 * The last three rows are the marks by which session replay and password tools are told to look away.
 */
const KEPT: readonly string[] = [
  ..."placeholder aria-label title inputmode minlength maxlength pattern passwordrules accept role tabindex list".split(
    " ",
  ),
  ..."readonly disabled multiple onpaste oncopy form aria-required aria-describedby class".split(" "),
  ..."data-minlength data-password-min-length".split(" "),
  ..."formcontrolname ng-model v-model data-testid data-test data-qa data-cy data-field data-name data-type".split(" "),
  ..."data-hj-suppress data-hj-allow data-hj-masked data-clarity-mask data-clarity-unmask data-private".split(" "),
  ..."data-dd-privacy data-sl data-recording-sensitive data-recording-disable data-rrweb-mask data-ux-mask".split(" "),
  ..."data-lpignore data-1p-ignore data-matomo-mask data-piwik-mask data-cs-mask data-openreplay-obscured".split(" "),
];

/** One field as evidence, before classification: category null, no consent. */
export function rawField(control: Control, texts: ControlTexts): Field {
  const { element } = control;
  return {
    id: bounded(attribute(element, "id")),
    name: bounded(attribute(element, "name")),
    tag: control.tag,
    type: control.type,
    category: null,
    sensitivity: null,
    signal: null,
    matched: null,
    label: masked(texts.label),
    autocomplete: bounded(attribute(element, "autocomplete")),
    required: isRequired(element),
    checked: isBox(control) && hasAttribute(element, "checked"),
    consent: [],
    attributes: keptAttributes(control),
    hint: masked(texts.hint),
    group: texts.group,
    labelLinks: [...texts.labelLinks],
    options: texts.options.map((option) => maskPersonalValues(option)),
    marks: marksOf(control),
    trap: null,
  };
}

/** How far up a wrapper may stand that says of its one field that it is required (`div.field.required`). */
const WRAPPERS = 3;
const REQUIRED_CLASS = /(?:^|\s)(?:is-|validate-|field-|form-)?required(?:-entry|-field)?(?:\s|$)/i;

/** By the standard's attributes, or by the marks of shop systems whose script demands the field (Magento, WooCommerce). */
function isRequired(element: Element): boolean {
  if (hasAttribute(element, "required") || attribute(element, "aria-required") === "true") return true;
  if (/\brequired['"]?\s{0,3}:\s{0,3}true/.test(attribute(element, "data-validate")?.slice(0, 300) ?? "")) return true;
  let node: Element | null = element;
  for (let level = 0; level <= WRAPPERS && node !== null && node.tagName !== "form"; level += 1) {
    if (REQUIRED_CLASS.test(attribute(node, "class")?.slice(0, 300) ?? "")) return true;
    node = node.parentNode !== null && isElement(node.parentNode) ? node.parentNode : null;
  }
  return false;
}

function isBox(control: Control): boolean {
  return control.type === "checkbox" || control.type === "radio";
}

function keptAttributes(control: Control): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, value } of control.element.attrs)
    if (KEPT.includes(name)) kept[name] = value.slice(0, MAXIMUM_VALUE);
  // A box's value is the page's own word (yes, M, newsletter), and tells two radios apart.
  const value = isBox(control) ? attribute(control.element, "value") : null;
  if (value !== null) kept["value"] = value.slice(0, 40);
  if (control.tag === "select") {
    const selected = selectedOption(control.element);
    if (selected !== null) kept["selected"] = maskPersonalValues(selected);
  }
  const customLabel = control.tag === "custom" ? attribute(control.element, "label") : null;
  if (customLabel !== null) kept["aria-label"] ??= customLabel.slice(0, MAXIMUM_VALUE);
  return kept;
}

/** What a select says before anybody touches it: the selected option, else its first. */
function selectedOption(select: Element): string | null {
  const stack: ChildNode[] = select.childNodes.slice(0, 400).toReversed();
  let first: string | null = null;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName !== "option") {
      stack.push(...node.childNodes.slice(0, 400).toReversed());
      continue;
    }
    if (hasAttribute(node, "selected")) return visibleText(node, 60);
    first ??= visibleText(node, 60);
  }
  return first;
}

function marksOf(control: Control): string[] {
  const marks: string[] = [];
  if (control.concealed !== "no") marks.push(control.concealed);
  if (control.ariaHidden) marks.push("aria-hidden");
  if (control.inSearch) marks.push("search");
  if (control.inPageFrame) marks.push("page-frame");
  return marks;
}

/** An account page writes its owner's e-mail beside a field; that is never kept. */
function masked(text: string | null): string | null {
  return text === null ? null : maskPersonalValues(text);
}

function bounded(value: string | null): string | null {
  return value === null ? null : value.slice(0, MAXIMUM_VALUE);
}
