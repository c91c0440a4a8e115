import type { Language, LocalText } from "../core/text.ts";
import { say } from "./say.ts";

/** Why the severity of a finding was moved from the usual one of its outcome, by code. */
const SHIFTS: Readonly<Record<string, LocalText>> = {
  "personal-data": {
    en: "More severe because personal data pass here.",
    fr: "Gravité relevée : des données personnelles passent par là.",
  },
  "bank-data": {
    en: "More severe because bank or card details pass here.",
    fr: "Gravité relevée : des coordonnées bancaires passent par là.",
  },
  credentials: {
    en: "More severe because passwords pass here.",
    fr: "Gravité relevée : des mots de passe passent par là.",
  },
  "special-data": {
    en: "More severe because data of a special category pass here.",
    fr: "Gravité relevée : des données sensibles passent par là.",
  },
  session: {
    en: "More severe because it concerns a customer's session.",
    fr: "Gravité relevée : la session d'un client est en jeu.",
  },
  hsts: {
    en: "Less severe because HSTS keeps browsers on https.",
    fr: "Gravité abaissée : HSTS maintient les navigateurs en https.",
  },
  "upgrade-insecure-requests": {
    en: "Less severe because the page tells browsers to use https instead.",
    fr: "Gravité abaissée : la page demande aux navigateurs d'utiliser https.",
  },
  "search-form": {
    en: "Less severe because only a search goes through this form.",
    fr: "Gravité abaissée : seule une recherche passe par ce formulaire.",
  },
  "login-in-clear": {
    en: "More severe because the login goes over plain http.",
    fr: "Gravité relevée : la connexion passe en http, sans chiffrement.",
  },
  "empty-listing": {
    en: "Less severe because the listing is empty.",
    fr: "Gravité abaissée : le listage est vide.",
  },
  "consent-mode": {
    en: "Less severe because the page tells the tags that consent is denied until the visitor agrees.",
    fr: "Gravité abaissée : la page indique aux balises que le consentement est refusé tant que le visiteur n'a pas accepté.",
  },
  "masked-fields": {
    en: "Less severe because the fields are marked to be masked.",
    fr: "Gravité abaissée : les champs sont marqués pour être masqués.",
  },
  inferred: {
    en: "Less severe because it is inferred and was not seen directly.",
    fr: "Gravité abaissée : ceci est déduit et n'a pas été vu directement.",
  },
};

/** Every code that has a sentence of its own. */
export const SHIFT_CODES: readonly string[] = Object.keys(SHIFTS);

const UNKNOWN: LocalText = { en: "Severity adjusted: {code}.", fr: "Gravité ajustée : {code}." };

/** Why a severity was moved, in a sentence. */
export function shiftText(code: string, language: Language): string {
  const known = Object.hasOwn(SHIFTS, code) ? SHIFTS[code] : undefined;
  return known === undefined ? say(UNKNOWN, language, { code: code.replaceAll(/[-_]/g, " ") }) : say(known, language);
}
