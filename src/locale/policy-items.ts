import type { LocalText } from "../core/text.ts";

/** What a document must tell, by the item ids of the document checks. */
export const POLICY_ITEM_NAMES: Readonly<Record<string, LocalText>> = {
  controller: { en: "who is responsible", fr: "le responsable du traitement" },
  purpose: { en: "the purposes", fr: "les finalités" },
  legal_basis: { en: "the legal basis", fr: "la base légale" },
  recipients: { en: "the recipients", fr: "les destinataires" },
  retention: { en: "how long data are kept", fr: "la durée de conservation" },
  rights: { en: "the customer's rights", fr: "les droits des personnes" },
  complaint: { en: "the right to complain to the authority", fr: "le droit de réclamation auprès de la CNIL" },
  contact: { en: "a contact for these questions", fr: "un contact pour exercer ces droits" },
  transfers: { en: "transfers outside the European Union", fr: "les transferts hors de l'Union européenne" },
  publisher: { en: "the name of the publisher", fr: "le nom de l'éditeur" },
  address: { en: "a postal address", fr: "une adresse postale" },
  registration: { en: "the registration number (SIREN)", fr: "le numéro SIREN ou RCS" },
  host: { en: "the web host", fr: "l'hébergeur" },
};
