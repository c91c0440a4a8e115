import type { LocalText } from "../core/text.ts";

/** The SSL Labs grade beside our own score. The letters are theirs; the words are for engineers. */
export const SSL_LABS_TEXT = {
  heading: { en: "Grade by the rules of SSL Labs", fr: "Note selon les règles de SSL Labs" },
  lead: {
    en: "The grade that the public rating guide of Qualys SSL Labs ({guide}, {date:date}) gives to what was seen here. It looks at TLS alone; SSL Labs itself was not asked.",
    fr: "La note que le guide public de Qualys SSL Labs ({guide}, {date:date}) donne à ce qui a été vu ici. Elle ne regarde que TLS ; SSL Labs lui-même n'a pas été interrogé.",
  },
  line: { en: "SSL Labs {guide} for {hosts}: {letter}", fr: "SSL Labs {guide} pour {hosts} : {letter}" },
  atBest: { en: "at best {letter}", fr: "au mieux {letter}" },
  host: { en: "Host", fr: "Hôte" },
  grade: { en: "Grade", fr: "Note" },
  parts: { en: "Protocol · key exchange · cipher", fr: "Protocole · échange de clés · chiffrement" },
  reasons: { en: "Held down by", fr: "Retenue par" },
  nothing: { en: "nothing", fr: "rien" },
  notTested: { en: "Not tested here", fr: "Non testé ici" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Why the grade is not better, by code. */
export const SSL_LABS_REASONS: Readonly<Record<string, LocalText>> = {
  "name-mismatch": { en: "the certificate is another host's", fr: "le certificat est celui d'un autre hôte" },
  "not-trusted": { en: "the certificate is not trusted", fr: "le certificat n'est pas reconnu" },
  sslv2: { en: "SSL 2.0", fr: "SSL 2.0" },
  "sslv3-at-best": { en: "SSL 3.0 at best", fr: "SSL 3.0 au mieux" },
  sslv3: { en: "SSL 3.0", fr: "SSL 3.0" },
  anonymous: { en: "anonymous suites", fr: "suites anonymes" },
  "under-112-bits": { en: "suites under 112 bits", fr: "suites de moins de 112 bits" },
  "rc4-only": { en: "RC4 alone", fr: "RC4 seul" },
  rc4: { en: "RC4", fr: "RC4" },
  "rc4-in-modern-versions": { en: "RC4 with TLS 1.1 or 1.2", fr: "RC4 avec TLS 1.1 ou 1.2" },
  "64-bit-blocks-in-modern-versions": {
    en: "64-bit blocks with TLS 1.1 or 1.2",
    fr: "blocs de 64 bits avec TLS 1.1 ou 1.2",
  },
  "key-under-1024": { en: "a key under 1,024 bits", fr: "une clé de moins de 1 024 bits" },
  "key-under-2048": { en: "a key under 2,048 bits", fr: "une clé de moins de 2 048 bits" },
  "dh-under-1024": { en: "Diffie-Hellman under 1,024 bits", fr: "Diffie-Hellman de moins de 1 024 bits" },
  "dh-under-2048": { en: "Diffie-Hellman under 2,048 bits", fr: "Diffie-Hellman de moins de 2 048 bits" },
  "md5-certificate": { en: "a certificate signed with MD5", fr: "un certificat signé avec MD5" },
  poodle: { en: "CBC with SSL 3.0 (POODLE)", fr: "CBC avec SSL 3.0 (POODLE)" },
  compression: { en: "TLS compression (CRIME)", fr: "la compression TLS (CRIME)" },
  "no-tls12": { en: "no TLS 1.2", fr: "l'absence de TLS 1.2" },
  "no-tls13": { en: "no TLS 1.3", fr: "l'absence de TLS 1.3" },
  "old-versions": { en: "TLS 1.0 or 1.1", fr: "TLS 1.0 ou 1.1" },
  "incomplete-chain": { en: "an incomplete chain", fr: "une chaîne incomplète" },
  "no-forward-secrecy": { en: "no forward secrecy", fr: "l'absence de confidentialité persistante" },
  "no-aead": { en: "no authenticated encryption (AEAD)", fr: "l'absence de chiffrement authentifié (AEAD)" },
  "no-secure-renegotiation": { en: "no secure renegotiation", fr: "l'absence de renégociation sûre" },
  "no-hsts": { en: "no HSTS", fr: "l'absence de HSTS" },
};

/** Tests that SSL Labs makes and that were not made, by code. */
export const SSL_LABS_TESTS: Readonly<Record<string, LocalText>> = {
  enumeration: { en: "every suite and version", fr: "toutes les suites et versions" },
  hsts: { en: "HSTS", fr: "HSTS" },
  "ccs-injection": { en: "CCS injection", fr: "injection CCS" },
  "insecure-renegotiation": { en: "insecure renegotiation", fr: "renégociation non sûre" },
  heartbleed: { en: "Heartbleed", fr: "Heartbleed" },
  ticketbleed: { en: "Ticketbleed", fr: "Ticketbleed" },
  robot: { en: "ROBOT", fr: "ROBOT" },
  "padding-oracles": { en: "padding oracles", fr: "oracles de bourrage" },
  "diffie-hellman-size": { en: "size of Diffie-Hellman", fr: "taille de Diffie-Hellman" },
  compression: { en: "compression", fr: "compression" },
  revocation: { en: "revocation", fr: "révocation" },
};
