import type { ExposureText } from "./exposed.ts";

export const adminToolsText: ExposureText = {
  en: {
    title: "Database and file tools",
    pass: "No database or file tool was found on the web server.",
    why: "A tool for the database or the files works beside the shop: whoever gets in has everything, and the shop notices nothing.",
  },
  fr: {
    title: "Outils de base de données et de fichiers",
    pass: "Aucun outil de base de données ou de fichiers n’a été trouvé sur le serveur web.",
    why: "Un outil d’accès à la base ou aux fichiers agit à côté de la boutique : celui qui y entre a tout, et la boutique n’en voit rien.",
  },
};
