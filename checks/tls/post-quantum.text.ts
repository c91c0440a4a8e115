import type { CheckText } from "../../src/core/check.ts";

export const postQuantumText: CheckText<"absent" | "not-preferred"> = {
  en: {
    title: "Post-quantum key exchange",
    pass: "A hybrid post-quantum key exchange is offered.",
    why: "Traffic recorded today may be decrypted by the quantum computers of tomorrow. Browsers already ask for a hybrid exchange that resists them; a recent server software offers it.",
    outcomes: {
      absent: "{host} offers no hybrid post-quantum key exchange.",
      "not-preferred": "{host} offers a hybrid post-quantum key exchange ({groups}) but prefers a classical one.",
    },
  },
  fr: {
    title: "Échange de clés post-quantique",
    pass: "Un échange de clés hybride post-quantique est proposé.",
    why: "Le trafic enregistré aujourd’hui pourrait être déchiffré demain par des ordinateurs quantiques. Les navigateurs demandent déjà un échange hybride qui leur résiste ; un logiciel serveur récent le propose.",
    outcomes: {
      absent: "{host} ne propose pas d’échange de clés hybride post-quantique.",
      "not-preferred":
        "{host} propose un échange de clés hybride post-quantique ({groups}) mais en préfère un classique.",
    },
  },
};
