import type { LocalText } from "../core/text.ts";

/** What a scan says on stderr while it works, and why it ends as it does. */
export const PROGRESS_TEXT = {
  lookingAt: { en: "looking at {url}", fr: "examen de {url}" },
  soFar: {
    en: "{requests} {requests|request|requests} and {connections} {connections|connection|connections} so far",
    fr: "{requests} {requests|requête|requêtes} et {connections} {connections|connexion|connexions} jusqu'ici",
  },
  demoOnly: {
    en: "there is no terminal here, so this was the demo shop; to scan a site: vigie scan URL (npm start -- scan URL), for the rest: vigie --help",
    fr: "il n'y a pas de terminal ici : c'était la boutique de démonstration ; pour analyser un site : vigie scan URL (npm start -- scan URL), pour le reste : vigie --help",
  },
  leadsElsewhere: {
    en: "{url} leads to another site, which was not looked at; to scan it: vigie scan {other}",
    fr: "{url} mène à un autre site, qui n'a pas été examiné ; pour l'analyser : vigie scan {other}",
  },
  findingsAtGate: {
    en: "{count} {count|finding|findings} at {severity} or above",
    fr: "{count} {count|constat|constats} de gravité {severity} ou plus",
  },
  underScore: { en: "the score {total} is under {minimum}", fr: "le score {total} est inférieur à {minimum}" },
  cutOff: {
    en: "the scan was cut off before its end; what is known is in the report",
    fr: "l'analyse a été arrêtée avant sa fin ; ce qui est connu figure dans le rapport",
  },
  sitesNotAssessed: {
    en: "{count} of {all} sites could not be assessed: {names}",
    fr: "{count} {count|site|sites} sur {all} n'{count|a|ont} pas pu être {count|évalué|évalués} : {names}",
  },
  sitesAtGate: {
    en: "{count} of {all} sites {count|does|do} not pass the gate: {names}",
    fr: "{count} {count|site|sites} sur {all} ne {count|franchit|franchissent} pas le seuil : {names}",
  },
  notAssessed: { en: "could not be assessed: {areas}", fr: "n'a pas pu être évalué : {areas}" },
  waiverExpired: {
    en: "the waiver for {check} expired on {expires}",
    fr: "la dérogation pour {check} est échue depuis le {expires}",
  },
  waiverTooLong: {
    en: "{check} is critical; a waiver of it holds for {days} days at most",
    fr: "{check} est critique ; une dérogation y vaut {days} jours au plus",
  },
  waiverUnused: {
    en: "the waiver for {check} matched no finding",
    fr: "la dérogation pour {check} ne correspond à aucun constat",
  },
} as const satisfies Readonly<Record<string, LocalText>>;
