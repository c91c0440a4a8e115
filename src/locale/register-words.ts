import type { LocalText } from "../core/text.ts";

/** The words of the draft register. */
export const REGISTER_WORDS = {
  title: { en: "Record of processing activities: draft", fr: "Registre des activités de traitement : projet" },
  draft: {
    en: "A draft from what was seen from outside on {date:date}. It is no record in the sense of article 30 of the GDPR before a person has completed and checked it.",
    fr: "Projet établi d'après ce qui a été vu de l'extérieur le {date:date}. Ce n'est pas un registre au sens de l'article 30 du RGPD tant qu'une personne ne l'a pas complété et vérifié.",
  },
  complete: {
    en: "To complete for each activity: the controller and his contact, the legal basis, how long data are kept, the security measures, transfers outside the European Union.",
    fr: "À compléter pour chaque activité : le responsable du traitement et son contact, la base légale, la durée de conservation, les mesures de sécurité, les transferts hors de l'Union européenne.",
  },
  unseen: {
    en: "What happens behind a login, in the back office, by telephone or on paper is not in this draft.",
    fr: "Ce qui se passe derrière une connexion, dans l'administration de la boutique, par téléphone ou sur papier ne figure pas dans ce projet.",
  },
  site: { en: "Site", fr: "Site" },
  activity: { en: "Activity", fr: "Activité" },
  purpose: { en: "Likely purpose", fr: "Finalité probable" },
  data: { en: "Data", fr: "Données" },
  sensitivity: { en: "Sensitivity", fr: "Sensibilité" },
  recipients: { en: "Recipients", fr: "Destinataires" },
  recipient: { en: "Recipient", fr: "Destinataire" },
  role: { en: "Role", fr: "Rôle" },
  status: { en: "Capacity", fr: "Qualité" },
  country: { en: "Seat (to verify)", fr: "Siège (à vérifier)" },
  policy: { en: "In the privacy policy", fr: "Dans la politique de confidentialité" },
  pages: { en: "Pages", fr: "Pages" },
  boxes: { en: "Consent boxes", fr: "Cases de consentement" },
  legalBasis: { en: "Legal basis", fr: "Base légale" },
  retention: { en: "Kept for", fr: "Durée de conservation" },
  toComplete: { en: "to complete", fr: "à compléter" },
  notNamed: { en: "not named", fr: "non nommé" },
  noPolicy: { en: "no policy could be read", fr: "aucune politique n'a pu être lue" },
  yourself: { en: "your own site", fr: "votre propre site" },
  unknown: { en: "unknown", fr: "inconnu" },
  everywhere: { en: "Third parties on the pages", fr: "Tiers présents sur les pages" },
  declared: { en: "Your own list of processors", fr: "Votre propre liste de sous-traitants" },
  present: { en: "Third parties on these pages", fr: "Tiers présents sur ces pages" },
  quoted: { en: "“{sentence}”", fr: "« {sentence} »" },
  none: { en: "No form with personal data was seen.", fr: "Aucun formulaire avec données personnelles n'a été vu." },
  ticked: { en: "ticked beforehand", fr: "pré-cochée" },
  empty: { en: "empty", fr: "non cochée" },
  required: { en: "required", fr: "obligatoire" },
} as const satisfies Record<string, LocalText>;

/** What a form of a kind is probably for; the merchant knows. */
export const LIKELY_PURPOSES: Readonly<Record<string, LocalText>> = {
  login: { en: "access to the customer account", fr: "accès au compte client" },
  account: { en: "management of customer accounts", fr: "gestion des comptes clients" },
  password_reset: { en: "recovery of access to the account", fr: "récupération de l'accès au compte" },
  verification: { en: "verification of identity at log-in", fr: "vérification de l'identité à la connexion" },
  checkout: { en: "orders, payment and delivery", fr: "commandes, paiement et livraison" },
  address: { en: "delivery and billing addresses", fr: "adresses de livraison et de facturation" },
  newsletter: { en: "direct marketing by e-mail", fr: "prospection commerciale par e-mail" },
  contact: { en: "answering questions of customers", fr: "réponse aux demandes des clients" },
  order_tracking: { en: "tracking of orders", fr: "suivi des commandes" },
  review: { en: "collection of customer reviews", fr: "recueil des avis clients" },
  store_locator: { en: "finding a shop", fr: "recherche d'un magasin" },
  coupon: { en: "discounts", fr: "remises" },
  search: { en: "search", fr: "recherche" },
  other: { en: "to complete", fr: "à compléter" },
};

/** The capacity in which a recipient usually acts. */
export const STATUS_WORDS: Readonly<Record<string, LocalText>> = {
  processor: { en: "processor", fr: "sous-traitant" },
  controller: { en: "controller", fr: "responsable du traitement" },
  "joint-or-controller": { en: "controller, perhaps jointly", fr: "responsable du traitement, parfois conjoint" },
  "processor-or-controller": { en: "processor or controller", fr: "sous-traitant ou responsable du traitement" },
};
