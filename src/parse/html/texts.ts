import type { Control } from "./collect.ts";
import { containsControl, effectiveType, takesInput } from "./controls.ts";
import { attribute, isElement, isSilent, visibleText, type ChildNode, type Element, type ParentNode } from "./tree.ts";

/** Labels are cut here: a longer one is a paragraph, and words far from the field mislead. */
export const MAXIMUM_LABEL = 200;
const MAXIMUM_HINT = 80;

/** The texts that tell a person what a control asks for. */
export interface ControlTexts {
  /** label[for], the wrapping label, or aria-labelledby. */
  readonly label: string | null;
  /** Text beside the control: the cell or the line before it, or after a box. */
  readonly hint: string | null;
  /** The legend of the group it stands in. */
  readonly group: string | null;
  /** Addresses of the links inside its label: a partner list, the policy. */
  readonly labelLinks: readonly string[];
  /** The first options of a select. */
  readonly options: readonly string[];
}

/** Finds the texts of controls; one reader serves one page, because it remembers where siblings stand. */
export function textReader(): (control: Control) => ControlTexts {
  const positions = new WeakMap<ParentNode, Map<ChildNode, number>>();
  const positionOf = (parent: ParentNode, child: ChildNode): number => {
    let known = positions.get(parent);
    if (known === undefined) {
      known = new Map(parent.childNodes.map((node, index) => [node, index]));
      positions.set(parent, known);
    }
    return known.get(child) ?? 0;
  };
  return (control) => {
    const labels = labelElements(control);
    const label = labels
      .map((element) => labelText(element, control.element))
      .filter((text) => text !== "")
      .join(" ");
    return {
      label: label === "" ? null : label.slice(0, MAXIMUM_LABEL),
      hint: hintOf(control, positionOf),
      group: groupText(control),
      labelLinks: labels.flatMap(linksIn).slice(0, 4),
      options: control.tag === "select" ? optionsOf(control.element) : [],
    };
  };
}

function labelElements(control: Control): readonly Element[] {
  const { element, scope } = control;
  const referenced = (attribute(element, "aria-labelledby") ?? "").slice(0, 400).split(/\s+/, 6);
  const byReference = referenced.map((id) => scope.ids.get(id)).filter((target) => target !== undefined);
  const id = attribute(element, "id");
  const labelled =
    (id === null ? undefined : scope.labelsFor.get(id)?.[0]) ?? control.wrappingLabel ?? slipLabel(control);
  // aria-labelledby overrides label in accessible names; both are read, because either may hold the word. A second label for
  // the same field is nearly always a slip of the page: the label of the next field.
  return [...new Set(labelled === null ? byReference : [labelled, ...byReference])].slice(0, 4);
}

/** A label whose `for` gives the field's name where it should give its id: readers see it beside the field all the same. */
function slipLabel({ element, scope }: Control): Element | null {
  const name = attribute(element, "name");
  return name === null || scope.ids.has(name) ? null : (scope.labelsFor.get(name)?.[0] ?? null);
}

const LABEL_NODES = 120;

/**
 * A label's own words: neither the options of a select nor the text of other controls in it. Where a label wraps several
 * fields, each gets what stands between the field before it and itself, or else what follows it.
 */
function labelText(label: Element, control: Element): string {
  let before = "";
  let after = "";
  let reached = false;
  let others = false;
  const stack: ChildNode[] = label.childNodes.slice(0, LABEL_NODES).toReversed();
  for (let seen = 0; seen < LABEL_NODES; seen += 1) {
    const node = stack.pop();
    if (node === undefined) break;
    if (node === control) reached = true;
    else if (isVisibleField(node)) {
      others = true;
      if (reached) break;
      before = "";
    } else if (node.nodeName === "#text" && "value" in node) {
      const piece = node.value.slice(0, MAXIMUM_LABEL);
      if (reached) after += piece;
      else before += piece;
    } else if (isElement(node) && !isSilent(node) && !isControlLike(node)) {
      if (reached) after += " ";
      else before += " ";
      stack.push(...node.childNodes.slice(0, LABEL_NODES).toReversed());
    }
  }
  const text = others && reached && /[\p{L}]/u.test(before) ? before : before + after;
  return text.replaceAll(/\s+/g, " ").trim().slice(0, MAXIMUM_LABEL);
}

function isVisibleField(node: ChildNode): boolean {
  if (!isElement(node)) return false;
  if (node.tagName === "input") return takesInput("input", effectiveType(node, "input"));
  return node.tagName === "select" || node.tagName === "textarea";
}

function isControlLike(element: Element): boolean {
  return element.tagName === "select" || element.tagName === "textarea" || element.tagName === "button";
}

