import type { Report, ReportFinding } from "../core/report.ts";
import { severityRank } from "../core/severity.ts";
import type { Language, LocalText } from "../core/text.ts";
import { say } from "../locale/say.ts";

export type Incident = NonNullable<Report["incident"]>;

const STAKES = ["customer-data", "credentials"] as const;

type Stake = (typeof STAKES)[number];

/** Leaks named on the card; the findings hold all of them. */
const MOST_LEAKS = 5;

/**
 * The card for a confirmed leak of customers' data or of credentials: what to do now, in order, and whom to call. Null where
 * nothing of the kind was found. A waiver does not take it away: a leak stays one.
 */
export function incidentOf(findings: readonly ReportFinding[], language: Language): Incident | null {
  const leaks = findings.filter((finding) => stakeOf(finding) !== null && severityRank(finding.severity) >= SERIOUS);
  if (leaks.length === 0) return null;
  const stakes = STAKES.filter((stake) => leaks.some((leak) => stakeOf(leak) === stake));
  return {
    stakes,
    title: say(TITLE, language),
    lead: say(stakes.includes("customer-data") ? LEAD_CUSTOMERS : LEAD_CREDENTIALS, language),
    leaks: leaks.slice(0, MOST_LEAKS).map(({ fingerprint, subject, message }) => ({ fingerprint, subject, message })),
    steps: STEPS.map(({ title, text }) => ({ title: say(title, language), text: say(text, language) })),
    doors: DOORS.map(({ name, text, url }) => ({ name, text: say(text, language), url })),
  };
}

const SERIOUS = severityRank("high");

function stakeOf({ area, observed }: ReportFinding): Stake | null {
  const stake = area === "exposure" ? observed["stake"] : undefined;
  return STAKES.find((known) => known === stake) ?? null;
}

const TITLE: LocalText = { en: "What to do now", fr: "Que faire maintenant" };

const LEAD_CUSTOMERS: LocalText = {
  en: "Customers' data can be read by anyone. From the moment you know it, the 72 hours of article 33 of the GDPR are running.",
  fr: "Des données de vos clients sont lisibles par tous. Dès l'instant où vous le savez, le délai de 72 heures de l'article 33 du RGPD court.",
};

const LEAD_CREDENTIALS: LocalText = {
  en: "Passwords or keys can be read by anyone. If they open customers' data, the 72 hours of article 33 of the GDPR are running from the moment you know it.",
  fr: "Des mots de passe ou des clés sont lisibles par tous. S'ils ouvrent l'accès aux données de vos clients, le délai de 72 heures de l'article 33 du RGPD court dès que vous le savez.",
};

/** In the order in which they matter: what closes, what proves, what changes, what is decided, what is told. */
const STEPS: readonly { readonly title: LocalText; readonly text: LocalText }[] = [
  {
    title: { en: "Close it", fr: "Fermez l'accès" },
    text: {
      en: "Refuse the address in the server's settings first; that takes a minute. Only then move or delete the file.",
      fr: "Interdisez d'abord l'adresse dans la configuration du serveur : cela prend une minute. Déplacez ou supprimez le fichier ensuite seulement.",
    },
  },
  {
    title: { en: "Keep the logs", fr: "Conservez les journaux" },
    text: {
      en: "Copy the access logs of the web server and of the CDN today, before they are rotated: they say who has read what, and since when.",
      fr: "Copiez dès aujourd'hui les journaux d'accès du serveur web et du CDN, avant leur rotation : ils disent qui a lu quoi, et depuis quand.",
    },
  },
  {
    title: { en: "Replace what was readable", fr: "Remplacez ce qui était lisible" },
    text: {
      en: "Change every password, key and token in the file, and end open sessions. Replace the keys of the payment provider first, then the database, mail and hosting.",
      fr: "Changez chaque mot de passe, clé et jeton du fichier, et fermez les sessions ouvertes. Commencez par les clés du prestataire de paiement, puis la base de données, la messagerie et l'hébergement.",
    },
  },
  {
    title: { en: "Write it down", fr: "Consignez les faits" },
    text: {
      en: "What was readable, of how many people, since when, what you did. This record is due even where nobody has to be told (GDPR, article 33, paragraph 5).",
      fr: "Ce qui était lisible, pour combien de personnes, depuis quand, ce que vous avez fait. Cette trace est due même si personne n'est à prévenir (RGPD, article 33, paragraphe 5).",
    },
  },
  {
    title: { en: "Assess whether to notify", fr: "Évaluez s'il faut notifier" },
    text: {
      en: "If a risk for the people concerned is likely, notify the CNIL within 72 hours; what is not known yet can follow. If the risk is high, tell the customers too, in plain words (GDPR, articles 33 and 34).",
      fr: "Si un risque pour les personnes concernées est probable, notifiez la CNIL sous 72 heures ; ce qui n'est pas encore connu peut suivre. Si le risque est élevé, prévenez aussi vos clients, en termes simples (RGPD, articles 33 et 34).",
    },
  },
];

const DOORS: readonly { readonly name: string; readonly text: LocalText; readonly url: string }[] = [
  {
    name: "CNIL",
    text: { en: "Notification of a personal data breach", fr: "Notifier une violation de données personnelles" },
    url: "https://www.cnil.fr/fr/notifier-une-violation-de-donnees-personnelles",
  },
  {
    name: "ANSSI",
    text: {
      en: "French national cybersecurity agency: what to do in an incident",
      fr: "Agence nationale de la sécurité des systèmes d'information : que faire en cas d'incident",
    },
    url: "https://cyber.gouv.fr/",
  },
  {
    name: "17Cyber",
    text: {
      en: "Help for victims, with the police and Cybermalveillance.gouv.fr, day and night",
      fr: "Assistance aux victimes, avec la police et Cybermalveillance.gouv.fr, jour et nuit",
    },
    url: "https://17cyber.gouv.fr/",
  },
];
