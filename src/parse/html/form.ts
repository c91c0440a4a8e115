import type { Field, Form } from "../../core/evidence/pages.ts";
import { isPrivacyPolicyLink } from "../../data/personal-data/documents.ts";
import { maskPersonalValues } from "../personal-values.ts";
import { maskQuery, resolveAction, type BaseAddress } from "./address.ts";
import type { Collected, Control, LinkPlace } from "./collect.ts";
import { isSubmitter } from "./controls.ts";
import type { Group } from "./owners.ts";
import { attribute, isElement, visibleText, type Element, type ParentNode } from "./tree.ts";

const NEAR_CHARACTERS = 400;
const MAXIMUM_TEXT = 2000;
const MAXIMUM_SUBMITTERS = 20;
const MAXIMUM_HIDDEN = 60;

/** What a form is made from. */
export interface FormParts {
  readonly group: Group;
  readonly kept: readonly Field[];
  readonly base: BaseAddress;
  readonly collected: Collected;
  readonly policyLinks: readonly LinkPlace[];
  readonly path: string;
}

/** One form, or one group of fields outside any form, as evidence before classification. */
export function rawForm(parts: FormParts): Form {
  const { group, base } = parts;
  const element = group.form?.element ?? null;
  const actionRaw = element === null ? null : attribute(element, "action");
  const action = element === null ? null : resolveAction(actionRaw, base);
  const method = element === null ? { name: "none" as const, explicit: false } : methodOf(attribute(element, "method"));
  return {
    kind: "other",
    method: method.name,
    methodExplicit: method.explicit,
    action: action?.url ?? null,
    actionRaw: actionRaw === null ? null : maskQuery(actionRaw.slice(0, 400)),
    actionFrom: action?.from ?? "none",
    submitters: submittersOf(group, base, method.name),
    fields: [...parts.kept],
    hiddenNames: hiddenNames(group.controls),
    scripted: element === null || isScripted(element, actionRaw),
    text: maskPersonalValues(visibleText(group.container, MAXIMUM_TEXT, (child) => child.tagName === "select")),
    policyLink: policyNearness(parts),
    selector: parts.path + selectorOf(group.container),
    heading: headingOf(group),
    words: element === null ? "" : wordsOf(element),
    target: element === null ? null : (attribute(element, "target")?.slice(0, 60) ?? null),
    enctype: element === null ? null : (attribute(element, "enctype")?.slice(0, 60) ?? null),
    tree: treeKind(parts),
    concealed:
      element !== null && group.controls.length > 0 && group.controls.every((control) => control.concealed !== "no"),
  };
}

const METHODS = ["get", "post", "dialog"] as const;

/** A method that is missing or unknown means get (HTML, 4.10.18.6); only a known keyword counts as the author's choice. */
function methodOf(raw: string | null): { readonly name: (typeof METHODS)[number]; readonly explicit: boolean } {
  const name = METHODS.find((known) => known === raw?.toLowerCase());
  return { name: name ?? "get", explicit: name !== undefined };
}

function submittersOf(group: Group, base: BaseAddress, formMethod: string): Form["submitters"][number][] {
  if (group.form === null) return [];
  const formAction = attribute(group.form.element, "action");
  return group.controls
    .filter((control) => isSubmitter(control.tag, control.type))
    .slice(0, MAXIMUM_SUBMITTERS)
    .map(({ element }) => {
      const own = attribute(element, "formaction");
      const ownMethod = attribute(element, "formmethod");
      return {
        action: resolveAction(own ?? formAction, base).url ?? "",
        method: ownMethod === null ? formMethod : methodOf(ownMethod).name,
        text: submitterText(element),
        methodExplicit: ownMethod !== null && methodOf(ownMethod).explicit,
        formaction: own === null ? null : own.slice(0, 400),
      };
    });
}

function submitterText(element: Element): string {
  const written = element.tagName === "button" ? visibleText(element, 80) : (attribute(element, "value") ?? "");
  return (
    written ||
    attribute(element, "aria-label") ||
    attribute(element, "alt") ||
    attribute(element, "title") ||
    ""
  ).slice(0, 80);
}

