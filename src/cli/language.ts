import { LANGUAGES, type Language } from "../core/text.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { isForMachines, type Output } from "./outputs.ts";

/** `--lang`, else the locale for what people read, else English: a machine's format never follows the environment. */
export function languageFor(options: Options, format: Output, io: Io): Language {
  return options.choice("lang", LANGUAGES, isForMachines(format) ? "en" : localeLanguage(io.env));
}

/** The language of the locale by POSIX precedence; English where it is neither. */
export function localeLanguage(env: Io["env"]): Language {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("fr") === true ? "fr" : "en";
}

/** Whether the locale can show UTF-8; a locale that says nothing of it is taken to be modern. */
export function speaksUtf8(env: Io["env"]): boolean {
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => value !== undefined && value !== "");
  if (locale === undefined || /utf-?8/i.test(locale)) return true;
  return !(locale === "C" || locale === "POSIX" || locale.includes("."));
}
