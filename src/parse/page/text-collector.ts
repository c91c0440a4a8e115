/** Elements whose content a visitor does not read as text. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "title",
  "textarea",
  "option",
  "iframe",
]);

/** Elements that begin a new line; a sentence does not run across them. */
const BLOCKS = new Set(
  "address article aside blockquote body br dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table td th tr ul".split(
    " ",
  ),
);

const LONGEST = 400_000;

/** Gathers the visible text of a document: runs of space are one space, blocks are lines. At most 400,000 characters. */
export class TextCollector {
  readonly #parts: string[] = [];
  #length = 0;
  #silent = 0;

  /** Characters gathered so far: a mark for `since`. */
  get length(): number {
    return this.#parts.length;
  }

  enter(tag: string): void {
    if (SILENT.has(tag)) this.#silent += 1;
    else if (BLOCKS.has(tag)) this.#push("\n");
  }

  leave(tag: string): void {
    if (SILENT.has(tag)) this.#silent -= 1;
    else if (BLOCKS.has(tag)) this.#push("\n");
  }

  add(text: string): void {
    if (this.#silent === 0 && text !== "") this.#push(text.replaceAll(/\s+/g, " "));
  }

  /** The text gathered since a mark, as one line. */
  since(mark: number): string {
    return this.#parts
      .slice(mark, mark + 200)
      .join("")
      .replaceAll(/\s+/g, " ")
      .trim();
  }

  finish(): string {
    return this.#parts
      .join("")
      .replaceAll(/[^\S\n]+/g, " ")
      .replaceAll(/ ?\n[\n ]*/g, "\n")
      .trim();
  }

  #push(text: string): void {
    if (this.#length >= LONGEST) return;
    const kept = text.slice(0, LONGEST - this.#length);
    this.#parts.push(kept);
    this.#length += kept.length;
  }
}
