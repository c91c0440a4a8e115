import { parse, type DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface Visitor {
  readonly enter: (element: Element) => void;
  readonly leave: (element: Element) => void;
  readonly text: (value: string, parent: Element | null) => void;
}

/** The tree that the HTML standard makes of a text, however broken: parse5 is that algorithm, without recursion. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html);
}

/**
 * Walks a tree in document order on a stack of its own: 100,000 nested elements are legal, and would end a recursive walk.
 * The content of `template` is not part of the page, but for declarative shadow roots, which a browser attaches at once.
 */
export function walk(root: { readonly childNodes: readonly ChildNode[] }, visitor: Visitor): void {
  const stack: { readonly nodes: readonly ChildNode[]; next: number; readonly owner: Element | null }[] = [
    { nodes: root.childNodes, next: 0, owner: null },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.next];
    if (node === undefined) {
      if (top.owner !== null) visitor.leave(top.owner);
      stack.pop();
      continue;
    }
    top.next += 1;
    if (isText(node)) visitor.text(node.value, top.owner);
    else if (isElement(node)) {
      visitor.enter(node);
      stack.push({ nodes: childrenOf(node), next: 0, owner: node });
    }
  }
}

/** An attribute as written, or null. Names are in lower case already. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function hasAttribute(element: Element, name: string): boolean {
  return element.attrs.some((attr) => attr.name === name);
}

function childrenOf(element: Element): readonly ChildNode[] {
  if (isTemplate(element)) return hasAttribute(element, "shadowrootmode") ? element.content.childNodes : [];
  return element.childNodes;
}

function isTemplate(element: Element): element is DefaultTreeAdapterTypes.Template {
  return "content" in element;
}

function isText(node: ChildNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

function isElement(node: ChildNode): node is Element {
  return "attrs" in node;
}
