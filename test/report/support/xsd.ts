import type { XmlElement } from "./xml.ts";
import { parseXml } from "./xml.ts";

/**
 * What an XML Schema objects to in a document, in document order; nothing where it is valid. It knows the part of XML Schema
 * that the JUnit schema uses (global elements, `xs:string`, mixed content, a sequence of references with their occurrences,
 * attributes) and throws on any other.
 */
export function schemaFaults(xsd: string, xml: string): readonly string[] {
  const schema = parseXml(xsd);
  const elements = new Map(schema.children.map((element) => [attribute(element, "name"), element]));
  if (schema.children.some(({ name }) => name !== "xs:element")) throw new Error("only global elements are known");
  return faultsOf(parseXml(xml), elements);
}

function faultsOf(element: XmlElement, elements: ReadonlyMap<string, XmlElement>): readonly string[] {
  const declaration = elements.get(element.name);
  if (declaration === undefined) return [`<${element.name}> is not declared`];
  if (declaration.attributes["type"] === "xs:string") return plainTextFaults(element);

  const [complex, ...others] = declaration.children;
  if (complex?.name !== "xs:complexType" || others.length > 0) throw new Error(`unknown type of <${element.name}>`);
  const mixed = complex.attributes["mixed"] === "true";
  return [
    ...(mixed || element.text.trim() === "" ? [] : [`<${element.name}> has text`]),
    ...attributeFaults(element, complex),
    ...sequenceFaults(element, complex),
    ...element.children.flatMap((child) => faultsOf(child, elements)),
  ];
}

function plainTextFaults({ name, attributes, children }: XmlElement): readonly string[] {
  return [
    ...Object.keys(attributes).map((key) => `<${name}> has the attribute ${key}`),
    ...children.map((child) => `<${name}> holds <${child.name}>`),
  ];
}

function attributeFaults(element: XmlElement, complex: XmlElement): readonly string[] {
  const declared = complex.children.filter(({ name }) => name === "xs:attribute");
  const names = new Set(declared.map((entry) => attribute(entry, "name")));
  const required = declared.filter((entry) => entry.attributes["use"] === "required");
  return [
    ...Object.keys(element.attributes)
      .filter((name) => !names.has(name))
      .map((name) => `<${element.name}> has the attribute ${name}`),
    ...required
      .map((entry) => attribute(entry, "name"))
      .filter((name) => element.attributes[name] === undefined)
      .map((name) => `<${element.name}> lacks the attribute ${name}`),
  ];
}

/** Takes the children in the order of the sequence; what is left over stands where it may not. */
function sequenceFaults(element: XmlElement, complex: XmlElement): readonly string[] {
  const content = complex.children.filter(({ name }) => name !== "xs:attribute");
  if (content.some(({ name }) => name !== "xs:sequence")) throw new Error(`unknown content of <${element.name}>`);
  const faults: string[] = [];
  let index = 0;
  for (const particle of content.flatMap(({ children }) => children)) {
    const name = attribute(particle, "ref");
    const least = Number(particle.attributes["minOccurs"] ?? "1");
    const most =
      particle.attributes["maxOccurs"] === "unbounded" ? Infinity : Number(particle.attributes["maxOccurs"] ?? "1");
    let found = 0;
    while (found < most && element.children[index]?.name === name) {
      index += 1;
      found += 1;
    }
    if (found < least) faults.push(`<${element.name}> lacks <${name}>`);
  }
  const stray = element.children[index];
  return stray === undefined ? faults : [...faults, `<${stray.name}> is out of place in <${element.name}>`];
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`<${element.name}> without ${name}`);
  return value;
}
