const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const SEQUENCE = new RegExp(
  String.raw`^${ESC}(?:\[([?>=]?)([\d;]*)([A-Za-z@])|\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\)|[78=>cDEHM])`,
);

/** A terminal small enough to read: it keeps the cells, the alternate screen, the cursor, and how often it had to scroll. */
export class ScreenEmulator {
  /** Times that a line left the top of the screen: a frame taller than the terminal. */
  scrolls = 0;
  alternate = false;
  cursorVisible = true;
  #cells: string[][];
  #row = 0;
  #column = 0;
  #rest = "";
  readonly #rows: number;
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#cells = this.#blank();
  }

  /** What is on the screen, row by row. */
  text(): string {
    return this.#cells.map((row) => row.join("").trimEnd()).join("\n");
  }

  write(chunk: string): void {
    let rest = this.#rest + chunk;
    this.#rest = "";
    while (rest !== "") {
      if (rest.startsWith("\u001B")) {
        const match = SEQUENCE.exec(rest);
        if (match === null) {
          // Half a sequence waits for its other half.
          this.#rest = rest;
          return;
        }
        this.#control(match[1] ?? "", match[2] ?? "", match[3] ?? "");
        rest = rest.slice(match[0].length);
        continue;
      }
      const [character = ""] = rest;
      this.#print(character);
      rest = rest.slice(character.length);
    }
  }

  #print(character: string): void {
    if (character === "\n") this.#lineFeed();
    else if (character === "\r") this.#column = 0;
    else if (character >= " ") {
      if (this.#column >= this.#columns) {
        this.#column = 0;
        this.#lineFeed();
      }
      const row = this.#cells[this.#row];
      if (row !== undefined) row[this.#column] = character;
      this.#column += 1;
    }
  }

  #lineFeed(): void {
    if (this.#row < this.#rows - 1) {
      this.#row += 1;
      return;
    }
    if (this.alternate) this.scrolls += 1;
    this.#cells.shift();
    this.#cells.push(Array.from({ length: this.#columns }, () => " "));
  }

  #control(prefix: string, parameters: string, final: string): void {
    const numbers = parameters.split(";").map(Number);
    const count = Math.max(1, numbers[0] ?? 1);
    if (prefix === "?") {
      if (numbers.includes(1049)) {
        this.alternate = final === "h";
        this.#cells = this.#blank();
      }
      if (numbers.includes(25)) this.cursorVisible = final === "h";
      return;
    }
    if (final === "A") this.#row = Math.max(0, this.#row - count);
    if (final === "B") this.#row = Math.min(this.#rows - 1, this.#row + count);
    if (final === "C") this.#column += count;
    if (final === "D") this.#column = Math.max(0, this.#column - count);
    if (final === "E") [this.#row, this.#column] = [Math.min(this.#rows - 1, this.#row + count), 0];
    if (final === "F") [this.#row, this.#column] = [Math.max(0, this.#row - count), 0];
    if (final === "G") this.#column = count - 1;
    if (final === "H") [this.#row, this.#column] = [count - 1, Math.max(1, numbers[1] ?? 1) - 1];
    if (final === "K") this.#eraseLine(numbers[0] ?? 0);
    if (final === "J") this.#eraseScreen(numbers[0] ?? 0);
  }

  #eraseLine(mode: number): void {
    this.#cells[this.#row]?.fill(" ", mode === 0 ? this.#column : 0, mode === 1 ? this.#column + 1 : this.#columns);
  }

  #eraseScreen(mode: number): void {
    if (mode !== 0) {
      this.#cells = this.#blank();
      return;
    }
    this.#eraseLine(0);
    for (let row = this.#row + 1; row < this.#rows; row += 1) this.#cells[row]?.fill(" ");
  }

  #blank(): string[][] {
    return Array.from({ length: this.#rows }, () => Array.from({ length: this.#columns }, () => " "));
  }
}
