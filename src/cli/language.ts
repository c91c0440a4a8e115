import { LANGUAGES, type Language } from "../core/text.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { isForMachines, type Format } from "./outputs.ts";

/** `--lang`, else the locale for what people read, else English: a machine's format never follows the environment. */
export function languageFor(options: Options, format: Format, io: Io): Language {
  return options.choice("lang", LANGUAGES, isForMachines(format) ? "en" : localeLanguage(io.env));
}

/** The language of the locale by POSIX precedence; English where it is neither. */
export function localeLanguage(env: Io["env"]): Language {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("fr") === true ? "fr" : "en";
}
