/** Text that stays text: every character that Markdown, HTML or a mention reads is escaped, and it keeps to one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`)
    .replaceAll(/(^|\s)@(?=\w)/g, "$1&#64;")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");
}
