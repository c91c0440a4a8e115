/**
 * What the documents of a shop must tell, by words in English, French, German, Spanish, Italian and Dutch. Texts are compared
 * in lower case, without accents, every sign one space. Patterns are literals and bounded classes.
 */
export const POLICY_ITEMS: Readonly<Record<string, RegExp>> = {
  controller:
    /\b(responsables? (du|de|des) traitements?|data controller|controller|verantwortlich(er|e stelle)|responsable del tratamiento|titolare del trattamento|verwerkingsverantwoordelijke)\b/,
  purpose:
    /\b(finalites?|purposes?|zwecke?n?|finalidad(es)?|finalita|doeleinden|pour quoi|nous utilisons (vos|ces) donnees|we use your)\b/,
  legal_basis:
    /\b(bases? (legales?|juridiques?)|fondements? (legal|juridique)|legal bas(is|es)|lawful basis|rechtsgrundlagen?|base juridica|base giuridica|rechtsgrond|interet legitime|legitimate interests?)\b/,
  recipients:
    /\b(destinataires?|sous traitants?|prestataires?|recipients?|processors?|service providers?|third parties|empfanger|auftragsverarbeiter|destinatarios|encargados|destinatari|ontvangers|verwerkers)\b/,
  retention:
    /\b(durees? de (la )?conservation|conservees?|conservons|retention|we keep|retain(ed)?|speicherdauer|aufbewahr\w{0,10}|plazo de conservacion|periodo di conservazione|bewaartermijn)\b/,
  rights:
    /\b(droits? (d acces|de rectification|d opposition|a l effacement|a la portabilite)|(droit|droits) d ?acces|exercer vos droits|right (to|of) (access|object|erasure|rectification)|your rights|auskunft\w{0,10}|widerspruch\w{0,10}|derecho de acceso|diritto di accesso|recht op inzage)\b/,
  complaint:
    /\b(cnil|supervisory authority|data protection authority|aufsichtsbehorde|aepd|garante|autoriteit persoonsgegevens|reclamation aupres|lodge a complaint)\b/,
};

/** What a legal notice must tell (in France: article 6 III of the law of 21 June 2004, as amended). */
export const LEGAL_NOTICE_ITEMS: Readonly<Record<string, RegExp>> = {
  address:
    /\b((f )?\d{5} [a-z]{2,}|(rue|avenue|boulevard|place|chemin|route|allee|impasse|zone|quai|street|road|strasse|str|via|calle) [a-z0-9])/,
  registration:
    /\b(siren|siret|rcs|r c s|rm \d|n tva|tva intracommunautaire|numero (unique )?d identification|registration n(umber|o)|company n(umber|o)|vat( number| no| id)?|handelsregister|hrb|ust id\w{0,4}|registro mercantil|nif|cif|p iva|partita iva|kvk|fr ?\d{2} ?\d{9}|\d{3} \d{3} \d{3}( \d{5})?)\b/,
  host: /\b(heberg(e|eur|ement|ee?s?)|hosting|hosted by|web host|gehostet|hoster|alojamiento|alojado|ovh\w{0,5}|o2switch|ionos|infomaniak|gandi|amazon web services|shopify|scaleway)\b/,
  contact: /\b(telephone|tel|phone|e ?mail|courriel|mail|telefon|telefono|contact(er|ez)?)\b/,
};

/** Ways to say no, to object, or to reach who answers for the data. */
export const WITHDRAWAL_WORDS =
  /\b(desinscri\w{0,8}|desabonn\w{0,8}|retirer (votre|son|mon) consentement|retrait du consentement|droit d opposition|exercer (vos|mes|ses) droits|vous opposer|delegue a la protection|dpo|unsubscribe|opt out|withdraw (your )?consent|object to|right to object|data protection officer|abmelden|widerruf\w{0,6}|widersprechen|darse de baja|retirar (el|su) consentimiento|disiscri\w{0,6}|revocare? (il )?consenso)\b/;

/**
 * Characters of a page, its menu and footer included, under which a document holds nothing. A legal notice may be short; a
 * policy that says little is judged by what it says.
 */
export const SHORTEST_DOCUMENT = 160;

/** Lower case, no accents, every sign one space: the form in which documents are searched. */
export function policyText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
