import type { LocalText } from "../core/text.ts";
import type { Io } from "./io.ts";
import type { OptionGroup, Options, OptionSpec } from "./options.ts";

type RunCommand = (options: Options, io: Io) => Promise<number>;

export interface Command {
  readonly name: string;
  /** The words after the name. */
  readonly usage: string;
  /** At most so many of them: one more is an error, not a wish that is dropped. */
  readonly words: number;
  readonly summary: LocalText;
  readonly groups: readonly OptionGroup[];
  /** Command lines that work as they stand but for the names in them. */
  readonly examples: readonly string[];
  /** Loads the command's code: nothing heavy is loaded before it is known to be needed. */
  readonly load: () => Promise<RunCommand>;
}

/** A command's options, whatever heading they stand under; none without a command. */
export function optionsOf(command: Command | undefined): readonly OptionSpec[] {
  return command?.groups.flatMap(({ options }) => options) ?? [];
}
