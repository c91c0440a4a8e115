import type { CheckText } from "../../src/core/check.ts";

export const fileTransferText = {
  en: {
    title: "File transfer (FTP)",
    pass: "File transfer can be encrypted.",
    why: "Whoever updates the shop by FTP without encryption sends its password in clear. With it, somebody else changes your payment page.",
    outcomes: { "no-tls": "FTP on port {port} of {host} offers no encryption: passwords travel in clear." },
  },
  fr: {
    title: "Transfert de fichiers (FTP)",
    pass: "Le transfert de fichiers peut être chiffré.",
    why: "Mettre à jour la boutique par FTP sans chiffrement envoie le mot de passe en clair. Avec lui, quelqu’un d’autre modifie votre page de paiement.",
    outcomes: {
      "no-tls":
        "FTP, sur le port {port} de {host}, ne propose aucun chiffrement : les mots de passe circulent en clair.",
    },
  },
} as const satisfies CheckText<string>;
