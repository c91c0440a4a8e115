import type { Language } from "../core/text.ts";
import type { Io } from "./io.ts";

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