function hiddenNames(controls: readonly Control[]): string[] {
  return controls
    .filter((control) => control.type === "hidden")
    .map((control) => (attribute(control.element, "name") ?? attribute(control.element, "id") ?? "").slice(0, 100))
    .filter((name) => name !== "")
    .slice(0, MAXIMUM_HIDDEN);
}

/** Attributes by which frameworks take a submission over; parse5 gives every name in lower case. */
const SCRIPT_MARKS =
  /^(?:onsubmit|@submit|v-on:submit|x-on:submit|\(submit\)|\(ngsubmit\)|ng-submit|data-ng-submit|wire:submit|hx-(?:post|get|put|patch)|data-remote|data-turbo-frame|up-submit)/;

function isScripted(form: Element, actionRaw: string | null): boolean {
  if (actionRaw !== null && /^[\t\n\f\r ]*javascript:/i.test(actionRaw.slice(0, 100))) return true;
  return form.attrs.some(
    ({ name, value }) =>
      SCRIPT_MARKS.test(name) || (name === "data-action" && value.slice(0, 400).includes("submit->")),
  );
}

/** Whether a link leads to the privacy policy. */
export function isPolicyLink(link: Element): boolean {
  return isPrivacyPolicyLink(attribute(link, "href") ?? "", visibleText(link, 120));
}

function policyNearness({ group, collected, policyLinks }: FormParts): Form["policyLink"] {
  if (policyLinks.length === 0) return "none";
  const places = group.controls.map((control) => collected.offsets.get(control.element) ?? 0);
  const start = group.form?.start ?? Math.min(...places.slice(0, 1));
  const end = group.form?.end ?? Math.max(...places.slice(-1));
  if (group.form !== null && policyLinks.some((link) => link.ancestorForm === group.form?.element)) return "inside";
  const near = policyLinks.some(
    (link) => link.offset >= start - NEAR_CHARACTERS && link.offset <= end + NEAR_CHARACTERS,
  );
  return near ? "near" : "page";
}

const MAXIMUM_HEADING = 120;

/** The heading that names the form: its own first, else the last one before it. */
function headingOf(group: Group): string {
  const own = firstHeading(group.container);
  const before = group.form?.headingBefore ?? null;
  const texts = [own, before]
    .filter((element) => element !== null)
    .map((element) => visibleText(element, MAXIMUM_HEADING));
  return texts.find((text) => text !== "") ?? "";
}

function firstHeading(container: ParentNode): Element | null {
  const stack = container.childNodes.slice(0, 300).toReversed();
  for (let seen = 0; seen < 600; seen += 1) {
    const node = stack.pop();
    if (node === undefined) return null;
    if (!isElement(node)) continue;
    if (/^h[1-6]$/.test(node.tagName) || node.tagName === "legend") return node;
    stack.push(...node.childNodes.slice(0, 300).toReversed());
  }
  return null;
}

/** The form's own id, name and classes: software names its forms there. */
function wordsOf(form: Element): string {
  return ["id", "name", "class", "aria-label", "role"]
    .map((name) => attribute(form, name) ?? "")
    .filter((text) => text !== "")
    .join(" ")
    .slice(0, 200);
}

function treeKind({ group, path }: FormParts): "document" | "shadow" | "srcdoc" {
  if (path !== "") return "srcdoc";
  return group.controls[0]?.scope.kind === "shadow" || group.form?.scope.kind === "shadow" ? "shadow" : "document";
}

function selectorOf(container: ParentNode): string {
  const steps: string[] = [];
  let current: ParentNode | null = container;
  while (current !== null && isElement(current) && steps.length < 4) {
    const id = attribute(current, "id");
    if (id !== null && /^[\w-]{1,60}$/.test(id)) {
      steps.push(`${current.tagName}#${id}`);
      break;
    }
    steps.push(current.tagName + nthOfType(current));
    current = current.parentNode;
  }
  return steps.length === 0 ? "html" : steps.toReversed().join(" > ");
}

const SIBLINGS_COUNTED = 500;

function nthOfType(element: Element): string {
  if (element.parentNode === null || element.tagName === "body" || element.tagName === "html") return "";
  let position = 0;
  for (const sibling of element.parentNode.childNodes.slice(0, SIBLINGS_COUNTED)) {
    if (isElement(sibling) && sibling.tagName === element.tagName) position += 1;
    if (sibling === element) return `:nth-of-type(${String(position)})`;
  }
  return "";
}
