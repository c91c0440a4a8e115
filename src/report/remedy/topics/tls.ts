import type { LocalText } from "../../../core/text.ts";

/** What to do about TLS and certificates where no line of a server's configuration does it. */
export const TLS_TOPICS: Readonly<Record<string, LocalText>> = {
  "node-drift": {
    en: "Bring every server behind the name to the same configuration and the same certificate, best from one source, and scan each address with --resolve.",
    fr: "Donnez à tous les serveurs qui répondent à ce nom la même configuration et le même certificat, de préférence depuis une source unique, puis analysez chaque adresse avec --resolve.",
  },
  "wildcard-certificate": {
    en: "Keep the key on as few servers as you can, and give the payment pages and the test servers certificates of their own. With automatic renewal, one certificate a name costs no work.",
    fr: "Gardez la clé sur le moins de serveurs possible, et donnez aux pages de paiement et aux serveurs de test leurs propres certificats. Avec un renouvellement automatique, un certificat par nom ne demande aucun travail.",
  },
};
