import { concealedBy, ownConcealment, type Concealment } from "./concealment.ts";
import { controlTag, effectiveType, type ControlTag } from "./controls.ts";
import {
  attribute,
  isElement,
  shadowRootOf,
  type ChildNode,
  type Element,
  type PageTree,
  type ParentNode,
} from "./tree.ts";

/** One tree of nodes: ids and labels never reach across a shadow boundary. */
export interface Scope {
  readonly kind: "document" | "shadow";
  readonly root: ParentNode;
  readonly ids: ReadonlyMap<string, Element>;
  readonly labelsFor: ReadonlyMap<string, readonly Element[]>;
}

/** A control where the walk met it, with what its ancestors say of it. */
export interface Control {
  /** Place in document order, shared with forms. */
  readonly order: number;
  readonly element: Element;
  readonly tag: ControlTag;
  readonly type: string;
  readonly scope: Scope;
  readonly ancestorForm: Element | null;
  readonly wrappingLabel: Element | null;
  readonly fieldset: Element | null;
  readonly concealed: Concealment;
  readonly ariaHidden: boolean;
  readonly inSearch: boolean;
  /** In the header, the footer or a navigation of the page. */
  readonly inPageFrame: boolean;
}

export interface FormPlace {
  readonly order: number;
  readonly element: Element;
  readonly scope: Scope;
  /** The heading that stands shortly before the form. */
  readonly headingBefore: Element | null;
  readonly start: number;
  end: number;
}

export interface LinkPlace {
  readonly element: Element;
  readonly offset: number;
  readonly ancestorForm: Element | null;
}

/** Everything that the form model needs, gathered in one walk in document order. */
export interface Collected {
  readonly controls: readonly Control[];
  readonly forms: ReadonlyMap<Element, FormPlace>;
  readonly links: readonly LinkPlace[];
  readonly firstBase: Element | null;
  readonly sourceFrames: readonly Element[];
  /** Position of each control in the visible text of the page, in characters. */
  readonly offsets: ReadonlyMap<Element, number>;
}

interface Context {
  readonly scope: MutableScope;
  readonly form: Element | null;
  readonly label: Element | null;
  readonly fieldset: Element | null;
  readonly concealed: Concealment;
  readonly ariaHidden: boolean;
  readonly inSearch: boolean;
  readonly inPageFrame: boolean;
}

interface MutableScope extends Scope {
  readonly ids: Map<string, Element>;
  readonly labelsFor: Map<string, Element[]>;
}

type Step = { readonly node: ChildNode; readonly context: Context } | { readonly leave: FormPlace };

/** A heading further up than this many characters of text is another block's. */
const HEADING_REACH = 600;
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Walks a page once, without recursion: 100,000 nested elements are as cheap as 100,000 siblings. */
export function collect(page: PageTree): Collected {
  const controls: Control[] = [];
  const forms = new Map<Element, FormPlace>();
  const links: LinkPlace[] = [];
  const sourceFrames: Element[] = [];
  const offsets = new Map<Element, number>();
  let firstBase: Element | null = null;
  let heading: Element | null = null;
  let headingOffset = 0;
  let offset = 0;
  let order = 0;
  const stack: Step[] = [];
  const enter = (parent: ParentNode, context: Context): void => {
    for (let index = parent.childNodes.length - 1; index >= 0; index -= 1) {
      const node = parent.childNodes[index];
      if (node !== undefined) stack.push({ node, context });
    }
  };
  enter(page.document, rootContext(newScope("document", page.document)));
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ("leave" in step) {
      step.leave.end = offset;
      continue;
    }
    const { node, context } = step;
    if (!isElement(node)) {
      if (node.nodeName === "#text" && "value" in node) offset += textLength(node.value);
      continue;
    }
    if (node.tagName === "script" || node.tagName === "style" || node.tagName === "noscript") continue;
    const id = node.attrs.length === 0 ? null : attribute(node, "id");
    if (id !== null && id !== "" && !context.scope.ids.has(id)) context.scope.ids.set(id, node);
    if (node.tagName === "base" && context.scope.kind === "document") {
      if (firstBase === null && attribute(node, "href") !== null) firstBase = node;
      continue;
    }
    if (node.tagName === "iframe" && attribute(node, "srcdoc") !== null) sourceFrames.push(node);
    const shadow = shadowRootOf(node);
    if (shadow !== null) {
      enter(shadow, { ...rootContext(newScope("shadow", shadow)), concealed: context.concealed });
      continue;
    }
    const inside = contextOf(node, context);
    if (HEADINGS.has(node.tagName)) {
      heading = node;
      headingOffset = offset;
    }
    if (node.tagName === "label") registerLabel(node, context.scope);
    if (node.tagName === "a" && attribute(node, "href") !== null) {
      links.push({ element: node, offset, ancestorForm: inside.form });
    }
    order += 1;
    if (node.tagName === "form") {
      const place = {
        order,
        element: node,
        scope: context.scope,
        headingBefore: offset - headingOffset <= HEADING_REACH ? heading : null,
        start: offset,
        end: offset,
      };
      forms.set(node, place);
      stack.push({ leave: place });
    }
    const tag = controlTag(node);
    if (tag !== null) {
      controls.push(controlAt(node, tag, inside, order));
      offsets.set(node, offset);
      // What is inside a control is its own text, never another field.
      if (tag !== "button") continue;
    }
    enter(node, inside);
  }
  return { controls, forms, links, firstBase, sourceFrames, offsets };
}

