import type { LocalText } from "../../../core/text.ts";
import { ADVICE } from "../../../data/exposures/advice.ts";

/** What to do about an exposed path: the catalogue's own advice, and what follows a leak. */
export const EXPOSURE_TOPICS: Readonly<Record<string, LocalText>> = {
  ...ADVICE,
  "exposed-credentials": {
    en: "Change every password, token and key that the file held: database, mail, payment provider, hosting. Begin with those that reach customers' data.",
    fr: "Changez chaque mot de passe, jeton et clé que contenait le fichier : base de données, messagerie, prestataire de paiement, hébergement. Commencez par ceux qui donnent accès aux données de vos clients.",
  },
  "assess-notification": {
    en: "Look in the access log who has read it, write down what was readable and since when, and decide within 72 hours of knowing whether the CNIL must be told (GDPR, article 33) and the customers too (article 34).",
    fr: "Cherchez dans le journal d'accès qui l'a lu, notez ce qui était lisible et depuis quand, et décidez dans les 72 heures de la découverte s'il faut prévenir la CNIL (RGPD, article 33) et les clients (article 34).",
  },
};
