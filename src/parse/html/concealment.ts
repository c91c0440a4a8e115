import { attribute, hasAttribute, type Element } from "./tree.ts";

/**
 * Whether a reader would see an element, as far as attributes and inline style can tell.
 * closed: not shown now, and a script may open it (a dialogue, a later step). off-screen: placed where nobody ever sees it.
 */
export type Concealment = "no" | "closed" | "off-screen";

const OFF_SCREEN =
  /(?:left|top|right|text-indent|margin-left|margin-top):-\d{3,}(?:px|em|rem|pt)?|clip:rect\(0|clip-path:inset\((?:50|100)%/;

/** Without height or opacity an element may be folding out; with an absolute position as well it is put away for good. */
const FOLDED = /(?:^|;)opacity:0(?:\.0+)?(?:;|$|!)|(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:;|$|!)/;
const ABSOLUTE = /(?:^|;)position:(?:absolute|fixed)/;

const CLOSED = /(?:^|;)display:none|(?:^|;)visibility:hidden/;

/** Inline style longer than this hides nothing that matters and could be slow to fold. */
const MAXIMUM_STYLE = 1000;

/** What the element's own attributes say; ancestors are the caller's to join with `concealedBy`. */
export function ownConcealment(element: Element): Concealment {
  const style = attribute(element, "style");
  if (style !== null) {
    const folded = style.slice(0, MAXIMUM_STYLE).replaceAll(/\s+/g, "").toLowerCase();
    if (OFF_SCREEN.test(folded)) return "off-screen";
    if (FOLDED.test(folded)) return ABSOLUTE.test(folded) ? "off-screen" : "closed";
    if (CLOSED.test(folded)) return "closed";
  }
  return hasAttribute(element, "hidden") ? "closed" : "no";
}

/** An element inside a concealed one is concealed at least as much. */
export function concealedBy(ancestor: Concealment, own: Concealment): Concealment {
  if (ancestor === "off-screen" || own === "off-screen") return "off-screen";
  return ancestor === "closed" || own === "closed" ? "closed" : "no";
}