function controlAt(element: Element, tag: ControlTag, context: Context, order: number): Control {
  return {
    order,
    element,
    tag,
    type: effectiveType(element, tag),
    scope: context.scope,
    ancestorForm: context.form,
    wrappingLabel: context.label,
    fieldset: context.fieldset,
    concealed: context.concealed,
    ariaHidden: context.ariaHidden,
    inSearch: context.inSearch,
    inPageFrame: context.inPageFrame,
  };
}

function newScope(kind: Scope["kind"], root: ParentNode): MutableScope {
  return { kind, root, ids: new Map(), labelsFor: new Map() };
}

function rootContext(scope: MutableScope): Context {
  return {
    scope,
    form: null,
    label: null,
    fieldset: null,
    concealed: "no",
    ariaHidden: false,
    inSearch: false,
    inPageFrame: false,
  };
}

const PAGE_FRAME = new Set(["header", "footer", "nav"]);
/** Elements that open a context by their name alone. */
const OPENING = new Set(["form", "label", "fieldset", "search", ...PAGE_FRAME]);
const PAGE_ROLES = new Set(["banner", "contentinfo", "navigation"]);

/** The context of an element's inside; the same object where the element adds nothing, which is nearly always. */
function contextOf(element: Element, context: Context): Context {
  const tag = element.tagName;
  const opens = OPENING.has(tag);
  if (element.attrs.length === 0 && !opens) return context;
  const role = attribute(element, "role") ?? "";
  const concealed = concealedBy(context.concealed, ownConcealment(element));
  const ariaHidden = context.ariaHidden || attribute(element, "aria-hidden") === "true";
  const isGroup = tag === "fieldset" || role === "group" || role === "radiogroup";
  const inSearch = context.inSearch || tag === "search" || role === "search";
  const inPageFrame = context.inPageFrame || PAGE_FRAME.has(tag) || PAGE_ROLES.has(role);
  const same =
    concealed === context.concealed &&
    ariaHidden === context.ariaHidden &&
    inSearch === context.inSearch &&
    inPageFrame === context.inPageFrame;
  if (same && !isGroup && tag !== "form" && tag !== "label") return context;
  return {
    scope: context.scope,
    form: tag === "form" ? element : context.form,
    label: tag === "label" ? element : context.label,
    fieldset: isGroup ? element : context.fieldset,
    concealed,
    ariaHidden,
    inSearch,
    inPageFrame,
  };
}

function registerLabel(label: Element, scope: MutableScope): void {
  const target = attribute(label, "for");
  if (target === null || target === "") return;
  const known = scope.labelsFor.get(target);
  if (known === undefined) scope.labelsFor.set(target, [label]);
  else if (known.length < 4) known.push(label);
}

function textLength(text: string): number {
  return text.length < 200 && text.trim() === "" ? 0 : text.length;
}
