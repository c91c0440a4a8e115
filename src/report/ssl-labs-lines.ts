import type { Report } from "../core/report.ts";
import { SSL_LABS_TEXT as S } from "../locale/ssl-labs-text.ts";
import { say } from "../locale/say.ts";

type Grade = NonNullable<Report["sslLabs"]>[number];

/** The letter of an endpoint; "at best" where a test of SSL Labs' was not made. */
export function sslLabsLetter({ grade, atBest }: Grade, lang: Report["lang"]): string {
  return atBest ? say(S.atBest, lang, { letter: grade }) : grade;
}

/** One line for each letter, with the hosts that have it. */
export function sslLabsLines({ sslLabs = [], lang }: Pick<Report, "sslLabs" | "lang">): readonly string[] {
  const byLetter = Map.groupBy(sslLabs, (one) => sslLabsLetter(one, lang));
  return [...byLetter].map(([letter, grades]) => {
    const hosts = [...new Set(grades.map(({ host, port }) => (port === 443 ? host : `${host}:${String(port)}`)))];
    return say(S.line, lang, { guide: grades[0]?.guide.version ?? "", hosts, letter });
  });
}
