import type { Language, LocalText } from "../core/text.ts";
import { typeset } from "../locale/typography.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { OptionSpec } from "./options.ts";

const WIDTH = 80;

/** Where the summary of an option begins; a longer name takes a line of its own. */
const OPTION_COLUMN = 30;

const TEXT = {
  purpose: {
    en: "looks at a merchant's website and hosts from outside and says whether customers' personal data are safe there.",
    fr: "examine de l’extérieur le site et les serveurs d’un commerçant, et dit si les données personnelles des clients y sont en sécurité.",
  },
  usage: { en: "Usage:", fr: "Usage :" },
  command: { en: "[COMMAND] [OPTIONS]", fr: "[COMMANDE] [OPTIONS]" },
  interactive: {
    en: "at a terminal: the interactive scan; else the demo",
    fr: "dans un terminal : l’analyse interactive ; sinon la démonstration",
  },
  sites: {
    en: "the same, with the sites of a file and their live table",
    fr: "de même, avec les sites d’un fichier et leur tableau en direct",
  },
  screenReader: {
    en: "the same for a screen reader: plain lines, each written once (also INK_SCREEN_READER=true)",
    fr: "de même pour un lecteur d’écran : des lignes simples, chacune écrite une fois (aussi INK_SCREEN_READER=true)",
  },
  more: {
    en: "vigie COMMAND --help tells a command's options; vigie --version the version. Every command takes --no-color (or NO_COLOR=1); --lang fr makes the help French.",
    fr: "vigie COMMANDE --help donne les options d’une commande ; vigie --version, la version. Toutes les commandes admettent --no-color (ou NO_COLOR=1) ; --lang en donne l’aide en anglais.",
  },
  exitCodes: {
    en: "Exit codes: 0 done; 1 findings at the gate or score under it; 2 wrong usage or file, nothing scanned; 3 something that the gate needs could not be assessed; 130, 143 interrupted.",
    fr: "Codes de sortie : 0 terminé ; 1 constats au seuil demandé, ou score inférieur ; 2 commande ou fichier incorrect, rien n’a été analysé ; 3 ce que le seuil exige n’a pas pu être évalué ; 130, 143 interruption.",
  },
  promise: {
    en: "Vigie sends GET and HEAD and harmless greetings. It never submits a form, guesses a password or sends an exploit.",
    fr: "Vigie n’envoie que des requêtes GET et HEAD et des salutations inoffensives. Elle n’envoie aucun formulaire, n’essaie aucun mot de passe et n’exploite aucune faille.",
  },
  repeated: { en: "may be repeated", fr: "répétable" },
  examples: { en: "Examples:", fr: "Exemples :" },
} satisfies Readonly<Record<string, LocalText>>;

/** `vigie --help`: what it is for, the commands, the exit codes. At most 80 columns. */
export function generalHelp(language: Language): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const usage = set(TEXT.usage, language);
  return [
    ...hanging("", `vigie — ${set(TEXT.purpose, language)}`),
    "",
    `${usage} vigie ${set(TEXT.command, language)}`,
    ...hanging(`${" ".repeat(usage.length)} vigie                   `, set(TEXT.interactive, language)),
    ...hanging(`${" ".repeat(usage.length)} vigie --sites FILE      `, set(TEXT.sites, language)),
    ...hanging(`${" ".repeat(usage.length)} vigie --screen-reader   `, set(TEXT.screenReader, language)),
    "",
    ...COMMANDS.flatMap((command) => hanging(`  ${command.name.padEnd(width)}  `, set(command.summary, language))),
    "",
    ...hanging("", set(TEXT.more, language)),
    "",
    ...hanging("", set(TEXT.exitCodes, language)),
    "",
    ...hanging("", set(TEXT.promise, language)),
    "",
  ].join("\n");
}

/** `vigie COMMAND --help`. */
export function commandHelp(command: Command, language: Language): string {
  const lines = [
    ...hanging(`${set(TEXT.usage, language)} vigie ${command.name} `, command.usage),
    "",
    ...hanging("", sentence(set(command.summary, language))),
    ...command.groups.flatMap(({ title, options }) => [
      "",
      `${set(title, language)}${language === "fr" ? "\u00A0:" : ":"}`,
      ...options.flatMap((option) => optionLines(option, language)),
    ]),
    ...(command.examples.length === 0
      ? []
      : ["", set(TEXT.examples, language), ...command.examples.map((line) => `  ${line}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function optionLines(option: OptionSpec, language: Language): readonly string[] {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  const name = `  ${short}--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`;
  const repeated = option.multiple === true ? ` (${set(TEXT.repeated, language)})` : "";
  const summary = `${set(option.summary, language)}${repeated}`;
  return name.length > OPTION_COLUMN - 2
    ? [name, ...hanging(" ".repeat(OPTION_COLUMN), summary)]
    : hanging(name.padEnd(OPTION_COLUMN), summary);
}

/** Help says its sentences as written in English, where a typewriter's apostrophe is easier to search for. */
function set(text: LocalText, language: Language): string {
  return language === "fr" ? typeset(text.fr, "fr") : text.en;
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
