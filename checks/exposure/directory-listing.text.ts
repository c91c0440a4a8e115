import type { ExposureText } from "./exposed.ts";

export const directoryListingText: ExposureText = {
  en: {
    title: "Directory listings",
    pass: "No folder that was asked for lists its files.",
    why: "A folder that lists its files gives away invoices, exports and logs whose names nobody was meant to know.",
  },
  fr: {
    title: "Listage de répertoires",
    pass: "Aucun dossier demandé ne liste ses fichiers.",
    why: "Un dossier qui liste ses fichiers livre factures, exports et journaux dont personne ne devait connaître le nom.",
  },
};
