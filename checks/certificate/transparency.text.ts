import type { CheckText } from "../../src/core/check.ts";

export const transparencyText: CheckText<"none" | "too-few"> = {
  en: {
    title: "Certificate transparency",
    pass: "The certificate stands in enough public logs.",
    why: "Public logs let the owner of a name see every certificate made out to it, also one obtained by fraud. Browsers refuse public certificates that are not in them.",
    outcomes: {
      none: "The certificate of {host} comes with no proof that it was logged ({seen} of {wanted}).",
      "too-few": "The certificate of {host} comes with proof from {seen} {seen|log|logs}; browsers ask for {wanted}.",
    },
  },
  fr: {
    title: "Transparence des certificats",
    pass: "Le certificat figure dans assez de journaux publics.",
    why: "Les journaux publics permettent au propriétaire d’un nom de voir tout certificat établi à ce nom, même obtenu par fraude. Les navigateurs refusent les certificats publics qui n’y figurent pas.",
    outcomes: {
      none: "Le certificat de {host} n’apporte aucune preuve d’inscription dans un journal ({seen} sur {wanted}).",
      "too-few":
        "Le certificat de {host} apporte la preuve de {seen} {seen|journal|journaux} ; les navigateurs en demandent {wanted}.",
    },
  },
};
