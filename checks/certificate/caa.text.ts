import type { CheckText } from "../../src/core/check.ts";

export const caaText: CheckText<"absent" | "excludes-issuer"> = {
  en: {
    title: "Authorities that may issue (CAA)",
    pass: "The DNS says which authorities may issue certificates for the domain.",
    why: "Without such a record, any of the hundred authorities in the world may issue a certificate for your name, also one that was tricked into it.",
    outcomes: {
      absent: "No CAA record says which authorities may issue certificates for {domain}.",
      "excludes-issuer":
        "The CAA records of {domain} allow {allowed} but not {issuer}, which issued the certificate in use: its renewal will fail.",
    },
  },
  fr: {
    title: "Autorités autorisées à émettre (CAA)",
    pass: "Le DNS indique quelles autorités peuvent émettre des certificats pour le domaine.",
    why: "Sans un tel enregistrement, n’importe laquelle de la centaine d’autorités du monde peut émettre un certificat à votre nom, même si elle a été trompée.",
    outcomes: {
      absent: "Aucun enregistrement CAA n’indique quelles autorités peuvent émettre des certificats pour {domain}.",
      "excludes-issuer":
        "Les enregistrements CAA de {domain} autorisent {allowed} mais pas {issuer}, qui a émis le certificat en service : son renouvellement échouera.",
    },
  },
};
