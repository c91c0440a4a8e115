import type { CheckText } from "../../src/core/check.ts";

export const trustText: CheckText<
  "self-signed" | "unknown-issuer" | "chain-expired" | "invalid-chain" | "wrong-purpose" | "unreadable"
> = {
  en: {
    title: "Trust in the certificate",
    pass: "An authority that browsers trust vouches for the certificate.",
    why: "A certificate that no known authority vouches for could be anybody's. Browsers stop the customer with a warning, and they are right: they cannot tell the shop from an impostor.",
    outcomes: {
      "self-signed": "{host} vouches for itself: its certificate is self-signed.",
      "unknown-issuer": "The certificate of {host} comes from an authority that browsers do not know ({issuer}).",
      "chain-expired": "A certificate between {host} and its authority has expired.",
      "invalid-chain": "The certificates that {host} sends do not prove what they claim.",
      "wrong-purpose": "The certificate of {host} is not made for a web server.",
      unreadable: "What {host} sends as its certificate cannot be read.",
    },
  },
  fr: {
    title: "Confiance dans le certificat",
    pass: "Une autorité reconnue par les navigateurs garantit le certificat.",
    why: "Un certificat qu’aucune autorité connue ne garantit pourrait appartenir à n’importe qui. Les navigateurs arrêtent le client par un avertissement, et ils ont raison : ils ne peuvent distinguer la boutique d’un imposteur.",
    outcomes: {
      "self-signed": "{host} se garantit lui-même : son certificat est autosigné.",
      "unknown-issuer": "Le certificat de {host} vient d’une autorité inconnue des navigateurs ({issuer}).",
      "chain-expired": "Un certificat entre {host} et son autorité a expiré.",
      "invalid-chain": "Les certificats qu’envoie {host} ne prouvent pas ce qu’ils affirment.",
      "wrong-purpose": "Le certificat de {host} n’est pas destiné à un serveur web.",
      unreadable: "Ce que {host} envoie comme certificat est illisible.",
    },
  },
};
