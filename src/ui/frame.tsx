import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { asciiText } from "../report/text/ascii.ts";
import { fit, type Line, type Segment, type Tone } from "./lines.ts";

const COLOURS: Readonly<Record<Tone, string>> = {
  critical: "redBright",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "gray",
  good: "green",
  fair: "yellow",
  poor: "red",
  soft: "gray",
  accent: "cyanBright",
};

/** Rows of text, each exactly one row of the terminal. */
export function Frame({
  rows,
  columns,
  height,
  colour,
  unicode,
}: {
  readonly rows: readonly Line[];
  readonly columns: number;
  readonly height: number;
  readonly colour: boolean;
  /** False where the terminal cannot show UTF-8: every sign gets its plain stand-in. */
  readonly unicode: boolean;
}): ReactElement {
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      {rows.slice(0, height).map((row, index) => (
        // A row is its place on the screen: the key says so.
        <Text key={String(index)} wrap="truncate-end">
          {row.length === 0
            ? " "
            : fit(row, columns).map((segment, part) => (
                <Text key={`${String(index)} ${String(part)}`} {...styleOf(segment, colour)}>
                  {unicode ? segment.text : asciiText(segment.text)}
                </Text>
              ))}
        </Text>
      ))}
    </Box>
  );
}

function styleOf(
  { tone, bold, inverse }: Segment,
  colour: boolean,
): { readonly bold: boolean; readonly inverse: boolean; readonly color?: string } {
  const style = { bold: bold === true, inverse: inverse === true };
  return colour && tone !== undefined ? { ...style, color: COLOURS[tone] } : style;
}
