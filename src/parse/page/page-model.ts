import { parsePage, type PageTree } from "../html/tree.ts";
import { scriptFate, isHeldBack } from "./neutralised.ts";
import { resolveResource, resolveUrl } from "./resolve.ts";
import { TextCollector } from "./text-collector.ts";
import { attribute, hasAttribute, shortAttribute, walkPage, type Element } from "./walk.ts";

export interface PageLink {
  readonly href: string;
  readonly text: string;
  readonly rel: string | null;
}

export interface PageScript {
  /** Resolved; null for an inline script. */
  readonly src: string | null;
  readonly type: string | null;
  readonly integrity: string | null;
  readonly crossorigin: string | null;
  readonly nonce: string | null;
  /** Held back by a consent tool. */
  readonly neutralised: boolean;
  /** The text of an inline script. */
  readonly text: string;
}

export type ResourceKind =
  "script" | "style" | "img" | "frame" | "media" | "font" | "object" | "preload" | "preconnect";

export interface PageResource {
  readonly url: string;
  readonly kind: ResourceKind;
  readonly integrity: string | null;
  readonly neutralised: boolean;
}

export interface PageFrame {
  readonly src: string | null;
  readonly sandbox: boolean;
  readonly title: string | null;
  readonly neutralised: boolean;
  readonly srcdoc: string | null;
}

/** What one HTML document says, without judgement. Lists and texts are bounded. */
export interface PageModel {
  readonly url: string;
  /** What relative addresses resolve against: the first `<base href>`, else the document. */
  readonly base: string;
  readonly title: string;
  readonly lang: string | null;
  readonly generators: readonly string[];
  readonly metaPolicies: readonly string[];
  readonly metaReferrer: string | null;
  /** Where `<meta http-equiv=refresh>` leads. */
  readonly metaRefresh: string | null;
  readonly canonical: string | null;
  readonly links: readonly PageLink[];
  readonly scripts: readonly PageScript[];
  /** JSON and other data blocks, by their text. */
  readonly dataBlocks: readonly string[];
  readonly resources: readonly PageResource[];
  readonly frames: readonly PageFrame[];
  /** Values of hidden inputs and `data-` attributes that are long enough to hold something. */
  readonly hiddenValues: readonly { readonly where: string; readonly value: string }[];
  /** Attribute marks by which session replay tools are told to look away, with the tag that carries them. */
  readonly masks: readonly string[];
  readonly text: string;
  readonly emptyRoot: boolean;
}

const MOST_LINKS = 3_000;
const MOST_SCRIPTS = 400;
const MOST_RESOURCES = 1_500;
const MOST_FRAMES = 100;
const MOST_VALUES = 2_000;
const LONGEST_INLINE = 300_000;

const MASKS =
  /^data-(hj-suppress|clarity-mask|private|dd-privacy|sl|lr-ignore|recording-disable|cs-mask|fs-element)$|^lo-sensitive$/;
const MASK_CLASSES =
  /\b(fs-(mask|exclude|hide|block)|rr-(mask|block|ignore)|ph-no-capture|mouseflow-?mask|hj-suppress|lo-sensitive|cs-mask|sentry-mask)\b/;
