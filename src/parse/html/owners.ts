import type { Collected, Control, FormPlace } from "./collect.ts";
import { attribute, isElement, visibleText, type PageTree, type ParentNode } from "./tree.ts";

/** Controls that belong together: those of one form, or those outside any form round one button. */
export interface Group {
  readonly form: FormPlace | null;
  /** The form, or the nearest element round the fields that also holds a button. */
  readonly container: ParentNode;
  readonly controls: Control[];
}

/**
 * The form owner by the standard (HTML, 4.10.18.3): a form attribute decides alone, even when it names nothing; then the
 * form that was open when the parser made the control; then the nearest form around it.
 */
export function formOwner(control: Control, page: PageTree, collected: Collected): FormPlace | null {
  const named = attribute(control.element, "form");
  if (named !== null) {
    const target = named === "" ? undefined : control.scope.ids.get(named);
    return target === undefined ? null : (collected.forms.get(target) ?? null);
  }
  const open = control.scope.kind === "document" ? page.parserOwner.get(control.element) : undefined;
  const owner = open ?? control.ancestorForm;
  return owner === null ? null : (collected.forms.get(owner) ?? null);
}

/** All groups in document order of their form or of their first field; forms without any field are among them. */
export function groupControls(page: PageTree, collected: Collected): readonly Group[] {
  const byForm = new Map<FormPlace, Group>();
  for (const form of collected.forms.values()) {
    byForm.set(form, { form, container: form.element, controls: [] });
  }
  const loose: Control[] = [];
  for (const control of collected.controls) {
    const owner = formOwner(control, page, collected);
    if (owner === null) loose.push(control);
    else byForm.get(owner)?.controls.push(control);
  }
  return [...byForm.values(), ...groupLoose(loose)].toSorted((one, other) => orderOf(one) - orderOf(other));
}

function orderOf(group: Group): number {
  return group.form?.order ?? group.controls[0]?.order ?? 0;
}

/** Fields without a form are grouped by the nearest element that also holds a button that could send them. */
function groupLoose(loose: readonly Control[]): readonly Group[] {
  const withButton = new Set<ParentNode>();
  for (const control of loose) {
    if (control.tag !== "button" && control.type !== "submit" && control.type !== "image" && control.type !== "button")
      continue;
    if (isSideButton(control)) continue;
    for (
      let parent = control.element.parentNode;
      parent !== null && !withButton.has(parent);
      parent = parentOf(parent)
    ) {
      withButton.add(parent);
    }
  }
  const found = new Map<ParentNode, ParentNode>();
  const groups = new Map<ParentNode, Group>();
  for (const control of loose) {
    const container = nearest(control, withButton, found);
    const group = groups.get(container) ?? { form: null, container, controls: [] };
    group.controls.push(control);
    groups.set(container, group);
  }
  return [...groups.values()].filter((group) => group.controls.some((control) => control.tag !== "button"));
}

const SIDE_BUTTON =
  /^(?:(?:show|hide|view|toggle|clear|afficher|masquer|voir|cacher|effacer|anzeigen|verbergen|ausblenden|mostrar|ocultar|mostra|nascondi|tonen|weergeven)\b.{0,40}|[^\p{L}\p{N}]*)$/iu;

/** The eye beside a password, the cross that empties a field: they send nothing, so they bound no group. */
function isSideButton(control: Control): boolean {
  if (control.tag === "input") return false;
  const name = attribute(control.element, "aria-label") ?? visibleText(control.element, 60);
  return SIDE_BUTTON.test(name.trim().slice(0, 60)) && attribute(control.element, "type")?.toLowerCase() !== "submit";
}

function nearest(
  control: Control,
  withButton: ReadonlySet<ParentNode>,
  found: Map<ParentNode, ParentNode>,
): ParentNode {
  const passed: ParentNode[] = [];
  let current: ParentNode | null = control.element.parentNode;
  let result: ParentNode = control.scope.root;
  while (current !== null) {
    const known = found.get(current);
    if (known !== undefined || withButton.has(current)) {
      result = known ?? current;
      break;
    }
    passed.push(current);
    current = parentOf(current);
  }
  // Every element on the way has the same answer, so a deep page is climbed once and not once for each field.
  for (const node of passed) found.set(node, result);
  return result;
}

function parentOf(node: ParentNode): ParentNode | null {
  return isElement(node) ? node.parentNode : null;
}
