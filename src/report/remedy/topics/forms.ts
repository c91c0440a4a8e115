import type { LocalText } from "../../../core/text.ts";

/** Changes to forms. */
export const FORM_TOPICS: Readonly<Record<string, LocalText>> = {
  "form-action-https": {
    en: "Let the form send to {to} and not to {from}.",
    fr: "Faites envoyer le formulaire vers {to} et non vers {from}.",
  },
  "form-method-post": {
    en: 'Send the form with method="post": with get, what is typed ends up in addresses, logs and statistics.',
    fr: 'Envoyez le formulaire avec method="post" : avec get, ce qui est saisi se retrouve dans les adresses, les journaux et les statistiques.',
  },
};
