import type { CheckText } from "../../src/core/check.ts";

export const extendedMasterSecretText: CheckText<"missing"> = {
  en: {
    title: "Extended master secret",
    pass: "The keys are tied to the whole handshake.",
    why: "This addition of 2015 keeps an attacker from joining two connections into one. Every maintained server software has it; its absence points to old software.",
    outcomes: { missing: "{host} does not support the extended master secret in TLS 1.2." },
  },
  fr: {
    title: "Secret maître étendu (extended master secret)",
    pass: "Les clés sont liées à toute la négociation.",
    why: "Cet ajout de 2015 empêche un attaquant de confondre deux connexions en une. Tout logiciel serveur maintenu le propose ; son absence révèle un logiciel ancien.",
    outcomes: { missing: "{host} ne prend pas en charge l’extended master secret en TLS 1.2." },
  },
};
