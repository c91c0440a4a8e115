/** A bare item of RFC 9651. Tokens and strings are told apart because fields give them different meanings. */
export type BareItem =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "token"; readonly value: string }
  | { readonly type: "bytes"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "date"; readonly value: number };

export type Parameters = ReadonlyMap<string, BareItem>;

export interface Item {
  readonly kind: "item";
  readonly item: BareItem;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly kind: "inner-list";
  readonly items: readonly Item[];
  readonly parameters: Parameters;
}

export type Member = Item | InnerList;

/** Longest field that is parsed; a longer one counts as malformed. */
const MAXIMUM_LENGTH = 16_384;

/** Parses a dictionary (RFC 9651, 4.2.2); null when the field is malformed and must be ignored as a whole. */
export function parseDictionary(text: string): ReadonlyMap<string, Member> | null {
  return parseWhole(text, (scanner) => {
    const members = new Map<string, Member>();
    scanner.eachMember(() => {
      const key = scanner.key();
      members.delete(key);
      members.set(key, scanner.take("=") ? scanner.member() : scanner.bareTrue());
    });
    return members;
  });
}

/** Parses a list (RFC 9651, 4.2.1); null when malformed. */
export function parseList(text: string): readonly Member[] | null {
  return parseWhole(text, (scanner) => {
    const members: Member[] = [];
    scanner.eachMember(() => members.push(scanner.member()));
    return members;
  });
}

/** Parses an item (RFC 9651, 4.2.3); null when malformed. */
export function parseItem(text: string): Item | null {
  return parseWhole(text, (scanner) => scanner.item());
}

/** Thrown and caught within this file only: the grammar fails as a whole, from any depth. */
class Malformed extends Error {}

function parseWhole<Result>(text: string, parse: (scanner: Scanner) => Result): Result | null {
  if (text.length > MAXIMUM_LENGTH) return null;
  const scanner = new Scanner(text);
  try {
    scanner.skip(" ");
    const result = parse(scanner);
    scanner.skip(" ");
    return scanner.atEnd() ? result : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** One left-to-right pass; every loop consumes at least one character. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skip(characters: string): void {
    while (!this.atEnd() && characters.includes(this.#peek())) this.#at += 1;
  }

  take(character: string): boolean {
    if (this.atEnd() || this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  eachMember(read: () => void): void {
    if (this.atEnd()) return;
    for (;;) {
      read();
      this.skip(" \t");
      if (this.atEnd()) return;
      this.#expect(",");
      this.skip(" \t");
      // A trailing comma is an error (RFC 9651, 4.2.1 step 2.6).
      if (this.atEnd()) throw new Malformed();
    }
  }

  key(): string {
    return this.#run(/[a-z*]/, /[a-z0-9_.*-]/);
  }

  bareTrue(): Item {
    return { kind: "item", item: { type: "boolean", value: true }, parameters: this.#parameters() };
  }

  member(): Member {
    return !this.atEnd() && this.#peek() === "(" ? this.#innerList() : this.item();
  }

  item(): Item {
    const item = this.#bareItem();
    return { kind: "item", item, parameters: this.#parameters() };
  }

  #innerList(): InnerList {
    this.#expect("(");
    const items: Item[] = [];
    for (;;) {
      this.skip(" ");
      if (this.take(")")) return { kind: "inner-list", items, parameters: this.#parameters() };
      items.push(this.item());
      if (this.atEnd() || (this.#peek() !== " " && this.#peek() !== ")")) throw new Malformed();
    }
  }

  #parameters(): Parameters {
    const parameters = new Map<string, BareItem>();
    while (this.take(";")) {
      this.skip(" ");
      const key = this.key();
      parameters.set(key, this.take("=") ? this.#bareItem() : { type: "boolean", value: true });
    }
    return parameters;
  }

  #bareItem(): BareItem {
    if (this.atEnd()) throw new Malformed();
    const first = this.#peek();
    if (first === '"') return { type: "string", value: this.#string() };
    if (first === ":") return { type: "bytes", value: this.#bytes() };
    if (first === "?") return { type: "boolean", value: this.#boolean() };
    if (first === "@") {
      this.#at += 1;
      const value = this.#number();
      if (!Number.isInteger(value)) throw new Malformed();
      return { type: "date", value };
    }
    if (/[-0-9]/.test(first)) return { type: "number", value: this.#number() };
    return { type: "token", value: this.#run(/[A-Za-z*]/, /[!#$%&'*+.^_`|~0-9A-Za-z:/-]/) };
  }

  #string(): string {
    this.#expect('"');
    let value = "";
    for (;;) {
      const character = this.#next();
      if (character === '"') return value;
      if (character === "\\") {
        const escaped = this.#next();
        if (escaped !== '"' && escaped !== "\\") throw new Malformed();
        value += escaped;
      } else if (character >= " " && character <= "~") value += character;
      else throw new Malformed();
    }
  }

  #bytes(): string {
    this.#expect(":");
    const end = this.#text.indexOf(":", this.#at);
    const encoded = end === -1 ? null : this.#text.slice(this.#at, end);
    if (encoded === null || !/^[A-Za-z0-9+/=]*$/.test(encoded)) throw new Malformed();
    this.#at = end + 1;
    return encoded;
  }

  #boolean(): boolean {
    this.#expect("?");
    const digit = this.#next();
    if (digit !== "0" && digit !== "1") throw new Malformed();
    return digit === "1";
  }

  #number(): number {
    const start = this.#at;
    this.take("-");
    while (!this.atEnd() && /[0-9.]/.test(this.#peek())) this.#at += 1;
    const text = this.#text.slice(start, this.#at);
    // At most 15 digits, or 12 and 3 after the point (RFC 9651, 4.2.4).
    if (!/^-?(?:[0-9]{1,15}|[0-9]{1,12}\.[0-9]{1,3})$/.test(text)) throw new Malformed();
    return Number(text);
  }

  #run(first: RegExp, rest: RegExp): string {
    const start = this.#at;
    if (this.atEnd() || !first.test(this.#peek())) throw new Malformed();
    this.#at += 1;
    while (!this.atEnd() && rest.test(this.#peek())) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #expect(character: string): void {
    if (!this.take(character)) throw new Malformed();
  }

  #next(): string {
    if (this.atEnd()) throw new Malformed();
    const character = this.#peek();
    this.#at += 1;
    return character;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }
}
