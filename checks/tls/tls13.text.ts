import type { CheckText } from "../../src/core/check.ts";

export const tls13Text: CheckText<"absent"> = {
  en: {
    title: "TLS 1.3",
    pass: "TLS 1.3 is spoken.",
    why: "TLS 1.3 leaves out everything that was broken in older versions, hides the certificate from onlookers and makes the first page quicker. Without it the site depends on careful settings.",
    outcomes: { absent: "{host} does not speak TLS 1.3, only {versions}." },
  },
  fr: {
    title: "TLS 1.3",
    pass: "TLS 1.3 est accepté.",
    why: "TLS 1.3 élimine tout ce qui a été cassé dans les versions antérieures, cache le certificat aux observateurs et accélère la première page. Sans lui, la sécurité du site dépend de réglages minutieux.",
    outcomes: { absent: "{host} n’accepte pas TLS 1.3, seulement {versions}." },
  },
};
