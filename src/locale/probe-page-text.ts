import type { LocalText } from "../core/text.ts";

/** Words of the pages of `vigie probe hosts` and `vigie probe dns`: for engineers, so terms of the trade stay as they are. */
export const HOSTS_PAGE_TEXT = {
  counts: {
    en: "{tried} {tried|port|ports} tried: {open} open, {closed} closed, {filtered} filtered",
    fr: "{tried} {tried|port essayé|ports essayés} : {open} {open|ouvert|ouverts}, {closed} {closed|fermé|fermés}, {filtered} {filtered|filtré|filtrés}",
  },
  connections: {
    en: "{connections} {connections|connection|connections} in all",
    fr: "{connections} {connections|connexion|connexions} en tout",
  },
  names: { en: "also {names}", fr: "aussi {names}" },
  front: {
    en: "An address of {front}, which is not the merchant's: left alone.",
    fr: "Une adresse de {front}, qui n'est pas celle du marchand : non examinée.",
  },
  everything: {
    en: "It accepts connections on every port: an open port proves nothing here.",
    fr: "Elle accepte les connexions sur tous les ports : un port ouvert n'y prouve rien.",
  },
  open: { en: "Open", fr: "Ouverts" },
  closed: { en: "Closed", fr: "Fermés" },
  filtered: { en: "Filtered (no answer)", fr: "Filtrés (aucune réponse)" },
  unknown: { en: "does not say what it is", fr: "ne dit pas ce que c'est" },
  inTls: { en: "inside TLS", fr: "dans TLS" },
  holds: { en: "usually holds {what}", fr: "contient d'ordinaire {what}" },
  usual: { en: "looked for: {why}", fr: "recherché : {why}" },
  kex: { en: "key exchange", fr: "échange de clés" },
  hostKeys: { en: "host keys", fr: "clés d'hôte" },
  ciphers: { en: "ciphers", fr: "chiffrements" },
  macs: { en: "MACs", fr: "MAC" },
  starttls: { en: "STARTTLS", fr: "STARTTLS" },
  plainLogin: { en: "password before TLS", fr: "mot de passe avant TLS" },
  capabilities: { en: "capabilities", fr: "capacités" },
  yes: { en: "yes", fr: "oui" },
  no: { en: "no", fr: "non" },
  notKnown: { en: "not known", fr: "inconnu" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** How a service receives a stranger. */
export const ACCESS_NAMES: Readonly<Record<"open" | "protected" | "refuses-us" | "greets", LocalText>> = {
  open: { en: "answers anybody, without a password", fr: "répond à n'importe qui, sans mot de passe" },
  protected: { en: "asks for a password", fr: "demande un mot de passe" },
  "refuses-us": { en: "turns strangers away", fr: "éconduit les inconnus" },
  greets: { en: "introduces itself to anybody", fr: "se présente à n'importe qui" },
};

/** Further facts of a service, by their names in the evidence. */
export const FACT_NAMES: Readonly<Record<string, LocalText>> = {
  tls: { en: "TLS", fr: "TLS" },
  authTls: { en: "AUTH TLS", fr: "AUTH TLS" },
  networkLevelAuthentication: { en: "login before the screen (NLA)", fr: "connexion avant l'écran (NLA)" },
  version: { en: "version", fr: "version" },
  status: { en: "status", fr: "statut" },
  title: { en: "title", fr: "titre" },
  location: { en: "leads to", fr: "mène à" },
};

/** What such facts say. */
export const FACT_VALUES: Readonly<Record<string, LocalText>> = {
  yes: { en: "yes", fr: "oui" },
  no: { en: "no", fr: "non" },
  unknown: { en: "not known", fr: "inconnu" },
  offered: { en: "offered", fr: "proposé" },
  refused: { en: "refused", fr: "refusé" },
  "2 or later": { en: "2 or later", fr: "2 ou plus récente" },
};

export const DNS_PAGE_TEXT = {
  asked: {
    en: "{queries} {queries|question|questions} to the resolver ({resolver})",
    fr: "{queries} {queries|question|questions} au résolveur ({resolver})",
  },
  dishonest: {
    en: "The resolver answers for names that cannot exist: its answers prove no absence.",
    fr: "Le résolveur répond pour des noms qui ne peuvent pas exister : ses réponses ne prouvent aucune absence.",
  },
  wildcard: {
    en: "The zone answers for names that nobody made (wildcard).",
    fr: "La zone répond pour des noms que personne n'a créés (joker).",
  },
  records: { en: "Records", fr: "Enregistrements" },
  without: { en: "No record", fr: "Sans enregistrement" },
  failed: { en: "Not answered", fr: "Sans réponse" },
  more: { en: "{total} in all", fr: "{total} en tout" },
  through: { en: "through {names}", fr: "par {names}" },
  policy: { en: "MTA-STS policy", fr: "Politique MTA-STS" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** What is known of the signatures of a zone. */
export const DNSSEC_NAMES: Readonly<Record<"validated" | "signed" | "bogus" | "unsigned" | "unknown", LocalText>> = {
  validated: { en: "signed, and the resolver checked it", fr: "signée, et vérifiée par le résolveur" },
  signed: { en: "signed, not checked by this resolver", fr: "signée, non vérifiée par ce résolveur" },
  bogus: { en: "signed, and the signatures do not hold", fr: "signée, mais les signatures ne sont pas valables" },
  unsigned: { en: "not signed", fr: "non signée" },
  unknown: { en: "not known", fr: "inconnu" },
};

/** Why a question brought no records. */
export const LOOKUP_NAMES: Readonly<Record<string, LocalText>> = {
  "no-data": { en: "no such record", fr: "pas d'enregistrement de ce type" },
  "no-name": { en: "no such name", fr: "ce nom n'existe pas" },
  "server-failure": { en: "the name server failed", fr: "panne du serveur de noms" },
  refused: { en: "refused", fr: "refusé" },
  timeout: { en: "no answer in time", fr: "pas de réponse à temps" },
  malformed: { en: "an answer that cannot be read", fr: "réponse illisible" },
  "cname-loop": { en: "the alias goes round in circles", fr: "l'alias tourne en rond" },
};
