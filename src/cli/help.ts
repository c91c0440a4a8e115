import { COMMANDS, type Command } from "./commands.ts";
import type { OptionSpec } from "./options.ts";

const WIDTH = 80;

/** `vigie --help`: what it is for, the commands, the exit codes. At most 80 columns. */
export function generalHelp(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    "vigie — looks at a merchant's website and hosts from outside and says whether",
    "customers' personal data are safe there.",
    "",
    "Usage: vigie [COMMAND] [OPTIONS]",
    "       vigie              at a terminal: the interactive scan",
    "",
    ...COMMANDS.flatMap((command) => hanging(`  ${command.name.padEnd(width)}  `, command.summary)),
    "",
    "vigie COMMAND --help tells a command's options; vigie --version the version.",
    "",
    "Exit codes: 0 done; 1 findings at the gate or score under it; 2 wrong usage or",
    "file, nothing scanned; 3 something that the gate needs could not be assessed;",
    "130, 143 interrupted.",
    "",
    "Vigie sends GET and HEAD and harmless greetings. It never submits a form,",
    "guesses a password or sends an exploit.",
    "",
  ].join("\n");
}

/** `vigie COMMAND --help`. */
export function commandHelp(command: Command): string {
  const lines = [...hanging(`Usage: vigie ${command.name} `, command.usage), "", ...hanging("", `${command.summary}.`)];
  if (command.options.length > 0) lines.push("", "Options:", ...optionLines(command.options));
  return `${lines.join("\n")}\n`;
}

function optionLines(options: readonly OptionSpec[]): readonly string[] {
  return options.flatMap((option) => {
    const short = option.short === undefined ? "    " : `-${option.short}, `;
    const name = `  ${short}--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`;
    const summary = option.multiple === true ? `${option.summary} (may be repeated)` : option.summary;
    return name.length > 27 ? [name, ...hanging(" ".repeat(30), summary)] : hanging(name.padEnd(30), summary);
  });
}

/** Wraps words behind a first-line head, with an indent of the head's length. */
function hanging(head: string, text: string): readonly string[] {
  const lines: string[] = [];
  let line = head;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = " ".repeat(head.length);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
