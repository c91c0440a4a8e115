import type { ReactElement } from "react";
import type { Evidence, SectionValue } from "../../core/evidence/evidence.ts";
import { cleanText, formatDate, type Language } from "../../core/text.ts";
import { CATEGORY_NAMES } from "../../locale/categories.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { nameOf, say } from "../../locale/say.ts";
import { PAGE_ROLE_NAMES } from "../../locale/words.ts";
import { processorRoleName } from "../processor-role.ts";
import { CertificateCalendar } from "./shapes.tsx";
import { DataTable } from "./table.tsx";

type Page = SectionValue<"pages">["pages"][number];
type Form = Page["forms"][number];

interface InventoryProps {
  readonly evidence: Evidence;
  readonly language: Language;
}

/** Which certificates were shown, until when, by whom (PCI DSS 4.2.1.1). */
export function Certificates({ evidence, language }: InventoryProps): ReactElement | null {
  const { tls } = evidence.sections;
  if (tls.state !== "collected") return null;
  const shown = tls.value.endpoints.flatMap((endpoint) =>
    endpoint.certificates.map((certificate) => ({ endpoint, certificate })),
  );
  const unique = shown.filter(
    ({ certificate, endpoint }, index) =>
      shown.findIndex(
        (other) => other.certificate.sha256 === certificate.sha256 && other.endpoint.host === endpoint.host,
      ) === index,
  );
  if (unique.length === 0) return null;
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{say(H.certificates, language)}</h2>
      <CertificateCalendar
        at={evidence.finishedAt}
        language={language}
        entries={unique.slice(0, 30).map(({ endpoint, certificate }) => ({
          name: cleanText(`${endpoint.host}:${String(endpoint.port)}`, 60),
          notBefore: certificate.notBefore,
          notAfter: certificate.notAfter,
        }))}
      />
      <DataTable
        head={[H.host, H.validUntil, H.issuer, H.key, H.names, H.trusted].map((text) => say(text, language))}
        rows={unique
          .slice(0, 200)
          .map(({ endpoint, certificate }) => [
            cleanText(`${endpoint.host}:${String(endpoint.port)}`, 80),
            formatDate(certificate.notAfter, language),
            cleanText(certificate.issuer, 120),
            [certificate.keyType, certificate.keyCurve ?? certificate.keyBits ?? ""].join(" ").trim(),
            cleanText(certificate.subjectAltNames.slice(0, 6).join(", "), 200),
            say(certificate.trust.trusted && certificate.hostMatches !== false ? H.yes : H.no, language),
          ])}
      />
    </section>
  );
}

/** Who receives data of the visitors, in the merchant's words. */
export function ThirdParties({ evidence, language }: InventoryProps): ReactElement | null {
  const { pages } = evidence.sections;
  if (pages.state !== "collected") return null;
  const byDomain = new Map<string, { readonly first: Page["thirdParties"][number]; roles: Set<Page["role"]> }>();
  for (const page of pages.value.pages) {
    for (const third of page.thirdParties) {
      const known = byDomain.get(third.host) ?? { first: third, roles: new Set() };
      known.roles.add(page.role);
      byDomain.set(third.host, known);
    }
  }
  return (
    <section aria-labelledby="third-parties">
      <h2 id="third-parties">{say(H.thirdParties, language)}</h2>
      <p>{say(H.thirdPartiesLead, language)}</p>
      {byDomain.size === 0 ? (
        <p className="note">{say(H.noThirdParties, language)}</p>
      ) : (
        <DataTable
          head={[H.company, H.role, H.country, H.host, T.pages, H.via, H.beforeConsent].map((text) =>
            say(text, language),
          )}
          rows={[...byDomain.values()]
            .slice(0, 300)
            .map(({ first, roles }) => [
              first.processor ?? say(H.unknownCompany, language),
              first.role === undefined ? "" : processorRoleName(first.role, language),
              countryName(first.country, language),
              <code key="host">{cleanText(first.host, 120)}</code>,
              roleList([...roles], language),
              first.via.join(", "),
              say(first.beforeConsent ? H.yes : H.no, language),
            ])}
        />
      )}
    </section>
  );
}

function roleList(roles: readonly Page["role"][], language: Language): string {
  const names = roles
    .slice(0, 3)
    .map((role) => say(PAGE_ROLE_NAMES[role], language))
    .join(", ");
  return roles.length > 3 ? `${names} ${say(T.more, language, { count: roles.length - 3 })}` : names;
}

function countryName(code: string | undefined, language: Language): string {
  if (code === undefined || !/^[A-Z]{2}$/.test(code)) return code === undefined ? "" : cleanText(code, 40);
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

/** One line for each form that takes personal data: which data, where to, over which channel. */
export function Forms({ evidence, language }: InventoryProps): ReactElement | null {
  const { pages } = evidence.sections;
  if (pages.state !== "collected") return null;
  const rows = pages.value.pages.flatMap((page) =>
    page.forms.flatMap((form) => {
      const categories = [...new Set(form.fields.flatMap(({ category }) => category ?? []))];
      if (categories.length === 0) return [];
      const data = categories.map((category) => nameOf(CATEGORY_NAMES, category, language)).join(", ");
      return [
        [
          `${say(PAGE_ROLE_NAMES[page.role], language)} — ${cleanText(pathOf(page.url), 80)}`,
          data,
          <code key="to">{cleanText(form.action ?? "", 200)}</code>,
          channelOf(form, page.url, language),
        ] as const,
      ];
    }),
  );
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{say(H.forms, language)}</h2>
      {rows.length === 0 ? (
        <p className="note">{say(H.noForms, language)}</p>
      ) : (
        <DataTable
          head={[T.page, H.data, H.destination, H.channel].map((text) => say(text, language))}
          rows={rows.slice(0, 300)}
        />
      )}
    </section>
  );
}

function channelOf(form: Form, pageUrl: string, language: Language): string {
  const action = form.action ?? pageUrl;
  const channel = action.startsWith("https:")
    ? say(H.encrypted, language)
    : action.startsWith("http:")
      ? say(H.clear, language)
      : say(H.unknownChannel, language);
  const method = form.method === "none" ? "" : `${form.method.toUpperCase()}, `;
  return `${method}${channel}${form.scripted ? `, ${say(H.scripted, language)}` : ""}`;
}

/** The path of an address, without the query, which may hold somebody's data. */
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : (url.split("?", 1)[0] ?? "");
}