function linksIn(label: Element): readonly string[] {
  const found: string[] = [];
  const stack: ChildNode[] = [...label.childNodes];
  for (let seen = 0; seen < 200 && stack.length > 0; seen += 1) {
    const node = stack.pop();
    if (node === undefined || !isElement(node)) continue;
    const href = node.tagName === "a" ? attribute(node, "href") : null;
    if (href !== null) found.push(href.slice(0, 300));
    stack.push(...node.childNodes.slice(0, 200));
  }
  return found;
}

function groupText(control: Control): string | null {
  const group = control.fieldset;
  if (group === null) return null;
  const named = attribute(group, "aria-label") ?? referencedText(group, control);
  if (named !== null && named !== "") return named.slice(0, MAXIMUM_HINT);
  const legend = group.childNodes.slice(0, 20).find((node) => isElement(node) && node.tagName === "legend");
  if (legend === undefined || !isElement(legend)) return null;
  const text = visibleText(legend, MAXIMUM_HINT, isControlLike);
  return text === "" ? null : text;
}

function referencedText(group: Element, control: Control): string | null {
  const id = attribute(group, "aria-labelledby")?.slice(0, 200).split(/\s+/, 1)[0];
  const target = id === undefined ? undefined : control.scope.ids.get(id);
  return target === undefined ? null : visibleText(target, MAXIMUM_HINT);
}

const CLIMBED_LEVELS = 4;
const SIBLINGS_READ = 4;

/**
 * The nearest text in front of the control (after it for a box), climbing at most four levels and never past another
 * field, so that the words of a neighbour are not taken for its own.
 */
function hintOf(control: Control, positionOf: (parent: ParentNode, child: ChildNode) => number): string | null {
  const isBox = control.type === "checkbox" || control.type === "radio";
  let current: Element = control.element;
  for (let level = 0; level < CLIMBED_LEVELS; level += 1) {
    const parent: ParentNode | null = current.parentNode;
    if (parent === null) return null;
    const position = positionOf(parent, current);
    if (isBox || (level === 0 && isLooseLabel(parent, position + 1))) {
      const after = siblingText(parent, position, 1);
      if (typeof after === "string") return after;
    }
    const before = siblingText(parent, position, -1);
    if (typeof before === "string") return before;
    if (before === OTHER_FIELD || !isElement(parent) || parent.tagName === "form" || parent.tagName === "body")
      return null;
    current = parent;
  }
  return null;
}

/** Marks a neighbour that is another field: reading stops there. */
const OTHER_FIELD = Symbol("another field");

/** A floating label that names no field, right behind it. */
function isLooseLabel(parent: ParentNode, position: number): boolean {
  const next = parent.childNodes.slice(position, position + 2).find((node) => isElement(node));
  return next !== undefined && isElement(next) && next.tagName === "label" && attribute(next, "for") === null;
}

function siblingText(parent: ParentNode, position: number, step: 1 | -1): string | typeof OTHER_FIELD | null {
  for (let count = 1; count <= SIBLINGS_READ; count += 1) {
    const sibling = parent.childNodes[position + step * count];
    if (sibling === undefined) return null;
    const text = textOf(sibling);
    if (text !== "") return text;
  }
  return null;
}

/** A neighbour's words; a paragraph is no label, so longer ones are passed over. */
function textOf(node: ChildNode): string | typeof OTHER_FIELD {
  if (node.nodeName === "#text" && "value" in node) {
    const text = node.value.slice(-1000).replaceAll(/\s+/g, " ").trim();
    return text.length <= MAXIMUM_HINT && /[\p{L}\p{N}]/u.test(text) ? text : "";
  }
  if (!isElement(node) || isSilent(node)) return "";
  if (node.tagName === "input" && attribute(node, "type")?.toLowerCase() === "hidden") return "";
  if (isControlLike(node) || node.tagName === "input" || containsControl(node)) return OTHER_FIELD;
  const text = visibleText(node, MAXIMUM_HINT + 1);
  return text.length <= MAXIMUM_HINT && /[\p{L}\p{N}]/u.test(text) ? text : "";
}

const MAXIMUM_OPTIONS = 14;

function optionsOf(select: Element): readonly string[] {
  const options: string[] = [];
  const stack: ChildNode[] = select.childNodes.slice(0, 60).toReversed();
  while (stack.length > 0 && options.length < MAXIMUM_OPTIONS) {
    const node = stack.pop();
    if (node === undefined || !isElement(node)) continue;
    if (node.tagName === "option") {
      const text = visibleText(node, 40) || (attribute(node, "label") ?? "").slice(0, 40);
      if (text !== "") options.push(text);
    } else stack.push(...node.childNodes.slice(0, 60).toReversed());
  }
  return options;
}
