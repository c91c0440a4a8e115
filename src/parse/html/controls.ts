import { attribute, hasAttribute, isElement, type Element } from "./tree.ts";

/** The kinds of element that take input or start a submission. */
export type ControlTag = "input" | "select" | "textarea" | "button" | "custom";

/** Input types that take nothing from a person. */
const BUTTON_TYPES = new Set(["submit", "image", "reset", "button"]);

const INPUT_TYPES = new Set([
  ..."hidden text search tel url email password date month week time datetime-local number range color checkbox".split(
    " ",
  ),
  ..."radio file submit image reset button".split(" "),
]);

/** Names of web components that stand for a field: Ionic, Material, Shoelace, Salesforce, SAP, Polymer and alike. */
const CUSTOM_FIELD =
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:input|text-?field|textfield|textarea|text-?box|select|combo-?box|date-?picker|email|password)$/;

const CUSTOM_HINTS = ["name", "label", "placeholder", "autocomplete", "type", "aria-label"];

/** Which kind of control an element is; null for everything else. */
export function controlTag(element: Element): ControlTag | null {
  switch (element.tagName) {
    case "input":
    case "select":
    case "textarea":
    case "button":
      return element.tagName;
    default:
      return isCustomField(element) ? "custom" : null;
  }
}

/** The effective type: what a browser makes of the type attribute, with its defaults (HTML, 4.10.5, 4.10.6). */
export function effectiveType(element: Element, tag: ControlTag): string {
  const type = attribute(element, "type")?.trim().toLowerCase() ?? "";
  if (tag === "input") return INPUT_TYPES.has(type) ? type : "text";
  if (tag === "button") return buttonType(element, type);
  if (tag === "custom") return INPUT_TYPES.has(type) && !BUTTON_TYPES.has(type) ? type : "text";
  return tag;
}

/** A button without a type submits, unless it is a command button (HTML, 4.10.6, the auto state). */
function buttonType(element: Element, type: string): string {
  if (type === "submit" || type === "reset" || type === "button") return type;
  return hasAttribute(element, "command") || hasAttribute(element, "commandfor") ? "button" : "submit";
}

/** Whether a control can hold something that a person enters or chooses. */
export function takesInput(tag: ControlTag, type: string): boolean {
  return tag !== "button" && !BUTTON_TYPES.has(type) && type !== "hidden";
}

export function isSubmitter(tag: ControlTag, type: string): boolean {
  return (tag === "button" && type === "submit") || (tag === "input" && (type === "submit" || type === "image"));
}

function isCustomField(element: Element): boolean {
  const editable = attribute(element, "contenteditable");
  const isEditable = editable !== null && editable.toLowerCase() !== "false";
  if (isEditable && attribute(element, "role") === "textbox") return true;
  if (!element.tagName.includes("-") || !CUSTOM_FIELD.test(element.tagName)) return false;
  // A component that wraps a real field in its light tree is only the frame around it.
  return CUSTOM_HINTS.some((name) => hasAttribute(element, name)) && !containsControl(element);
}

const SEARCHED_NODES = 200;

/** Whether there is a field below an element; looks at no more than 200 nodes, so that a hostile page stays cheap. */
export function containsControl(element: Element): boolean {
  const stack = element.childNodes.slice(0, SEARCHED_NODES);
  for (let seen = 0; seen < SEARCHED_NODES; seen += 1) {
    const node = stack.pop();
    if (node === undefined) return false;
    if (!isElement(node)) continue;
    if (node.tagName === "select" || node.tagName === "textarea") return true;
    if (node.tagName === "input" && takesInput("input", effectiveType(node, "input"))) return true;
    stack.push(...node.childNodes.slice(0, SEARCHED_NODES));
  }
  return false;
}
