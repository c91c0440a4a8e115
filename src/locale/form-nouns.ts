import type { LocalText } from "../core/text.ts";

/** What a form is for, as the middle of a sentence: "the {form}", « le {form} ». */
export const FORM_NOUNS: Readonly<Record<string, LocalText>> = {
  login: { en: "login form", fr: "formulaire de connexion" },
  account: { en: "account form", fr: "formulaire de compte client" },
  newsletter: { en: "newsletter form", fr: "formulaire d'inscription à la lettre d'information" },
  checkout: { en: "order form", fr: "formulaire de commande" },
  contact: { en: "contact form", fr: "formulaire de contact" },
  address: { en: "address form", fr: "formulaire d'adresse" },
  verification: { en: "verification form", fr: "formulaire de vérification" },
  review: { en: "review form", fr: "formulaire d'avis" },
  store_locator: { en: "shop finder", fr: "formulaire de recherche de magasin" },
  coupon: { en: "voucher form", fr: "formulaire de code promo" },
  search: { en: "search form", fr: "formulaire de recherche" },
  password_reset: { en: "password reset form", fr: "formulaire de mot de passe oublié" },
  order_tracking: { en: "order tracking form", fr: "formulaire de suivi de commande" },
  other: { en: "form", fr: "formulaire" },
};
