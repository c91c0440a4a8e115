import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

/**
 * Why parse5 and not node-html-parser for forms. Which form a field belongs to, and so where its data go, is decided by the
 * standard's tree builder and its form element pointer (HTML, 13.2.4.3), not by nesting in the source:
 *   <form action=//shop><form action=http://evil><input>   one form, the first; node-html-parser makes two
 *   <table><form action=/pay><tr><td><input name=iban>     the field belongs to the form, and is not inside it
 *   <div><form action=/pay></div><input name=iban>         belongs to the form that was never closed
 * parse5 runs that algorithm and hands out the pointer; test/parse/html/standard.test.ts holds the cases where a verdict
 * would have been wrong.
 */
export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** A parsed page with what the tree alone cannot tell: the form that the parser gave to each element. */
export interface PageTree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** The form element pointer when the element was made; only elements made while a form was open are in it. */
  readonly parserOwner: ReadonlyMap<Element, Element>;
  /** What cut the page: too many characters, or too many nodes. What was read before the cut is kept. */
  readonly truncated: "characters" | "nodes" | null;
}

export interface TreeLimits {
  /** UTF-16 units of source that are read. */
  readonly characters: number;
  /**
   * Elements and text nodes that are made. A few kilobytes of unclosed formatting elements make the standard's algorithm
   * clone them without end ("reconstruct the active formatting elements"), so the source's length alone bounds nothing.
   */
  readonly nodes: number;
}

export const TREE_LIMITS: TreeLimits = { characters: 12_000_000, nodes: 600_000 };

class TooManyNodes extends Error {}

/** Builds the standard's tree of a page. Never throws for anything in `html`; time and memory follow `limits`. */
export function parsePage(html: string, limits: TreeLimits = TREE_LIMITS): PageTree {
  const cut = html.length > limits.characters;
  const parserOwner = new Map<Element, Element>();
  const document = defaultTreeAdapter.createDocument();
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > limits.nodes) throw new TooManyNodes();
  };
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(tagName, namespace, attributes) {
      count();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    createTextNode(value) {
      count();
      return defaultTreeAdapter.createTextNode(value);
    },
    onElementCreated(element, context) {
      if (context.formElement !== null && !context.isInTemplate) parserOwner.set(element, context.formElement);
    },
  };
  try {
    parse(cut ? html.slice(0, limits.characters) : html, { treeAdapter });
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    return { document, parserOwner, truncated: "nodes" };
  }
  return { document, parserOwner, truncated: cut ? "characters" : null };
}

export function isElement(node: ChildNode | ParentNode): node is Element {
  return "tagName" in node;
}

/** The attribute as the page wrote it, never a property that a field named "action" could shadow. */
export function attribute(element: Element, name: string): string | null {
  for (const candidate of element.attrs) if (candidate.name === name) return candidate.value;
  return null;
}

export function hasAttribute(element: Element, name: string): boolean {
  return attribute(element, name) !== null;
}

/** The content of a declarative shadow root (`<template shadowrootmode>`); null for every other element. */
export function shadowRootOf(element: Element): ParentNode | null {
  if (!isTemplate(element)) return null;
  const mode = attribute(element, "shadowrootmode")?.toLowerCase();
  if (mode !== "open" && mode !== "closed") return null;
  return element.content;
}

function isTemplate(element: Element): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === "template" && "content" in element;
}

const SILENT = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head"]);

/** Whether an element's text is never read as text. */
export function isSilent(element: Element): boolean {
  return SILENT.has(element.tagName);
}

/**
 * The text a reader sees under a node, white space folded, at most `maximum` characters.
 * `skip` leaves out whole elements, such as the options of a select inside its own label.
 */
export function visibleText(
  node: ParentNode,
  maximum: number,
  skip: (element: Element) => boolean = () => false,
): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (ChildNode | ParentNode)[] = [...node.childNodes].toReversed();
  while (stack.length > 0 && length < maximum) {
    const current = stack.pop();
    if (current === undefined) break;
    if (current.nodeName === "#text" && "value" in current) {
      // A single text node can be megabytes long; what is over the bound is never folded.
      const piece = current.value.slice(0, 4 * maximum).replaceAll(/\s+/g, " ");
      parts.push(piece);
      length += piece.trim().length;
    } else if (isElement(current) && !isSilent(current) && !skip(current)) {
      if (INLINE.has(current.tagName)) pushChildren(stack, current);
      else {
        parts.push(" ");
        pushChildren(stack, current);
      }
    }
  }
  return parts.join("").replaceAll(/\s+/g, " ").trim().slice(0, maximum);
}

const INLINE = new Set([
  "a",
  "b",
  "i",
  "em",
  "strong",
  "span",
  "small",
  "abbr",
  "sup",
  "sub",
  "font",
  "u",
  "mark",
  "bdi",
  "code",
]);

function pushChildren(stack: (ChildNode | ParentNode)[], element: Element): void {
  for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
    const child = element.childNodes[index];
    if (child !== undefined) stack.push(child);
  }
}
