import type { CheckText } from "../../src/core/check.ts";

export const signatureSchemesText: CheckText<"weak-hash"> = {
  en: {
    title: "Signatures of the handshake",
    pass: "The handshake is signed with hashes that still hold.",
    why: "The signature proves that the server owns the key of its certificate. Over MD5 or SHA-1 it can be forged with effort, and the IETF withdrew both in 2021.",
    outcomes: { "weak-hash": "{host} signs handshakes over MD5 or SHA-1 when a visitor accepts it: {schemes}." },
  },
  fr: {
    title: "Signatures de la négociation",
    pass: "La négociation est signée avec des fonctions de hachage encore solides.",
    why: "La signature prouve que le serveur détient la clé de son certificat. Sur MD5 ou SHA-1, elle peut être contrefaite avec des moyens, et l’IETF a retiré les deux en 2021.",
    outcomes: { "weak-hash": "{host} signe la négociation sur MD5 ou SHA-1 quand un visiteur l’accepte : {schemes}." },
  },
};
