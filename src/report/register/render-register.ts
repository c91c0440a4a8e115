import { cleanText, type Language, type LocalText } from "../../core/text.ts";
import { CATEGORY_NAMES } from "../../locale/categories.ts";
import { FORM_KIND_NAMES } from "../../locale/form-words.ts";
import { LIKELY_PURPOSES, REGISTER_WORDS, STATUS_WORDS } from "../../locale/register-words.ts";
import { nameOf, say } from "../../locale/say.ts";
import { SENSITIVITY_NAMES } from "../../locale/words.ts";
import { csvLines } from "../cells.ts";
import { escapeMarkdown } from "../markdown-escape.ts";
import { processorRoleName } from "../processor-role.ts";
import type { Recipient, Register, RegisterEntry } from "./register.ts";

export const REGISTER_FORMATS = ["markdown", "csv", "json"] as const;

export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

/** The draft register as a whole document; headed as a draft that a person must complete, also when it is empty. */
export function renderRegister(register: Register, format: RegisterFormat, language: Language): string {
  switch (format) {
    case "markdown":
      return renderMarkdown(register, language);
    case "csv":
      return renderCsv(register, language);
    case "json":
      return renderJson(register, language);
  }
}

type Word = keyof typeof REGISTER_WORDS;

function renderMarkdown(register: Register, language: Language): string {
  const word = (name: Word): string => say(REGISTER_WORDS[name], language, { date: register.seenAt });
  const blocks = [
    `# ${word("title")}`,
    `> **${word("draft")}**`,
    `${word("site")} : ${escapeMarkdown(register.url)}`.replace(" :", language === "fr" ? "\u00A0:" : ":"),
    word("complete"),
    word("unseen"),
    ...(register.entries.length === 0
      ? [word("none")]
      : register.entries.map((entry) => entryBlock(entry, register, language))),
  ];
  if (register.everywhere.length > 0)
    blocks.push(`## ${word("everywhere")}`, recipientTable(register.everywhere, language));
  if (register.declared.length > 0) {
    blocks.push(`## ${word("declared")}`, register.declared.map((name) => `- ${escapeMarkdown(name)}`).join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function entryBlock(entry: RegisterEntry, register: Register, language: Language): string {
  const word = (name: Word): string => say(REGISTER_WORDS[name], language);
  const rows: readonly (readonly [string, string])[] = [
    [word("purpose"), purposeOf(entry, language)],
    [word("data"), categoryNames(entry, language).join(", ")],
    [word("sensitivity"), say(SENSITIVITY_NAMES[entry.sensitivity], language)],
    [word("pages"), entry.pages.join(", ")],
    [word("boxes"), entry.boxes.map((box) => boxText(box, language)).join(" ; ") || "–"],
    [word("recipients"), entry.recipients.map(({ name }) => name).join(", ") || word("yourself")],
    [
      word("policy"),
      entry.recipients.length === 0
        ? "–"
        : entry.recipients.map((recipient) => policyCell(recipient, language)).join(" ; "),
    ],
    [word("present"), entry.onPages.join(", ") || "–"],
    [word("legalBasis"), `*${word("toComplete")}*`],
    [word("retention"), `*${word("toComplete")}*`],
  ];
  const table = rows.map(
    ([name, value]) => `| ${escapeMarkdown(name)} | ${value.startsWith("*") ? value : escapeMarkdown(value)} |`,
  );
  const heading = nameOf(FORM_KIND_NAMES, entry.form, language);
  return [
    `## ${escapeMarkdown(heading.slice(0, 1).toUpperCase() + heading.slice(1))}`,
    "",
    `| ${word("activity")} | ${escapeMarkdown(register.site)} |`,
    "| --- | --- |",
    ...table,
  ].join("\n");
}

function recipientTable(recipients: readonly Recipient[], language: Language): string {
  const word = (name: Word): string => say(REGISTER_WORDS[name], language);
  const lines = recipients.map(
    (recipient) =>
      `| ${[recipient.name, roleName(recipient, language), statusName(recipient, language), recipient.country ?? word("unknown"), policyCell(recipient, language)].map(escapeMarkdown).join(" | ")} |`,
  );
  const header = [word("recipient"), word("role"), word("status"), word("country"), word("policy")].join(" | ");
  return [`| ${header} |`, "| --- | --- | --- | --- | --- |", ...lines].join("\n");
}

/** One line for each form and recipient; a form that stays on the site has one line, and third parties on the pages theirs. */
function renderCsv(register: Register, language: Language): string {
  const word = (name: Word): string => say(REGISTER_WORDS[name], language, { date: register.seenAt });
  const header = (
    [
      "site",
      "activity",
      "purpose",
      "data",
      "sensitivity",
      "pages",
      "boxes",
      "recipient",
      "role",
      "status",
      "country",
      "policy",
      "present",
      "legalBasis",
      "retention",
    ] as const
  ).map(word);
  const lineOf = (entry: RegisterEntry | null, recipient: Recipient | null): readonly string[] =>
    [
      register.site,
      entry === null ? word("everywhere") : nameOf(FORM_KIND_NAMES, entry.form, language),
      entry === null ? "" : purposeOf(entry, language),
      entry === null ? "" : categoryNames(entry, language).join(", "),
      entry === null ? "" : say(SENSITIVITY_NAMES[entry.sensitivity], language),
      entry?.pages.join(" ") ?? "",
      entry?.boxes.map((box) => boxText(box, language)).join(" | ") ?? "",
      recipient?.name ?? word("yourself"),
      recipient === null ? "" : roleName(recipient, language),
      recipient === null ? "" : statusName(recipient, language),
      recipient?.country ?? "",
      recipient === null ? "" : policyCell(recipient, language),
      entry?.onPages.join(", ") ?? "",
      word("toComplete"),
      word("toComplete"),
    ].map((text) => cleanText(text, 2_000));
  const rows = [
    ...register.entries.flatMap((entry) =>
      entry.recipients.length === 0
        ? [lineOf(entry, null)]
        : entry.recipients.map((recipient) => lineOf(entry, recipient)),
    ),
    ...register.everywhere.map((recipient) => lineOf(null, recipient)),
  ];
  // The first line says what this is, in the first cell, where every spreadsheet shows it.
  return csvLines([cleanText(word("draft"), 600)], []) + csvLines(header, rows);
}

function renderJson(register: Register, language: Language): string {
  const word = (name: Word): string => say(REGISTER_WORDS[name], language, { date: register.seenAt });
  const document = {
    schema: "vigie.register/1",
    lang: language,
    draft: word("draft"),
    toComplete: word("complete"),
    ...register,
    entries: register.entries.map((entry) => ({
      ...entry,
      purpose: purposeOf(entry, language),
      recipients: entry.recipients.map(plain),
    })),
    everywhere: register.everywhere.map(plain),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** JSON has no undefined: what could not be compared says so. */
function plain(recipient: Recipient): Record<string, unknown> {
  const policy = recipient.named === undefined ? "not-read" : recipient.named === null ? "not-named" : "named";
  return { ...recipient, named: recipient.named ?? null, policy };
}

function purposeOf(entry: RegisterEntry, language: Language): string {
  return nameOf(LIKELY_PURPOSES, entry.form, language);
}

function categoryNames(entry: RegisterEntry, language: Language): readonly string[] {
  return entry.categories.map((category) => nameOf(CATEGORY_NAMES, category, language));
}

function boxText(box: RegisterEntry["boxes"][number], language: Language): string {
  const state = say(REGISTER_WORDS[box.ticked ? "ticked" : "empty"], language);
  const required = box.required ? `, ${say(REGISTER_WORDS.required, language)}` : "";
  return `${box.wording} (${state}${required})`;
}

function roleName({ role }: Recipient, language: Language): string {
  return role === null ? say(REGISTER_WORDS.unknown, language) : processorRoleName(role, language);
}

function statusName({ status }: Recipient, language: Language): string {
  const text: LocalText | undefined = status === null ? undefined : STATUS_WORDS[status];
  return text === undefined ? say(REGISTER_WORDS.toComplete, language) : say(text, language);
}

function policyCell({ named }: Recipient, language: Language): string {
  if (named === undefined) return say(REGISTER_WORDS.noPolicy, language);
  if (named === null) return say(REGISTER_WORDS.notNamed, language);
  return say(REGISTER_WORDS.quoted, language, { sentence: named });
}
