export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TAG = new RegExp(String.raw`^<(${NAME})((?:\s+${NAME}="[^"<]*")*)\s*(/?)>`);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})="([^"<]*)"`, "g");
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A strict reader of plain XML 1.0 (no DTD, no CDATA; comments are passed over): throws on anything that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) throw new Error("illegal character");
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\s*\?>\s*/, "").replaceAll(/<!--.*?-->/gs, "");
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  while (rest !== "") {
    const top = open.at(-1)!;
    const tag = TAG.exec(rest);
    if (tag !== null) {
      const attributes = Object.fromEntries(
        Array.from((tag[2] ?? "").matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [name, decoded(value)]),
      );
      const element: XmlElement = { name: tag[1] ?? "", attributes, children: [], text: "" };
      top.children.push(element);
      if (tag[3] === "") open.push(element);
      rest = rest.slice(tag[0].length);
    } else if (rest.startsWith("</")) {
      const close = `</${top.name}>`;
      if (!rest.startsWith(close)) throw new Error(`expected ${close} at ${rest.slice(0, 40)}`);
      open.pop();
      rest = rest.slice(close.length);
    } else if (rest.startsWith("<")) {
      throw new Error(`not a tag: ${rest.slice(0, 40)}`);
    } else {
      const [text = ""] = /^[^<]*/.exec(rest) ?? [];
      top.text += decoded(text);
      rest = rest.slice(text.length);
    }
  }
  const [document] = root.children;
  if (root.text.trim() !== "") throw new Error("text outside the document");
  if (open.length !== 1 || root.children.length !== 1 || document === undefined) throw new Error("not one document");
  return document;
}

function decoded(text: string): string {
  return text.replaceAll(/&([^;]*);|&/g, (whole, name: string | undefined) => {
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });
}
