import type { CheckText } from "../../src/core/check.ts";

export const cbcText: CheckText<"no-aead" | "beast" | "lucky13"> = {
  en: {
    title: "Suites in CBC mode",
    pass: "Only authenticated encryption is accepted, or CBC is shielded by encrypt-then-MAC.",
    why: "CBC is an older way to encrypt that has been attacked several times. Browsers and servers carry counter-measures, so this is a weakness to retire rather than an open door.",
    outcomes: {
      "no-aead": "{host} accepts no suite with authenticated encryption: {suites}{more}.",
      beast: "{host} accepts CBC suites in TLS 1.0 or older, the ground of BEAST: {suites}{more}.",
      lucky13: "{host} accepts CBC suites, the ground of LUCKY13: {suites}{more}.",
    },
  },
  fr: {
    title: "Suites en mode CBC",
    pass: "Seul le chiffrement authentifié est accepté, ou le mode CBC est protégé par encrypt-then-MAC.",
    why: "CBC est un mode de chiffrement ancien, attaqué à plusieurs reprises. Navigateurs et serveurs intègrent des contre-mesures : c’est une faiblesse à retirer plutôt qu’une porte ouverte.",
    outcomes: {
      "no-aead": "{host} n’accepte aucune suite à chiffrement authentifié : {suites}{more}.",
      beast: "{host} accepte des suites CBC en TLS 1.0 ou antérieur, le terrain de BEAST : {suites}{more}.",
      lucky13: "{host} accepte des suites CBC, le terrain de LUCKY13 : {suites}{more}.",
    },
  },
};
