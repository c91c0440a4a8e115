import {
  attribute,
  isElement,
  shadowRootOf,
  type ChildNode,
  type Element,
  type PageTree,
  type ParentNode,
} from "../html/tree.ts";

export { attribute, hasAttribute, type Element } from "../html/tree.ts";

export interface Visitor {
  readonly enter: (element: Element) => void;
  readonly leave: (element: Element) => void;
  readonly text: (value: string) => void;
}

/**
 * Walks the standard's tree of a page in document order, on a stack of its own: 100,000 nested elements are legal, and would
 * end a recursive walk (node-html-parser needs more than a minute to build them, parse5 a tenth of a second). The content of
 * `template` is not part of the page, but for declarative shadow roots, which a browser attaches at once.
 */
export function walkPage(page: PageTree, visitor: Visitor): void {
  const stack: { readonly nodes: readonly ChildNode[]; next: number; readonly owner: Element | null }[] = [
    { nodes: page.document.childNodes, next: 0, owner: null },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.next];
    if (node === undefined) {
      if (top.owner !== null) visitor.leave(top.owner);
      stack.pop();
      continue;
    }
    top.next += 1;
    if (node.nodeName === "#text" && "value" in node) visitor.text(node.value);
    else if (isElement(node)) {
      visitor.enter(node);
      stack.push({ nodes: contentOf(node).childNodes, next: 0, owner: node });
    }
  }
}

/** An attribute without the white space around it, bounded; null where it is absent. */
export function shortAttribute(element: Element, name: string, maximum: number): string | null {
  return attribute(element, name)?.trim().slice(0, maximum) ?? null;
}

/** A template is an empty element in the tree: its content hangs elsewhere, and only a shadow root is shown. */
function contentOf(element: Element): ParentNode {
  return shadowRootOf(element) ?? element;
}
