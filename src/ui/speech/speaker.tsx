import { Box, Static, Text } from "ink";
import type { ReactElement } from "react";
import { asciiText } from "../../report/text/ascii.ts";
import { wrap } from "../../report/text/layout.ts";

/**
 * The terminal for a screen reader: what was said stays and is never written again; below it one sentence, what stands under
 * the cursor. Lines are broken between words, since a reader speaks line by line. Roles and states are in the sentences themselves, since Ink's own words for them are English only.
 */
export function Speaker({
  said,
  focus,
  columns,
  rows,
  unicode,
}: {
  readonly said: readonly string[];
  readonly focus: string;
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
}): ReactElement {
  const shown = (text: string): string => (unicode ? text : asciiText(text));
  // What is written over must stay on the screen, or the terminal would keep every version of it.
  const most = Math.max(1, rows - 2);
  const lines = wrap(shown(focus), columns - 1);
  const current = (lines.length <= most ? lines : [...lines.slice(0, most - 1), "…"]).join("\n");
  return (
    <Box flexDirection="column">
      <Static items={[...said]}>
        {(line, index) => <Text key={String(index)}>{wrap(shown(line), columns - 1).join("\n")}</Text>}
      </Static>
      <Text aria-label={current}>{current}</Text>
    </Box>
  );
}
