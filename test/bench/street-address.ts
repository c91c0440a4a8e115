/** The loopback address of the street's shop with this number: each a server of its own to the scanner's pace. */
export function addressOf(index: number): string {
  return `127.1.${String(1 + Math.floor(index / 250))}.${String(1 + (index % 250))}`;
}
