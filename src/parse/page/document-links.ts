import { plainWords } from "./role-links.ts";
import { withoutQuery } from "./resolve.ts";
import type { PageLink } from "./page-model.ts";

/** Kinds of documents and doors that a customer must find. */
export type DocumentKind =
  "privacy" | "legal" | "terms" | "cookie-settings" | "unsubscribe" | "data-officer" | "mailto" | "partners";

const KINDS: readonly { readonly kind: DocumentKind; readonly text: RegExp; readonly href: RegExp | null }[] = [
  {
    kind: "privacy",
    text: /\b(privacy|politique de (confidentialite|protection des donnees)|confidentialite|donnees personnelles|protection des donnees|vie privee|datenschutz\w{0,12}|privacidade?|informativa( sulla)? privacy|privacy(beleid|verklaring|statement))\b/,
    href: /\b(privacy|confidentialite|vie privee|donnees personnelles|rgpd|gdpr|datenschutz\w{0,12}|privacidade?|protection des donnees|informativa|privacy(beleid|verklaring|statement)|persoonsgegevens)\b/,
  },
  {
    kind: "legal",
    text: /\b(mentions legales|informations legales|legal notice|imprint|impressum|aviso legal|note legali|colofon)\b/,
    href: /\b(mentions? legales?|legal notice|impressum|imprint|aviso legal|note legali|colofon)\b/,
  },
  {
    kind: "terms",
    text: /\b(cgv|conditions generales|terms (of|and) \w{3,10}|agb|condiciones generales|condizioni (generali|di vendita)|algemene voorwaarden|termos e condicoes)\b/,
    href: /\b(cgv|conditions generales|terms|agb|condiciones|condizioni|algemene voorwaarden|termos)\b/,
  },
  {
    kind: "cookie-settings",
    text: /\b((gerer|parametrer|parametres|preferences|personnaliser|modifier)( (mes|les|vos|des|de))? (choix )?(cookies|traceurs|consentements?|confidentialite)|(gestion|parametrage) des (cookies|traceurs|consentements?)|cookies? (settings|preferences|einstellungen)|manage cookies|configurar cookies|gestisci cookie|preferenze cookie|cookie ?(instellingen|voorkeuren)|gerir cookies)\b/,
    href: null,
  },
  {
    kind: "unsubscribe",
    text: /\b(se desinscrire|desabonn(er|ement)|desinscription|unsubscribe|opt out|abmelden|darse de baja|disiscri(versi|zione)|afmelden|uitschrijven|cancelar subscricao)\b/,
    href: /\b(unsubscribe|desinscription|desabonnement|opt out)\b/,
  },
  {
    kind: "data-officer",
    text: /\b(dpo|delegue a la protection des donnees|data protection officer|exercer (mes|vos) droits|datenschutzbeauftragte\w{0,3})\b/,
    href: /\b(dpo|rgpd contact)\b/,
  },
  {
    kind: "partners",
    text: /\b(liste (de|des|de nos) partenaires|nos partenaires|list of partners|our partners)\b/,
    href: null,
  },
];

/** The links by which customers find documents and doors, one of each kind and address, at most 60. */
export function documentLinks(links: readonly PageLink[]): readonly (PageLink & { readonly kind: DocumentKind })[] {
  const found = new Map<string, PageLink & { kind: DocumentKind }>();
  for (const link of links) {
    const kind = kindOf(link);
    if (kind === null || found.size >= 60) continue;
    const key = `${kind} ${link.href}`;
    if (!found.has(key)) found.set(key, { ...link, href: withoutQuery(link.href), kind });
  }
  return [...found.values()];
}

/** What a link leads to, by its words and then by its address; null for anything else. */
export function kindOf(link: PageLink): DocumentKind | null {
  if (link.href.startsWith("mailto:")) return "mailto";
  const words = plainWords(link.text);
  const byText = KINDS.find((entry) => entry.text.test(words));
  if (byText !== undefined) return byText.kind;
  const path = plainWords(URL.parse(link.href)?.pathname ?? "");
  return KINDS.find((entry) => entry.href?.test(path) === true)?.kind ?? null;
}
