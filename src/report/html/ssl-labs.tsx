import type { ReactElement } from "react";
import type { Report } from "../../core/report.ts";
import type { LocalText } from "../../core/text.ts";
import { nameOf, say } from "../../locale/say.ts";
import { SSL_LABS_REASONS, SSL_LABS_TESTS, SSL_LABS_TEXT as S } from "../../locale/ssl-labs-text.ts";
import { sslLabsLetter } from "../ssl-labs-lines.ts";
import { DataTable } from "./table.tsx";

/** The grade that SSL Labs' rules give, with what holds it down and what was not tested: it stands beside our own score. */
export function SslLabs({ report }: { readonly report: Report }): ReactElement | null {
  const { lang, sslLabs = [] } = report;
  const [first] = sslLabs;
  if (first === undefined) return null;
  const list = (table: Readonly<Record<string, LocalText>>, codes: readonly string[]): string =>
    codes.length === 0 ? say(S.nothing, lang) : codes.map((code) => nameOf(table, code, lang)).join(", ");
  return (
    <>
      <h3>{say(S.heading, lang)}</h3>
      <p>{say(S.lead, lang, { guide: first.guide.version, date: first.guide.date })}</p>
      <DataTable
        head={[S.host, S.grade, S.parts, S.reasons, S.notTested].map((text) => say(text, lang))}
        rows={sslLabs.map((one) => [
          `${one.host}:${String(one.port)}${one.ip === "" ? "" : ` (${one.ip})`}`,
          <strong key="grade">{sslLabsLetter(one, lang)}</strong>,
          `${String(one.score.protocol)} · ${String(one.score.keyExchange)} · ${String(one.score.cipher)}`,
          list(SSL_LABS_REASONS, one.reasons),
          list(SSL_LABS_TESTS, one.notTested),
        ])}
      />
    </>
  );
}
