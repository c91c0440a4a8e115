import { LANGUAGES, type Language } from "../core/text.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { localeLanguage } from "./locale.ts";
import { isForMachines, type Output } from "./outputs.ts";

/** `--lang`, else the locale for what people read, else English: a machine's format never follows the environment. */
export function languageFor(options: Options, format: Output, io: Io): Language {
  return options.choice("lang", LANGUAGES, isForMachines(format) ? "en" : localeLanguage(io.env));
}
