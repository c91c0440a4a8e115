import type { ExposureText } from "./exposed.ts";

export const customerDataText: ExposureText = {
  en: {
    title: "Customer files",
    pass: "No customer export or customer folder can be read from outside.",
    why: "Whoever opens this address reads your customers’ data. That is a personal data breach, which you may have to notify within 72 hours.",
  },
  fr: {
    title: "Fichiers clients",
    pass: "Aucun export ni dossier de clients n’est lisible de l’extérieur.",
    why: "Celui qui ouvre cette adresse lit les données de vos clients. C’est une violation de données personnelles, que vous devrez peut-être notifier sous 72 heures.",
  },
};
