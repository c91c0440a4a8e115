import type { SectionValue } from "../core/evidence/evidence.ts";
import { cleanText, type Language, type LocalText, type Parameters } from "../core/text.ts";
import { DNS_PAGE_TEXT as T, DNSSEC_NAMES, LOOKUP_NAMES } from "../locale/probe-page-text.ts";
import { nameOf, say } from "../locale/say.ts";
import { hanging, padEnd } from "./text/layout.ts";
import { paintOf, type PaintOptions } from "./text/paint.ts";

type Dns = SectionValue<"dns">;
type Lookup = Dns["lookups"][number];

/** Lines of a policy file that are shown. */
const POLICY_LINES = 20;

/** The dns section as a page: what the resolver said to each question, the answers first, and the MTA-STS file. */
export function renderDnsPage(value: Dns, lang: Language, options: PaintOptions): string {
  const paint = paintOf({ ...options, columns: options.columns ?? 100 });
  const tell = (text: LocalText, parameters: Parameters = {}): string => say(text, lang, parameters);
  const row = (lookup: Lookup, text: string): readonly string[] =>
    hanging(
      `  ${padEnd(cleanText(lookup.name, 80), 34)} ${padEnd(lookup.type, 6)} `,
      cleanText(text, 1000),
      paint.columns,
    );
  const through = ({ via }: Lookup): string => (via.length === 0 ? "" : ` (${tell(T.through, { names: via })})`);
  const reason = (lookup: Lookup): string => `${nameOf(LOOKUP_NAMES, lookup.status, lang)}${through(lookup)}`;

  const answered = value.lookups.filter(({ status }) => status === "answer");
  const absent = value.lookups.filter(({ status }) => status === "no-data" || status === "no-name");
  const failed = value.lookups.filter((lookup) => !answered.includes(lookup) && !absent.includes(lookup));
  const records = answered.flatMap((lookup) => {
    const owner = lookup.via.at(-1) ?? lookup.name;
    const data = value.records
      .filter(({ name, type }) => name === owner && type === lookup.type)
      .map((one) => one.data);
    const cut = lookup.total > data.length ? [tell(T.more, { total: lookup.total })] : [];
    return [...data, ...cut].flatMap((text, index) =>
      row(index === 0 ? lookup : { ...lookup, name: "", type: "" }, `${text}${index === 0 ? through(lookup) : ""}`),
    );
  });
  const blocks = [
    [
      paint.style("bold", cleanText(value.domain)),
      tell(T.asked, { queries: value.queries, resolver: value.resolver }),
      `DNSSEC${lang === "fr" ? "\u00a0" : ""}: ${tell(DNSSEC_NAMES[value.dnssec])}`,
      ...(value.resolverHonest === false ? [tell(T.dishonest)] : []),
      ...(value.wildcard === true ? [tell(T.wildcard)] : []),
    ],
    titled(tell(T.records), records),
    titled(
      tell(T.without),
      absent.flatMap((lookup) => row(lookup, reason(lookup))),
    ),
    titled(
      tell(T.failed),
      failed.flatMap((lookup) => row(lookup, reason(lookup))),
    ),
    value.mtaSts === null ? [] : titled(`${tell(T.policy)}  ${cleanText(value.mtaSts.url)}`, policyLines(value.mtaSts)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function policyLines(file: NonNullable<Dns["mtaSts"]>): readonly string[] {
  const outcome = file.error ?? file.certificateError ?? String(file.status ?? "");
  const lines = file.text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return [outcome, ...lines.slice(0, POLICY_LINES)].map((line) => `  ${cleanText(line, 200)}`);
}
