import type { ExposureText } from "./exposed.ts";

export const customerDataText: ExposureText = {
  en: {
    title: "Customer files",
    pass: "No file of customers or orders was found readable from outside; database exports are judged apart.",
    why: "Whoever opens this address reads your customers’ data. That is a personal data breach, which you may have to notify within 72 hours.",
  },
  fr: {
    title: "Fichiers clients",
    pass: "Aucun fichier de clients ou de commandes n’a été trouvé lisible de l’extérieur ; les exports de base de données sont jugés à part.",
    why: "Celui qui ouvre cette adresse lit les données de vos clients. C’est une violation de données personnelles, que vous devrez peut-être notifier sous 72 heures.",
  },
};
