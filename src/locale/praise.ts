import type { Area } from "../core/area.ts";
import type { LocalText } from "../core/text.ts";

/** What the owner may be glad of where a whole area was seen and shows no fault of weight: no word of the trade. */
export const AREA_PRAISE: Readonly<Record<Area, LocalText>> = {
  tls: {
    en: "What your customers type travels encrypted, with current settings.",
    fr: "Ce que saisissent vos clients circule chiffré, avec des réglages actuels.",
  },
  certificate: {
    en: "Browsers recognise your site: its certificate is valid and made out to its name.",
    fr: "Les navigateurs reconnaissent votre site : son certificat est valable et établi à son nom.",
  },
  headers: {
    en: "Your site tells browsers how to protect its visitors.",
    fr: "Votre site indique aux navigateurs comment protéger ses visiteurs.",
  },
  cookies: {
    en: "The cookies that keep your customers logged in are protected.",
    fr: "Les cookies qui maintiennent vos clients connectés sont protégés.",
  },
  exposure: {
    en: "No back-up, no settings file and no management page was found open to strangers.",
    fr: "Aucune sauvegarde, aucun fichier de réglages ni page d'administration n'a été trouvé ouvert aux inconnus.",
  },
  forms: {
    en: "Your forms send customers' data encrypted, to the right place.",
    fr: "Vos formulaires envoient les données de vos clients chiffrées, au bon endroit.",
  },
  privacy: {
    en: "Your pages say who receives the data, and wait for consent before they follow visitors.",
    fr: "Vos pages disent qui reçoit les données et attendent l'accord des visiteurs avant de les suivre.",
  },
  mail: {
    en: "Strangers cannot easily send e-mails in your shop's name.",
    fr: "Un inconnu ne peut pas facilement envoyer d'e-mails au nom de votre boutique.",
  },
  dns: {
    en: "Your domain name is well kept.",
    fr: "Votre nom de domaine est bien tenu.",
  },
  hosts: {
    en: "Your servers open to the public only what your customers need.",
    fr: "Vos serveurs n'ouvrent au public que ce dont vos clients ont besoin.",
  },
};
