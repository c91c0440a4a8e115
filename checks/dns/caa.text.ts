import type { CheckText } from "../../src/core/check.ts";

export const caaText = {
  en: {
    title: "Who may issue certificates for you (CAA)",
    pass: "The domain names the authorities that may issue its certificates.",
    why: "Any of some eighty authorities may issue a certificate for your shop. Naming yours closes the door to a certificate that somebody else obtained by trickery.",
    outcomes: {
      absent: "{domain} does not say which authorities may issue its certificates.",
      "issuer-not-named":
        "The CAA records of {domain} do not name {issuer}, which issued the present certificate: the next renewal will fail.",
    },
  },
  fr: {
    title: "Qui peut émettre vos certificats (CAA)",
    pass: "Le domaine désigne les autorités qui peuvent émettre ses certificats.",
    why: "Quelque quatre-vingts autorités peuvent émettre un certificat pour votre boutique. Désigner la vôtre ferme la porte à un certificat obtenu par ruse.",
    outcomes: {
      absent: "{domain} ne dit pas quelles autorités peuvent émettre ses certificats.",
      "issuer-not-named":
        "Les enregistrements CAA de {domain} ne citent pas {issuer}, qui a émis le certificat actuel : le prochain renouvellement échouera.",
    },
  },
} as const satisfies CheckText<string>;