const ROOT_IDS = new Set(["root", "app", "__next", "__nuxt", "___gatsby", "app-root", "svelte", "q-app"]);
const CSS_ADDRESS = /url\(\s{0,20}["']?([^"')\s]{1,2000})/gi;

/** Reads a document from its text: for callers that want nothing else of it. */
export function readPage(html: string, documentUrl: string): PageModel {
  return pageOf(parsePage(html), documentUrl);
}

/** Reads a document in one walk over the standard's tree. Never throws; time is linear in the size of the tree. */
export function pageOf(tree: PageTree, documentUrl: string): PageModel {
  const reader = new PageReader(documentUrl);
  walkPage(tree, reader);
  return reader.model();
}

class PageReader {
  readonly #url: string;
  #base: string;
  #baseSeen = false;
  #title = "";
  #lang: string | null = null;
  #metaReferrer: string | null = null;
  #metaRefresh: string | null = null;
  #canonical: string | null = null;
  #inTitle = false;
  #inline: { element: Element; text: string } | null = null;
  #rootSeen = false;
  #noscriptDemand = false;
  #fieldSeen = false;
  readonly #generators: string[] = [];
  readonly #metaPolicies: string[] = [];
  readonly #links: PageLink[] = [];
  readonly #openLinks: { element: Element; from: number }[] = [];
  readonly #scripts: PageScript[] = [];
  readonly #dataBlocks: string[] = [];
  readonly #resources: PageResource[] = [];
  readonly #frames: PageFrame[] = [];
  readonly #hiddenValues: { where: string; value: string }[] = [];
  readonly #masks = new Set<string>();
  readonly #text = new TextCollector();

  constructor(documentUrl: string) {
    this.#url = documentUrl;
    this.#base = documentUrl;
  }

  readonly enter = (element: Element): void => {
    this.#text.enter(element.tagName);
    this.#readAttributes(element);
    switch (element.tagName) {
      case "html":
        this.#lang ??= attribute(element, "lang");
        return;
      case "base":
        this.#readBase(element);
        return;
      case "title":
        this.#inTitle = this.#title === "" && element.namespaceURI.endsWith("xhtml");
        return;
      case "meta":
        this.#readMeta(element);
        return;
      case "link":
        this.#readLink(element);
        return;
      case "a":
      case "area":
        if (hasAttribute(element, "href")) this.#openLinks.push({ element, from: this.#text.length });
        return;
      case "script":
      case "style":
      case "noscript":
        this.#inline = { element, text: "" };
        return;
      case "iframe":
      case "frame":
        this.#readFrame(element);
        return;
      case "img":
      case "source":
      case "video":
      case "audio":
      case "track":
      case "embed":
      case "object":
        this.#readMedia(element);
        return;
      case "input":
        this.#readInput(element);
        return;
      case "textarea":
      case "select":
        this.#fieldSeen = true;
        return;
      default:
        return;
    }
  };

  readonly leave = (element: Element): void => {
    this.#text.leave(element.tagName);
    if (element.tagName === "title") this.#inTitle = false;
    if (this.#openLinks.at(-1)?.element === element) this.#closeLink();
    if (this.#inline?.element === element) this.#closeInline();
  };

  readonly text = (value: string): void => {
    if (this.#inTitle) this.#title = (this.#title + value).slice(0, 300);
    else if (this.#inline !== null) this.#inline.text = (this.#inline.text + value).slice(0, LONGEST_INLINE);
    else this.#text.add(value);
  };

  model(): PageModel {
    const text = this.#text.finish();
    return {
      url: this.#url,
      base: this.#base,
      title: this.#title.replaceAll(/\s+/g, " ").trim(),
      lang: this.#lang,
      generators: this.#generators,
      metaPolicies: this.#metaPolicies,
      metaReferrer: this.#metaReferrer,
      metaRefresh: this.#metaRefresh,
      canonical: this.#canonical,
      links: this.#links,
      scripts: this.#scripts,
      dataBlocks: this.#dataBlocks,
      resources: this.#resources,
      frames: this.#frames,
      hiddenValues: this.#hiddenValues,
      masks: [...this.#masks],
      text,
      // Without text, fields and links the page is a mount point: what a visitor sees is made by script.
      emptyRoot:
        !this.#fieldSeen &&
        text.length < 400 &&
        this.#links.length < 5 &&
        this.#scripts.some((script) => script.src !== null) &&
        (this.#rootSeen || this.#noscriptDemand),
    };
  }

  #readAttributes(element: Element): void {
    for (const { name, value } of element.attrs) {
      if (name === "style" && value.includes("url(")) this.#readCss(value);
      else if (MASKS.test(name)) this.#masks.add(`${element.tagName}[${name}]`);
      else if (name === "class" && value.length < 2_000) {
        const mask = MASK_CLASSES.exec(value)?.[0];
        if (mask !== undefined) this.#masks.add(`${element.tagName}.${mask}`);
      } else if (name === "id" && ROOT_IDS.has(value.toLowerCase())) this.#rootSeen = true;
      else if (name.startsWith("data-") && value.length > 5) this.#addValue(`${element.tagName}[${name}]`, value);
    }
    if (element.tagName === "app-root") this.#rootSeen = true;
  }

  #readBase(element: Element): void {
    const href = attribute(element, "href");
    if (this.#baseSeen || href === null) return;
    this.#baseSeen = true;
    const resolved = resolveUrl(href, this.#url);
    // The standard ignores a base of a data: or javascript: address.
    if (resolved !== null && !/^(data|javascript):/i.test(resolved)) this.#base = resolved;
  }

  #readMeta(element: Element): void {
    const content = attribute(element, "content");
    if (content === null) return;
    const equivalent = attribute(element, "http-equiv")?.toLowerCase();
    const name = attribute(element, "name")?.toLowerCase();
    if (equivalent === "content-security-policy") {
      if (this.#metaPolicies.length < 10) this.#metaPolicies.push(content.slice(0, 8_000));
    } else if (equivalent === "refresh") {
      this.#metaRefresh ??= resolveUrl(
        /url\s{0,10}=\s{0,10}["']?([^"'\s]{1,2000})/i.exec(content)?.[1] ?? null,
        this.#base,
      );
    } else if (name === "referrer") this.#metaReferrer = content.trim().toLowerCase().slice(0, 100);
    else if (name === "generator" && this.#generators.length < 10) this.#generators.push(content.slice(0, 200));
  }

  #readLink(element: Element): void {
    const rels = new Set((attribute(element, "rel") ?? "").toLowerCase().split(/\s+/));
    const raw = attribute(element, "href");
    const url = resolveResource(raw, this.#base);
    if (url === null) return;
    if (rels.has("canonical")) this.#canonical ??= url;
    const kind = linkKind(rels, attribute(element, "as"));
    if (kind !== null) this.#addResource(url, kind, attribute(element, "integrity"), false);
  }

  #readFrame(element: Element): void {
    if (this.#frames.length >= MOST_FRAMES) return;
    const held = isHeldBack(element);
    const src = resolveResource(attribute(element, "src"), this.#base);
    this.#frames.push({
      src: held ? heldAddress(element, this.#base) : src,
      sandbox: hasAttribute(element, "sandbox"),
      title: shortAttribute(element, "title", 200),
      neutralised: held,
      srcdoc: shortAttribute(element, "srcdoc", LONGEST_INLINE),
    });
    const url = held ? heldAddress(element, this.#base) : src;
    if (url !== null) this.#addResource(url, "frame", null, held);
  }

  #readMedia(element: Element): void {
    const kind = element.tagName === "img" || element.tagName === "source" ? "img" : "media";
    const raw = attribute(element, "src") ?? attribute(element, element.tagName === "object" ? "data" : "poster");
    const first = raw ?? attribute(element, "srcset")?.slice(0, 4_000).trim().split(/[\s,]/)[0] ?? null;
    const url = resolveResource(first, this.#base);
    if (url !== null) this.#addResource(url, element.tagName === "object" ? "object" : kind, null, false);
  }

  #readInput(element: Element): void {
    const type = attribute(element, "type")?.toLowerCase();
    const value = attribute(element, "value");
    if (type !== "hidden") this.#fieldSeen = true;
    if (
      value !== null &&
      value.length > 5 &&
      (type === "hidden" || type === undefined || type === "text" || type === "email" || type === "tel")
    ) {
      this.#addValue(`input[name=${(attribute(element, "name") ?? "").slice(0, 60)}]`, value);
    }
  }

  #closeLink(): void {
    const open = this.#openLinks.pop();
    if (open === undefined || this.#links.length >= MOST_LINKS) return;
    const href = resolveUrl(attribute(open.element, "href"), this.#base);
    if (href === null) return;
    const words =
      this.#text.since(open.from) || attribute(open.element, "aria-label") || attribute(open.element, "title") || "";
    const rel = attribute(open.element, "rel");
    this.#links.push({ href, text: words.slice(0, 200), rel: rel?.slice(0, 100) ?? null });
  }

  #closeInline(): void {
    const open = this.#inline;
    this.#inline = null;
    if (open === null) return;
    if (open.element.tagName === "script") this.#addScript(open.element, open.text);
    else if (open.element.tagName === "style") this.#readCss(open.text);
    else if (/javascript/i.test(open.text)) this.#noscriptDemand = true;
  }

  #addScript(element: Element, text: string): void {
    if (this.#scripts.length >= MOST_SCRIPTS) return;
    const fate = scriptFate(element);
    if (fate === "data") {
      if (this.#dataBlocks.length < 100) this.#dataBlocks.push(text);
      return;
    }
    const own = resolveResource(attribute(element, "src") ?? attribute(element, "xlink:href"), this.#base);
    const src = own ?? heldAddress(element, this.#base);
    const neutralised = fate === "held" || (own === null && src !== null);
    this.#scripts.push({
      src,
      type: shortAttribute(element, "type", 100),
      integrity: shortAttribute(element, "integrity", 500),
      crossorigin: shortAttribute(element, "crossorigin", 50),
      nonce: shortAttribute(element, "nonce", 300),
      neutralised,
      text: src === null ? text : "",
    });
    if (src !== null) this.#addResource(src, "script", attribute(element, "integrity"), neutralised);
  }

  #readCss(css: string): void {
    for (const match of css.slice(0, LONGEST_INLINE).matchAll(CSS_ADDRESS)) {
      const url = resolveResource(match[1] ?? null, this.#base);
      if (url === null) continue;
      const before = css.slice(Math.max(0, match.index - 30), match.index);
      const kind = /@import\s*$/i.test(before) ? "style" : /\.(woff2?|ttf|otf|eot)\b/i.test(url) ? "font" : "img";
      this.#addResource(url, kind, null, false);
    }
  }

  #addResource(url: string, kind: ResourceKind, integrity: string | null, neutralised: boolean): void {
    if (this.#resources.length >= MOST_RESOURCES) return;
    this.#resources.push({ url, kind, integrity: integrity?.slice(0, 500) ?? null, neutralised });
  }

  #addValue(where: string, value: string): void {
    if (this.#hiddenValues.length < MOST_VALUES) this.#hiddenValues.push({ where, value: value.slice(0, 4_000) });
  }
}

function linkKind(rels: ReadonlySet<string>, as: string | null): ResourceKind | null {
  if (rels.has("stylesheet")) return rels.has("alternate") ? null : "style";
  if (rels.has("modulepreload")) return "script";
  if (rels.has("preload")) return as === "font" ? "font" : "preload";
  if (rels.has("preconnect") || rels.has("dns-prefetch")) return "preconnect";
  if (rels.has("icon") || rels.has("apple-touch-icon")) return "img";
  return null;
}

/** The address that a consent tool keeps aside: `data-src`, `data-cookieblock-src`, `data-cmp-src` … */
function heldAddress(element: Element, base: string): string | null {
  const kept = element.attrs.find((attr) => /^data-.{0,30}src$/.test(attr.name));
  return kept === undefined ? null : resolveResource(kept.value, base);
}
